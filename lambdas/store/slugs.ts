import type { Rows } from '../ports/records.ts';
import { walkHeads } from './find-records.ts';

/** What sheets are filed under by slug, as far as there are any. */
export interface Slugs {
  readonly publisher: ReadonlySet<string>;
  readonly program: ReadonlySet<string>;
}

/** The slugs of the sheets there are: looked up anew where one is asked for that was not there the last time. */
export function openSlugs(
  rows: Rows,
): (asked: Partial<Record<keyof Slugs, string>>) => Promise<Slugs> {
  let known: Slugs = { publisher: new Set(), program: new Set() };
  return async ({ publisher, program }) => {
    const all =
      (publisher === undefined || known.publisher.has(publisher)) &&
      (program === undefined || known.program.has(program));
    if (!all) known = await slugsOf(rows);
    return known;
  };
}

async function slugsOf(rows: Rows): Promise<Slugs> {
  const [publishers, programs] = [new Set<string>(), new Set<string>()];
  for await (const { publisher, program } of walkHeads(rows, undefined, {})) {
    if (publisher !== undefined) publishers.add(publisher);
    if (program) programs.add(program);
  }
  return { publisher: publishers, program: programs };
}
