import { z } from 'zod';
import { Amount } from '../../parsers/records/budget.ts';
import { ValueStatus } from '../../parsers/records/figure.ts';
import { type Indicator, Level, ValueType } from '../../parsers/records/indicator.ts';
import type { Place } from '../../parsers/records/place.ts';
import type { RevisedSheet } from './find-sheets.ts';

const ObservationType = z.enum([...ValueType.options, 'achievement', 'budget']);

/** One figure of one sheet, flat: a row of a table. */
export const Observation = z
  .object({
    sheet: z.string().meta({ description: 'id of the sheet', example: 'shiomi-2013-kinkyu-8' }),
    revision: z.string(),
    publisher: z.string(),
    evaluatedFiscalYear: z.int().meta({ description: 'the fiscal year that the sheet evaluates' }),
    program: z.string().nullable(),
    number: z.string().nullable(),
    title: z.string(),
    department: z.string().nullable(),
    indicatorId: z.string().nullable().meta({ description: 'within the sheet; null for a budget' }),
    level: Level.nullable().meta({ description: 'null for a budget' }),
    initiative: z.string().nullable().meta({ description: 'number of the initiative' }),
    indicator: z
      .string()
      .meta({ description: 'name of the indicator, or of the budget line', example: '予算額等' }),
    path: z.string().nullable().meta({
      description: 'headings that it stands under, outermost first, parted by ＞',
      example: '事業コスト＞財源内訳',
    }),
    fiscalYear: z.int().meta({ description: 'the fiscal year that the figure is of' }),
    throughFiscalYear: z
      .int()
      .nullable()
      .meta({ description: 'last fiscal year of a cell that spans several' }),
    type: ObservationType,
    amountType: Amount.shape.type.unwrap().meta({
      description: 'of a budget line: budget, settlement or forecast, where the sheet says',
    }),
    value: z
      .number()
      .nullable()
      .meta({ description: 'in `unit`; of an achievement the ratio, 0.95 for 95%' }),
    unit: z.string().nullable().meta({ description: 'as printed; null for a ratio' }),
    qualifier: z.string().nullable().meta({ description: '約, 延べ, 以上, 以下, 未満 …' }),
    status: ValueStatus.nullable().meta({
      description: 'null for a budget cell without a figure: the sheet does not say why',
    }),
    text: z.string().meta({ description: 'as printed' }),
    yen: z.number().nullable().meta({ description: 'of a budget' }),
    page: z.int().min(1),
    x0: z.number().meta({ description: 'the box in PDF points from the top left of the page' }),
    y0: z.number(),
    x1: z.number(),
    y1: z.number(),
  })
  .meta({ id: 'Observation' });
export type Observation = z.infer<typeof Observation>;

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
      amounts.map(({ fiscalYear, text, value, yen, at, type: amountType = null }) => ({
        ...{ ...common, indicatorId: null, level: null, initiative: null, indicator: name },
        ...{ path: joined(path), amountType },
        ...{ fiscalYear, throughFiscalYear: null, type: 'budget' as const, value, unit },
        ...{ qualifier: null, status: value === null ? null : ('reported' as const), text, yen },
        ...placed(at),
      })),
    ),
  ];
}

const joined = (path: readonly string[] = []): string | null =>
  path.length === 0 ? null : path.join('＞');

function figuresOf({ unit, values, achievement, pastAchievements = [] }: Indicator) {
  return [
    ...values.map(({ at, throughFiscalYear = null, qualifier = null, ...value }) => ({
      ...{ ...value, throughFiscalYear, qualifier, unit },
      ...placed(at),
    })),
    ...[...pastAchievements, ...(achievement ? [achievement] : [])].map(
      ({ fiscalYear, text, ratio, status, at }) => ({
        ...{ fiscalYear, throughFiscalYear: null, type: 'achievement' as const, value: ratio },
        ...{ unit: null, qualifier: null, status, text },
        ...placed(at),
      }),
    ),
  ];
}

const placed = ({ page, box: [x0, y0, x1, y1] }: Place) => ({ page, x0, y0, x1, y1 });
