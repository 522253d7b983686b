import type { Amount } from '../../parsers/records/budget.ts';
import type { Corrected } from '../../parsers/records/corrected.ts';
import type { ValueStatus } from '../../parsers/records/figure.ts';
import type { Indicator, Level, ValueType } from '../../parsers/records/indicator.ts';
import type { Place } from '../../parsers/records/place.ts';
import type { RevisedSheet } from './summary.ts';

/** One figure of one sheet, flat: a row of a table. */
export interface Observation {
  sheet: string;
  revision: string;
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
  /** what a person says should stand there; null where nobody does */
  corrected: number | null;
  correctedText: string | null;
  page: number;
  /** the box in PDF points from the top left of the page */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Every figure that the sheet states, in its order: indicators, then budget. */
export function observationsOf(sheet: RevisedSheet): Observation[] {
  const { id, revision, publisher, program, number, title, department } = sheet;
  const common = {
    ...{ sheet: id, revision, publisher, evaluatedFiscalYear: sheet.fiscalYear },
    ...{ program, number, title, department },
  };
  return [
    ...sheet.indicators.flatMap((indicator) => {
      const { id, level, initiative, name } = indicator;
      const of = {
        ...{ ...common, indicatorId: id, level, initiative, indicator: name },
        ...{ path: joined(indicator.path), amountType: null, yen: null },
      };
      return figuresOf(indicator).map((figure) => ({ ...of, ...figure }));
    }),
    ...sheet.budget.flatMap(({ name, unit, path, amounts }) =>
      amounts.map(({ fiscalYear, text, value, yen, at, corrected, type: amountType = null }) => ({
        ...{ ...common, indicatorId: null, level: null, initiative: null, indicator: name },
        ...{ path: joined(path), amountType },
        ...{ fiscalYear, throughFiscalYear: null, type: 'budget' as const, value, unit },
        ...{ qualifier: null, status: value === null ? null : ('reported' as const), text, yen },
        ...correctedOf(corrected),
        ...placed(at),
      })),
    ),
  ];
}

const joined = (path: readonly string[] = []): string | null =>
  path.length === 0 ? null : path.join('＞');

function figuresOf({ unit, values, achievement, pastAchievements = [] }: Indicator) {
  return [
    ...values.map(({ at, corrected, throughFiscalYear = null, qualifier = null, ...value }) => ({
      ...{ ...value, throughFiscalYear, qualifier, unit },
      ...correctedOf(corrected),
      ...placed(at),
    })),
    ...[...pastAchievements, ...(achievement ? [achievement] : [])].map(
      ({ fiscalYear, text, ratio, status, corrected, at }) => ({
        ...{ fiscalYear, throughFiscalYear: null, type: 'achievement' as const, value: ratio },
        ...{ unit: null, qualifier: null, status, text },
        ...correctedOf(corrected),
        ...placed(at),
      }),
    ),
  ];
}

const correctedOf = (corrected: Corrected | undefined) => ({
  corrected: corrected?.value ?? null,
  correctedText: corrected?.text ?? null,
});

const placed = ({ page, box: [x0, y0, x1, y1] }: Place) => ({ page, x0, y0, x1, y1 });
