import type { InitiativeSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import { join, type PlacedText, slice, trim } from '../layout/text.ts';
import { type Edges, type Paragraph, paragraphsOf } from './items.ts';

/** The items below one initiative heading of one section; both null for those before any heading. */
export type Group = {
  readonly number: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
};

export type Narrative = {
  readonly groups: readonly Group[];
  /** 【…】 lines that head no initiative. */
  readonly leftovers: readonly PlacedText[];
};

/** A bracketed line may wrap over this many lines. */
const LONGEST_HEADING = 4;

/** One narrative section, cut at its 【…】 lines. */
export function readNarrative(
  spec: InitiativeSpec,
  lines: readonly Line[],
  edges: Edges,
): Narrative {
  const groups: { number: string | null; title: string | null; paragraphs: Paragraph[] }[] = [
    { number: null, title: null, paragraphs: [] },
  ];
  const leftovers: PlacedText[] = [];
  let run: Line[] = [];
  const close = () => {
    groups.at(-1)?.paragraphs.push(...paragraphsOf(run, edges));
    run = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const bracketed = bracketAt(lines, i);
    if (!bracketed) {
      run.push(lines[i] as Line);
      continue;
    }
    close();
    i += bracketed.length - 1;
    const text = join(bracketed);
    const heading = spec.heading && find(text.text, spec.heading);
    const [number, title] = [heading?.groups['number'], heading?.groups['title']];
    if (number && title) {
      groups.push({
        number: comparable(slice(text, ...number).text),
        title: trim(slice(text, ...title)).text,
        paragraphs: [],
      });
    } else {
      leftovers.push(text);
    }
  }
  close();
  return { groups, leftovers };
}

/** The lines of a heading in 【】 that begins at `lines[at]`; null when none does. */
function bracketAt(lines: readonly Line[], at: number): Line[] | null {
  if (!lines[at]?.text.startsWith('【')) return null;
  for (let n = 1; n <= LONGEST_HEADING; n++) {
    const some = lines.slice(at, at + n);
    if (some.length < n) return null;
    if (some.at(-1)?.text.endsWith('】')) return some;
    if (some.at(-1)?.text.includes('】')) return null;
  }
  return null;
}
