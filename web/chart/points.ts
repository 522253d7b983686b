import { standingValue } from '../../lambdas/domain/corrections.ts';
import type { Series, SeriesFigure } from '../../lambdas/domain/series/series.ts';

/** What of a year stands in a chart. */
export interface ChartPoint {
  readonly fiscalYear: number;
  /** what a person says it is, else what was read */
  readonly value: number;
  readonly figure: SeriesFigure;
}

export interface Plotted {
  readonly years: readonly number[];
  /** in the order of the years */
  readonly target: readonly ChartPoint[];
  readonly actual: readonly ChartPoint[];
  readonly baseline: readonly ChartPoint[];
  /** fiscal years whose actual is still to come */
  readonly pending: readonly number[];
  /** values that stood before a later sheet said otherwise */
  readonly revised: readonly ChartPoint[];
  /** where a person says otherwise than what was read */
  readonly corrected: readonly ChartPoint[];
}

/** The figures of a series as points; what has no figure has none. */
export function plotted({ years }: Series): Plotted {
  const pointsOf = (type: 'target' | 'actual' | 'baseline') =>
    years.flatMap(({ fiscalYear, [type]: figure }): ChartPoint[] => {
      const value = figure ? standingValue(figure) : null;
      return figure && value !== null ? [{ fiscalYear, value, figure }] : [];
    });
  const [target, actual, baseline] = [pointsOf('target'), pointsOf('actual'), pointsOf('baseline')];
  const revised = [...target, ...actual].flatMap(({ fiscalYear, figure }) =>
    figure.revisions.flatMap(({ change, from }): ChartPoint[] =>
      change === 'corrected' && from.value !== null
        ? [{ fiscalYear, value: from.value, figure: { ...from, sources: [], revisions: [] } }]
        : [],
    ),
  );
  const corrected = [...target, ...actual, ...baseline].filter(
    ({ value, figure }) => figure.value !== value,
  );
  const pending = years.flatMap(({ fiscalYear, actual }) =>
    actual?.status === 'pending' && !actual.corrected ? [fiscalYear] : [],
  );
  return {
    years: years.map(({ fiscalYear }) => fiscalYear),
    target,
    actual,
    baseline,
    pending,
    revised,
    corrected,
  };
}
