import type { Format, SectionSpec } from '../formats/format.ts';
import { FISCAL_YEAR } from '../japanese/eras.ts';
import { fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';
import { type Heading, knownHeading, yearIn } from './headings.ts';
import { withoutYear, wordings } from './wording.ts';

/** What stands below one heading; `spec` null for what comes before the first, and below one that is not known. */
export type Section = {
  readonly spec: SectionSpec | null;
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
};

/** The sections of one sheet. `headings` are its headings by their first line. */
export function sectionsOf(
  headings: ReadonlyMap<Line, Heading>,
  blocks: readonly Block[],
): Section[] {
  const sections: { spec: SectionSpec | null; heading: Heading | null; blocks: Block[] }[] = [
    { spec: null, heading: null, blocks: [] },
  ];
  const inHeadings = new Set([...headings.values()].flatMap(({ lines }) => lines));
  for (const block of blocks) {
    const heading = block.kind === 'line' ? headings.get(block.line) : undefined;
    if (heading) sections.push({ spec: heading.spec, heading, blocks: [] });
    else if (block.kind !== 'line' || !inHeadings.has(block.line)) {
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

/** Headings and captions stay content even where they recur at the top of pages, as an initiative's does in every phase. */
export function isHeading(formats: readonly Format[], line: Line): boolean {
  const forms = wordings(fold(line.text).text);
  return formats.some(
    (format) =>
      knownHeading(format, line.text) !== null ||
      forms.some((form) => format.initiatives.heading?.test(form)) ||
      captionUnit(format.budget, line.text) !== null,
  );
}

/** The evaluated year, and the line that says it where no known heading does. */
type Evaluated = { readonly year: number; readonly by: Line | null };

/** A line that says which year is evaluated, and no figure: 平成25年度の評価と平成26年度の方向. */
const EVALUATED = new RegExp(`^${FISCAL_YEAR}[のに]?(?:取り?組|実績|成果|評価|結果|実施)`);
/** No heading has more characters. */
const MAX_HEADING = 40;

/** The evaluated year that narrative headings name, for sheets whose header names none. */
export function yearEvaluated(sections: readonly Section[]): Evaluated | null {
  const years = sections.flatMap(({ heading }) => heading?.year ?? []);
  const near = years[0] ?? null;
  for (const { spec, heading } of sections) {
    const year = heading && yearIn(heading.text.text, near);
    if (spec?.kind === 'narrative' && year) return { year: year - spec.yearOffset, by: null };
  }
  if (sections.every(({ spec }) => spec?.kind !== 'narrative')) return null;
  const lines = sections.flatMap(({ heading, blocks }) => [
    ...(heading?.lines ?? []),
    ...blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : [])),
  ]);
  for (const line of lines) {
    const { text } = line;
    if (text.length > MAX_HEADING || text.includes('。')) continue;
    const forms = wordings(fold(text).text);
    const says = forms.some((form) => EVALUATED.test(form) && !/\d/.test(withoutYear(form)));
    const year = says ? yearIn(text, near) : null;
    if (year) return { year, by: line };
  }
  return null;
}
