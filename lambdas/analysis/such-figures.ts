import type { ValueStatus } from '../../parsers/records/figure.ts';
import type { Indicator, ValueType } from '../../parsers/records/indicator.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { evaluatedOf } from './evaluated.ts';

/** What of figures may be asked for: those that are so, and whatever has such a figure. */
export interface FigureFilters {
  readonly status?: ValueStatus | undefined;
  readonly type?: ValueType | 'achievement' | 'budget' | undefined;
  /** whether the evaluated year's actual reached its target */
  readonly met?: boolean | undefined;
}

interface Figure {
  readonly type: string;
  readonly status?: ValueStatus | null | undefined;
}

/** Whether the figure is so. */
export const isSuch = (figure: Figure, { status, type }: FigureFilters): boolean =>
  (status === undefined || figure.status === status) &&
  (type === undefined || figure.type === type);

/** Whether the indicator of a sheet has such a figure, and was met or not as asked for. */
export function indicatorHasSuch(
  indicator: Indicator,
  fiscalYear: number,
  filters: FigureFilters,
): boolean {
  const { met, status, type } = filters;
  if (met !== undefined && evaluatedOf(indicator, fiscalYear).met !== met) return false;
  if (status === undefined && type === undefined) return true;
  const { values, achievement, pastAchievements = [] } = indicator;
  const achievements = [...pastAchievements, ...(achievement ? [achievement] : [])];
  const figures = [
    ...values,
    ...achievements.map((one) => ({ status: one.status, type: 'achievement' })),
  ];
  return figures.some((one) => isSuch(one, filters));
}

/** Whether the sheet has an indicator or an amount of money that is so. */
export function sheetHasSuch(
  { indicators, budget, fiscalYear }: SheetRecord,
  filters: FigureFilters,
): boolean {
  const { met, status, type } = filters;
  if (met === undefined && status === undefined && type === undefined) return true;
  if (indicators.some((one) => indicatorHasSuch(one, fiscalYear, filters))) return true;
  if (met !== undefined) return false;
  const amounts = budget.flatMap((line) => line.amounts);
  return amounts.some((one) => isSuch({ type: 'budget', status: statusOfAmount(one) }, filters));
}

/** An amount that says nothing of it is there where it has a figure. */
const statusOfAmount = ({
  value,
  status,
}: {
  readonly value: number | null;
  readonly status?: ValueStatus | undefined;
}): ValueStatus | null => status ?? (value === null ? null : 'reported');
