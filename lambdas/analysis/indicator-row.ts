import type { ValueStatus } from '../../parsers/records/figure.ts';
import type { Check, Indicator, Level } from '../../parsers/records/indicator.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import type { Direction } from './direction.ts';
import { evaluatedOf } from './evaluated.ts';
import { referenceTo, type SheetReference } from './sheet-reference.ts';

/** One indicator of one sheet: what it says of the evaluated year. */
export interface IndicatorRow extends SheetReference {
  indicatorId: string;
  level: Level | null;
  initiative: string | null;
  /** headings above it, outermost first, by ＞ */
  path: string | null;
  indicator: string;
  unit: string | null;
  baseline: number | null;
  target: number | null;
  targetText: string | null;
  actual: number | null;
  actualText: string | null;
  /** of the actual */
  status: ValueStatus | null;
  /** the printed ratio, 0.95 for 95% */
  achievement: number | null;
  check: Check | null;
  corrected: number | null;
  correctedText: string | null;
  direction: Direction;
  met: boolean | null;
  /** how many values the sheet has of it */
  values: number;
  page: number | null;
  pdfUrl: string | null;
}

/** The indicators of a sheet, a row each. */
export const indicatorRows = (sheet: RevisedSheet): IndicatorRow[] =>
  sheet.indicators.map((indicator) => indicatorRow(sheet, indicator));

function indicatorRow(sheet: RevisedSheet, indicator: Indicator): IndicatorRow {
  const { values, achievement } = indicator;
  const of = (type: 'target' | 'actual') =>
    values.find((one) => one.type === type && one.fiscalYear === sheet.fiscalYear);
  const [target, actual] = [of('target'), of('actual')];
  const baseline = values.find(({ type }) => type === 'baseline');
  const at = (actual ?? target ?? values[0] ?? achievement)?.at;
  return {
    ...referenceTo(sheet),
    ...evaluatedOf(indicator, sheet.fiscalYear),
    indicatorId: indicator.id,
    ...{ level: indicator.level, initiative: indicator.initiative },
    path: indicator.path?.length ? indicator.path.join('＞') : null,
    ...{ indicator: indicator.name, unit: indicator.unit },
    baseline: baseline?.value ?? null,
    ...{ target: target?.value ?? null, targetText: target?.text ?? null },
    ...{ actual: actual?.value ?? null, actualText: actual?.text ?? null },
    status: actual?.status ?? null,
    achievement: achievement?.ratio ?? null,
    check: achievement?.check ?? null,
    corrected: actual?.corrected?.value ?? null,
    correctedText: actual?.corrected?.text ?? null,
    values: values.length,
    page: at?.page ?? null,
    pdfUrl: at ? pdfUrl(sheet.id, at) : null,
  };
}
