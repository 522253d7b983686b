import { kinkyu2012 } from '../../samples/data/shiomi-2012-kinkyu-2.ts';
import type { Figure, Indicator, Sheet } from '../../samples/generator/content.ts';
import { figure, printed } from '../../samples/generator/figures.ts';
import { indicator } from '../../samples/generator/writing.ts';

const places = (value: number): Figure => figure(value, 'か所');
const TARGETS = { 2012: places(50), 2013: places(60), 2014: places(75), 2015: places(90) };
const RAISED = { ...TARGETS, 2015: places(100) };

/** The year that is evaluated, the targets as printed then, and the actuals known by then. */
const PRINTED: readonly (readonly [number, Indicator['targets'], Indicator['actuals']])[] = [
  [2012, TARGETS, { 2012: places(48) }],
  [2013, TARGETS, { 2012: places(48), 2013: printed('63か所（速報値）', 63) }],
  [2014, RAISED, { 2012: places(48), 2013: places(61), 2014: places(70) }],
  [2015, RAISED, { 2012: places(48), 2013: places(61), 2014: places(70), 2015: places(96) }],
];

/** The four sheets that the table speaks of, as what the samples' generator draws. */
export const FOUR: readonly Sheet[] = PRINTED.map(([fiscalYear, targets, actuals]) => ({
  ...kinkyu2012,
  fiscalYear,
  number: '7',
  indicators: [
    indicator(fiscalYear, {
      level: 'project',
      name: '夜も開く避難場所（累計）',
      unit: 'か所',
      baseline: places(40),
      targets,
      actuals,
    }),
    ...kinkyu2012.indicators.slice(1),
  ],
}));
