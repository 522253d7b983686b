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
  const common = {
    ...{ sheet: id, revision, sha256, file, publisher, evaluatedFiscalYear: sheet.fiscalYear },
    ...{ program, number, title, department },
  };
  return [
    ...sheet.indicators.flatMap((indicator) => {
      const { id, level, initiative, name } = indicator;
      const thread = threads.get(id) ?? null;
      const of = {
        series: thread && (moves.get(thread) ?? thread),
        ...{ ...common, indicatorId: id, level, initiative, indicator: name },
        ...{ path: joined(indicator.path), amountType: null, yen: null },
      };
      return figuresOf(indicator).map(({ place, ...figure }) => ({
        ...of,
        ...figure,
        ...at(place),
      }));
    }),
    ...sheet.budget.flatMap(({ name, unit, path, amounts }) =>
      amounts.map(
        ({
          fiscalYear,
          text,
          value,
          yen,
          at: place,
          corrected,
          status,
          type: amountType = null,
        }) => ({
          ...{
            ...common,
            series: null,
            check: null,
            indicatorId: null,
            level: null,
            initiative: null,
            indicator: name,
          },
          ...{ path: joined(path), amountType },
          ...{ fiscalYear, throughFiscalYear: null, type: 'budget' as const, value, unit },
          ...{ qualifier: null, status: status ?? (value === null ? null : 'reported'), text, yen },
          ...correctedOf(corrected),
          ...at(place),
        }),
      ),
    ),
  ];
}

const joined = (path: readonly string[] = []): string | null =>
  path.length === 0 ? null : path.join('＞');

function figuresOf({ unit, values, achievement, pastAchievements = [] }: Indicator) {
  return [
    ...values.map(
      ({ at: place, corrected, throughFiscalYear = null, qualifier = null, ...value }) => ({
        ...{ ...value, throughFiscalYear, qualifier, unit },
        ...{ ...correctedOf(corrected), check: null, place },
      }),
    ),
    ...[...pastAchievements, ...(achievement ? [achievement] : [])].map(
      ({ fiscalYear, text, ratio, status, check, corrected, at: place }) => ({
        ...{ fiscalYear, throughFiscalYear: null, type: 'achievement' as const, value: ratio },
        ...{ unit: null, qualifier: null, status, text },
        ...{ ...correctedOf(corrected), check, place },
      }),
    ),
  ];
}

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
  return ({ page, box }: Place) => {
    const [x0, y0, x1, y1] = box;
    const here = (byPage.get(page) ?? []).filter(({ at }) => at && touch(at.box, box));
    const codes = [...new Set(here.map(({ code }) => code))];
    const noted = codes.length === 0 ? null : codes.join(' ');
    return { warnings: noted, pdfUrl: pdfUrl(id, { page }), page, x0, y0, x1, y1 };
  };
}

/** Whether the middle of one box lies in the other. */
const touch = (a: Box, b: Box): boolean => holdsMiddle(a, b) || holdsMiddle(b, a);

function holdsMiddle([x0, y0, x1, y1]: Box, [a0, b0, a1, b1]: Box): boolean {
  const [x, y] = [(a0 + a1) / 2, (b0 + b1) / 2];
  return x0 <= x && x <= x1 && y0 <= y && y <= y1;
}
