import type { Amount } from '../../parsers/records/budget.ts';
import type { Corrected } from '../../parsers/records/corrected.ts';
import type { ValueStatus } from '../../parsers/records/figure.ts';
import type { Check, Indicator, Level, ValueType } from '../../parsers/records/indicator.ts';
import type { Box, Place } from '../../parsers/records/place.ts';
import { pdfUrl } from './page-link.ts';
import { threadsIn } from './series/threads.ts';
import type { RevisedSheet } from './summary.ts';

/** One figure of one sheet, flat: a row of a table. */
export interface Observation {
  /** id of the series; null for a budget */
  series: string | null;
  sheet: string;
  revision: string;
  sha256: string;
  file: string | null;
  publisher: string;
  /** the fiscal year that the sheet evaluates */
  evaluatedFiscalYear: number;
  program: string | null;
  number: string | null;
  title: string;
  department: string | null;
  /** these two null for a budget */
  indicatorId: string | null;
  level: Level | null;
  initiative: string | null;
  /** name of the indicator, or of the budget line */
  indicator: string;
  /** headings that it stands under, outermost first, parted by ＞ */
  path: string | null;
  /** that the figure is of */
  fiscalYear: number;
  throughFiscalYear: number | null;
  type: ValueType | 'achievement' | 'budget';
  /** of a budget line, where the sheet says */
  amountType: NonNullable<Amount['type']> | null;
  /** in `unit`; of an achievement the ratio */
  value: number | null;
  unit: string | null;
  qualifier: string | null;
  status: ValueStatus | null;
  /** as printed */
  text: string;
  yen: number | null;
  /** of an achievement */
  check: Check | null;
  /** codes of the warnings at its place, parted by blanks; null where there are none */
  warnings: string | null;
  /** what a person says should stand there; null where nobody does */
  corrected: number | null;
  correctedText: string | null;
  pdfUrl: string;
  page: number;
  /** the box in PDF points from the top left of the page */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Every figure that the sheet states, in its order: indicators, then budget. `moves` tells of the threads that belong to
 * the series of another.
 */
export function observationsOf(
  sheet: RevisedSheet,
  moves: ReadonlyMap<string, string> = new Map(),
): Observation[] {
  const { id, revision, sha256, file, publisher, program, number, title, department } = sheet;
  const threads = threadsIn(sheet);
  const at = placedIn(sheet);
  // Rows are written out: what is spread is copied once more, and there are millions of them.
  const sheetOf = (series: string | null) => ({
    series,
    sheet: id,
    revision,
    sha256,
    file,
    publisher,
    evaluatedFiscalYear: sheet.fiscalYear,
    program,
    number,
    title,
    department,
  });
  const rows: Observation[] = [];
  for (const indicator of sheet.indicators) {
    const thread = threads.get(indicator.id) ?? null;
    const common = sheetOf(thread && (moves.get(thread) ?? thread));
    const path = joined(indicator.path);
    for (const figure of figuresOf(indicator)) {
      rows.push({
        ...common,
        indicatorId: indicator.id,
        level: indicator.level,
        initiative: indicator.initiative,
        indicator: indicator.name,
        path,
        fiscalYear: figure.fiscalYear,
        throughFiscalYear: figure.throughFiscalYear,
        type: figure.type,
        amountType: null,
        value: figure.value,
        unit: figure.unit,
        qualifier: figure.qualifier,
        status: figure.status,
        text: figure.text,
        yen: null,
        check: figure.check,
        ...at(figure.place),
        corrected: figure.corrected?.value ?? null,
        correctedText: figure.corrected?.text ?? null,
      });
    }
  }
  const common = sheetOf(null);
  for (const { name, unit, path, amounts } of sheet.budget) {
    for (const amount of amounts) {
      const { fiscalYear, text, value, yen, status, type = null } = amount;
      rows.push({
        ...common,
        indicatorId: null,
        level: null,
        initiative: null,
        indicator: name,
        path: joined(path),
        fiscalYear,
        throughFiscalYear: null,
        type: 'budget',
        amountType: type,
        value,
        unit,
        qualifier: null,
        status: status ?? (value === null ? null : 'reported'),
        text,
        yen,
        check: null,
        ...at(amount.at),
        ...correctedOf(amount.corrected),
      });
    }
  }
  return rows;
}

const joined = (path: readonly string[] = []): string | null =>
  path.length === 0 ? null : path.join('＞');

/** The cells of an indicator, as far as they differ from one another; those of its achievements have no unit. */
const figuresOf = ({ unit, values, achievement, pastAchievements = [] }: Indicator) => [
  ...values.map((cell) => ({
    fiscalYear: cell.fiscalYear,
    throughFiscalYear: cell.throughFiscalYear ?? null,
    type: cell.type,
    value: cell.value,
    unit,
    qualifier: cell.qualifier ?? null,
    status: cell.status,
    text: cell.text,
    check: null,
    corrected: cell.corrected,
    place: cell.at,
  })),
  ...[...pastAchievements, ...(achievement ? [achievement] : [])].map((cell) => ({
    fiscalYear: cell.fiscalYear,
    throughFiscalYear: null,
    type: 'achievement' as const,
    value: cell.ratio,
    unit: null,
    qualifier: null,
    status: cell.status,
    text: cell.text,
    check: cell.check,
    corrected: cell.corrected,
    place: cell.at,
  })),
];

const correctedOf = (corrected: Corrected | undefined) => ({
  corrected: corrected?.value ?? null,
  correctedText: corrected?.text ?? null,
});

/** Where a figure of the sheet stands, and what was noted there. */
function placedIn({ id, warnings }: RevisedSheet) {
  const byPage = Map.groupBy(
    warnings.filter(({ at }) => at),
    ({ at }) => at?.page,
  );
  const links = new Map<number, string>();
  const linkTo = (page: number) => {
    const link = links.get(page) ?? pdfUrl(id, { page });
    links.set(page, link);
    return link;
  };
  return ({ page, box }: Place) => {
    const [x0, y0, x1, y1] = box;
    const here = byPage.get(page)?.filter(({ at }) => at && touch(at.box, box)) ?? [];
    const codes = [...new Set(here.map(({ code }) => code))];
    const noted = codes.length === 0 ? null : codes.join(' ');
    return { warnings: noted, pdfUrl: linkTo(page), page, x0, y0, x1, y1 };
  };
}

/** Whether the middle of one box lies in the other. */
const touch = (a: Box, b: Box): boolean => holdsMiddle(a, b) || holdsMiddle(b, a);

function holdsMiddle([x0, y0, x1, y1]: Box, [a0, b0, a1, b1]: Box): boolean {
  const [x, y] = [(a0 + a1) / 2, (b0 + b1) / 2];
  return x0 <= x && x <= x1 && y0 <= y && y <= y1;
}
