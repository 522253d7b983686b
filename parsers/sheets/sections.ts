import type { Format, SectionSpec } from '../formats/format.ts';
import { fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';
import { type Heading, knownHeading } from './headings.ts';
import { wordings } from './wording.ts';

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

/** The evaluated year that narrative headings name, for sheets whose header names none. */
export function yearOfHeadings(sections: readonly Section[]): number | null {
  for (const { spec, heading } of sections) {
    if (spec?.kind === 'narrative' && heading?.year) return heading.year - spec.yearOffset;
  }
  return null;
}
