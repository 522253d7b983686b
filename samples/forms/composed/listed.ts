import { type Block, grid, label, number, value } from '../form.ts';
import { measured } from './measured.ts';
import type { Sheet } from './sheet.ts';
import type { Counteds } from './stub.ts';

/** Baseline, last target and this year's actual: the list of a strategy's KPIs. */
export function listed(sheet: Sheet, all: Counteds): Block[] {
  const { random, year, truth } = sheet;
  const at = random.pick(['column', 'name', 'cell'] as const);
  const [base, last] = [year - random.int(1, 3), year + random.int(1, 4)];
  const judged = random.chance(0.6) ? random.pick(['評価', '進捗評価', '判定']) : null;
  const nameHead = random.pick(['重要業績評価指標（KPI）', 'KPI', '指標', '数値目標']);
  const level = /KPI/.test(nameHead) ? 'outcome' : null;
  const fund = random.chance(0.5) ? '具体的な取組' : null;
  const head = [
    ...(fund ? [label(fund)] : []),
    label(nameHead),
    ...(at === 'column' ? [label('単位')] : []),
    label(`${random.pick(['基準値', '現状値', '策定時'])}\n（${sheet.years.word(base)}）`),
    label(`${random.pick(['目標値', '目標'])}\n（${sheet.years.word(last)}）`),
    label(`${random.pick(['実績値', '実績'])}\n（${sheet.years.word(year)}）`),
    ...(judged ? [label(judged)] : []),
  ];
  const fundText = sheet.theme.field;
  const rows = all.map(([, counted], i) => {
    const m = measured(sheet, counted, level, at, fund ? [fundText] : []);
    return [
      ...(fund && i === 0 ? [value(fundText, { h: all.length })] : []),
      value(m.printed),
      ...(at === 'column' ? [value(m.unit, { align: 'center' })] : []),
      number(m.baseline(base)),
      number(m.final(last)),
      number(m.actual(year, false)),
      ...(judged
        ? [value(truth.rating(judged, random.pick(['A', 'B', 'C']), [m.name]), { align: 'center' })]
        : []),
    ];
  });
  return [
    grid(
      [...(fund ? [5] : []), 9, ...(at === 'column' ? [2.4] : []), 4, 4, 4, ...(judged ? [3] : [])],
      [head, ...rows],
    ),
  ];
}
