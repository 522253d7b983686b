import { expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { cellText } from '../../parsers/layout/table.ts';
import { withSideHeadings } from '../../parsers/sheets/side-headings.ts';
import { drawn } from './drawn-table.ts';

function said(rows: string[]) {
  const format = FORMATS.find((one) => one.format === 'mie-measure');
  if (!format) throw new Error('the format is missing');
  return withSideHeadings(format, [{ kind: 'table', page: 1, table: drawn(rows) }]).map((block) =>
    block.kind === 'line'
      ? `${block.line.heads ? '# ' : ''}${block.line.text}`
      : block.table.cells.map((cell) => cellText(cell).text),
  );
}

it('names of sections beside their items are headings', () => {
  expect(
    said([
      '成果と残された課題 | ①灯台の見学が増えました。',
      '改善のポイントと取組方向 | ①案内する人を育てます。',
    ]),
  ).toEqual([
    '# 成果と残された課題',
    '①灯台の見学が増えました。',
    '# 改善のポイントと取組方向',
    '①案内する人を育てます。',
  ]);
});

it('cells side by side stay a table below their heading', () => {
  expect(said(['取組概要 | ① | 灯台を公開しました。', '^ | ② | 岬の道を直しました。'])).toEqual([
    '# 取組概要',
    ['①', '灯台を公開しました。', '②', '岬の道を直しました。'],
  ]);
});

it('labels of other tables are none', () => {
  const rows = ['目標項目の説明 | 見学した人の数', '26年度目標値の考え方 | 前年と同じ'];
  expect(said(rows)).toHaveLength(1);
  expect(said(['取組概要 | ①公開しました。', '予算額 | 12'])).toHaveLength(1);
});
