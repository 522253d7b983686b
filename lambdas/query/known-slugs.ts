import { publisherSaid } from '../../parsers/publishers/publishers.ts';
import type { Store } from '../store/store.ts';
import { Problem } from './problem.ts';

const MAX_NAMED = 30;

/**
 * Refuses a publisher or program that nobody is called by, and names those that there are: a slip of the hand would find
 * nothing in silence. Governments that have no sheets yet are known all the same, and so is all where there are none.
 * @throws Problem invalid-parameter
 */
export async function refuseUnknown(
  store: Pick<Store, 'slugs'>,
  filters: { readonly publisher?: unknown; readonly program?: unknown },
  asked: Readonly<Record<string, string>>,
): Promise<void> {
  const { publisher, program } = filters;
  const said = {
    ...(typeof publisher === 'string' && !publisherSaid(publisher) && { publisher }),
    ...(typeof program === 'string' && { program }),
  };
  if (Object.keys(said).length === 0) return;
  const known = await store.slugs(said);
  for (const name of ['publisher', 'program'] as const) {
    const [slug, all] = [said[name], known[name]];
    if (slug === undefined || all.size === 0 || all.has(slug)) continue;
    const named = [...all].toSorted().slice(0, MAX_NAMED).join(', ');
    const more = all.size > MAX_NAMED ? ` and ${all.size - MAX_NAMED} more` : '';
    throw new Problem(
      'invalid-parameter',
      `${name}: there is no ${asked[name] ?? slug}; there are ${named}${more}`,
      name,
    );
  }
}
