import { type Observation, observationsOf } from '../domain/observation.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { evaluatedOf } from './evaluated.ts';
import { type FigureFilters, isSuch } from './such-figures.ts';

/** The figures of a sheet that are so; with `met` those of the indicators that were met or not. */
export function suchObservations(
  sheet: RevisedSheet,
  { status, type, met }: FigureFilters,
  moves?: ReadonlyMap<string, string>,
): Observation[] {
  const all = observationsOf(sheet, moves);
  if (status === undefined && type === undefined && met === undefined) return all;
  const fitting = new Set(
    sheet.indicators
      .filter((one) => evaluatedOf(one, sheet.fiscalYear).met === met)
      .map(({ id }) => id),
  );
  return all.filter(
    (one) =>
      isSuch(one, { status, type }) && (met === undefined || fitting.has(one.indicatorId ?? '')),
  );
}
