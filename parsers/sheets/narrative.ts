import type { Line } from '../layout/lines.ts';
import { join, type PlacedText } from '../layout/text.ts';
import { groupHeadingAt, type InitiativeNames } from './initiative-headings.ts';
import { type Edges, type Paragraph, paragraphsOf } from './items.ts';

/** The items below one initiative heading of one section; both null for those before any heading. */
export type Group = {
  readonly number: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
};

export type Narrative = {
  readonly groups: readonly Group[];
  /** Headings of initiatives. */
  readonly headings: readonly PlacedText[];
};

export type Owner = Pick<Group, 'number' | 'title'>;
export const NOBODY: Owner = { number: null, title: null };

/**
 * One narrative section, or a part of it, cut at its headings.
 * @param owner whose items stand before the first heading
 */
export function readNarrative(
  names: InitiativeNames,
  lines: readonly Line[],
  edges: Edges,
  owner: Owner = NOBODY,
): Narrative {
  const groups: { number: string | null; title: string | null; paragraphs: Paragraph[] }[] = [
    { ...owner, paragraphs: [] },
  ];
  const headings: PlacedText[] = [];
  let run: Line[] = [];
  const close = () => {
    groups.at(-1)?.paragraphs.push(...paragraphsOf(run, edges));
    run = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const heading = groupHeadingAt(names, lines, i, edges);
    if (!heading) {
      run.push(lines[i] as Line);
      continue;
    }
    close();
    i += heading.lines.length - 1;
    const { number, title } = heading;
    // Another text in brackets belongs to no item.
    if (number === null) continue;
    headings.push(join(heading.lines));
    groups.push({ number, title, paragraphs: [] });
  }
  close();
  return { groups, headings };
}
