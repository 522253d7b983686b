import type { Format, SectionSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { fiscalYear } from '../japanese/eras.ts';
import { find, fold } from '../japanese/folded.ts';
import type { Line } from '../layout/lines.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';

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

/** The section that a line heads; null when it heads none. */
export function headingIn({ sections }: Format, line: Line): SectionSpec | null {
  if (line.text.length > LONGEST_HEADING) return null;
  const { text } = fold(plain(line.text));
  return sections.find(({ heading }) => heading.test(text)) ?? null;
}

/** A heading without the square, bullet or number that some years put before it. */
function plain(text: string): string {
  return text.replace(
    /^(?:[■□◆◇●○▼▽★☆＊*・]+|[（(]?[0-9０-９]{1,2}[）).．、]|[ⅠⅡⅢⅣⅤⅥ][.．]?)\s*/,
    '',
  );
}

/** No heading has more characters; most lines of text have. */
const LONGEST_HEADING = 40;

function headingOf(format: Format, line: Line): Omit<Section, 'blocks'> | null {
  const spec = headingIn(format, line);
  if (!spec) return null;
  const text = plain(line.text);
  const year = find(text, spec.heading)?.groups['year'];
  return {
    spec,
    heading: line,
    year: year ? fiscalYear(comparable(text.slice(...year)), null) : null,
  };
}

/** Headings and captions stay content even where they recur at the top of pages, as an initiative's does in every phase. */
export function isHeading(formats: readonly Format[], line: Line): boolean {
  const { text } = fold(line.text);
  return formats.some(
    (format) =>
      headingIn(format, line) !== null ||
      format.initiatives.heading?.test(text) ||
      captionUnit(format.budget, line.text) !== null,
  );
}

/** The evaluated year that narrative headings name, for sheets whose header names none. */
export function yearOfHeadings(sections: readonly Section[]): number | null {
  for (const { spec, year } of sections) {
    if (spec?.kind === 'narrative' && year !== null) return year - spec.yearOffset;
  }
  return null;
}
