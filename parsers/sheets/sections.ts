import type { Format, SectionSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { find, fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Block } from './flow.ts';

/** What stands below one heading; `spec` null for what comes before the first. `year` is the heading's. */
export type Section = {
  readonly spec: SectionSpec | null;
  readonly heading: Line | null;
  readonly year: number | null;
  readonly blocks: readonly Block[];
};

export function sectionsOf(format: Format, blocks: readonly Block[]): Section[] {
  const sections: {
    spec: SectionSpec | null;
    heading: Line | null;
    year: number | null;
    blocks: Block[];
  }[] = [{ spec: null, heading: null, year: null, blocks: [] }];
  for (const block of blocks) {
    const headed = block.kind === 'line' ? headingOf(format, block.line) : null;
    if (headed) sections.push({ ...headed, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function headingOf(format: Format, line: Line): Omit<Section, 'blocks'> | null {
  for (const spec of format.sections) {
    const found = find(line.text, spec.heading);
    if (!found) continue;
    const year = found.groups['year'];
    return {
      spec,
      heading: line,
      year: year ? fiscalYear(comparable(line.text.slice(...year)), null) : null,
    };
  }
  return null;
}

/** Headings stay content even where they recur at the top of pages, as an initiative's does in every phase. */
export function isHeading(formats: readonly Format[], line: Line): boolean {
  const { text } = fold(line.text);
  return formats.some(
    ({ sections, initiatives }) =>
      sections.some(({ heading }) => heading.test(text)) || initiatives.heading?.test(text),
  );
}

/** The evaluated year that narrative headings name, for sheets whose header names none. */
export function yearOfHeadings(sections: readonly Section[]): number | null {
  for (const { spec, year } of sections) {
    if (spec?.kind === 'narrative' && year !== null) return year - spec.yearOffset;
  }
  return null;
}
