import { z } from 'zod';
import { ValueStatus } from '../../parsers/records/figure.ts';
import { Check, type Indicator, Level } from '../../parsers/records/indicator.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { Direction } from './direction.ts';
import { evaluatedOf } from './evaluated.ts';
import { PdfUrl, referenceTo, SheetReference } from './sheet-reference.ts';

const figure = z.number().nullable();

/** One indicator of one sheet: what it says of the evaluated year. */
export const IndicatorRow = SheetReference.extend({
  indicatorId: z.string().meta({ description: 'within the sheet' }),
  level: Level.nullable(),
  initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
  path: z.string().nullable().meta({ description: 'headings above it, outermost first, by ＞' }),
  indicator: z.string(),
  unit: z.string().nullable(),
  baseline: figure,
  target: figure.meta({ description: 'of the evaluated year' }),
  targetText: z.string().nullable().meta({ description: 'as printed' }),
  actual: figure.meta({ description: 'of the evaluated year' }),
  actualText: z.string().nullable(),
  status: ValueStatus.nullable().meta({ description: 'of the actual' }),
  achievement: figure.meta({ description: 'the printed ratio, 0.95 for 95%' }),
  check: Check.nullable(),
  corrected: figure.meta({ description: 'what a person says the actual is' }),
  direction: Direction,
  met: z.boolean().nullable().meta({ description: 'null where nobody knows' }),
  values: z.int().meta({ description: 'how many values the sheet has of it' }),
  page: z.int().nullable(),
  pdfUrl: PdfUrl.nullable(),
}).meta({ id: 'IndicatorRow' });
export type IndicatorRow = z.infer<typeof IndicatorRow>;

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
    values: values.length,
    page: at?.page ?? null,
    pdfUrl: at ? pdfUrl(sheet.id, at) : null,
  };
}
