import { expect, it } from 'vitest';
import { type Cell, grid, line, value } from '../../samples/forms/form.ts';
import { amounts, bare, fields, figures, ratings, read, TITLE, values } from './drawn.ts';

const unruled = (cols: readonly number[], rows: readonly (readonly Cell[])[]) =>
  grid(cols, rows, { rules: 'none' });
const words = (...texts: readonly string[]) => texts.map((text) => value(text));

it('a sheet without rules is read by how its text is aligned', async () => {
  const sheet = await read([
    TITLE,
    line('', { right: '整理番号　環境07' }),
    unruled([3, 7, 3, 7], [words('事業名', '浜辺の清掃', '担当課', '環境課')]),
    unruled(
      [3, 17],
      [
        words('目的', '浜をきれいに保つ。'),
        words('内容', '市民と事業者が組になり、春と秋に決められた浜を歩いて集めたごみの重さを'),
        words('', '測る。'),
      ],
    ),
    line('２　指標の動き'),
    unruled(
      [8, 3, 4, 4, 4],
      [
        [
          ...words('指標名', '単位'),
          ...figures('令和３年度実績', '令和４年度目標', '令和４年度実績'),
        ],
        words('［活動指標］', '', '', '', ''),
        [...words('清掃した浜', 'か所'), ...figures('12', '14', '15')],
        words('［成果指標］', '', '', '', ''),
        [...words('浜に残るごみ', 'kg'), ...figures('－', '300', '282')],
      ],
    ),
    line('３　事業費の推移', { right: '（単位：千円）' }),
    unruled(
      [8, 5, 5],
      [
        [...words('区分'), ...figures('令和３年度決算', '令和４年度決算')],
        [...words('委託料'), ...figures('1,200', '1,340')],
        [...words('消耗品費'), ...figures('85', '90')],
      ],
    ),
    line('４　評価'),
    unruled(
      [3, 2, 15],
      [
        words('必要性', 'Ａ', '（理由）ごみは増えている。'),
        words('効率性', 'Ｂ', '単価が上がった。'),
      ],
    ),
  ]);
  const { number, title, department } = sheet;
  expect({ number, title, department }).toEqual({
    number: '環境07',
    title: '浜辺の清掃',
    department: '環境課',
  });
  expect(sheet.indicators.map(({ name, level }) => [name, level])).toEqual([
    ['清掃した浜', 'activity'],
    ['浜に残るごみ', 'outcome'],
  ]);
  expect(values(sheet)).toEqual([
    '清掃した浜 か所 2021 actual 12',
    '清掃した浜 か所 2022 target 14',
    '清掃した浜 か所 2022 actual 15',
    '浜に残るごみ kg 2021 actual －',
    '浜に残るごみ kg 2022 target 300',
    '浜に残るごみ kg 2022 actual 282',
  ]);
  expect(amounts(sheet)).toEqual([
    '委託料 千円 2021 settlement 1200',
    '委託料 千円 2022 settlement 1340',
    '消耗品費 千円 2021 settlement 85',
    '消耗品費 千円 2022 settlement 90',
  ]);
  expect(ratings(sheet)).toEqual(['必要性 / Ａ', '効率性 / Ｂ']);
  expect(fields(sheet)).toEqual([
    '目的 / 浜をきれいに保つ。',
    '内容 / 市民と事業者が組になり、春と秋に決められた浜を歩いて集めたごみの重さを測る。',
    '必要性 / （理由） / ごみは増えている。',
    '効率性 / 単価が上がった。',
  ]);
});

it('a legend, a unit and what is in brackets ask for no text', async () => {
  const sheet = await read([
    TITLE,
    line('（事後評価　令和４年度の分）'),
    unruled([3, 7, 3, 7], [words('事業名', '浜辺の清掃', '担当課', '環境課')]),
    line('評価　Ａ：適切　Ｂ：おおむね適切　Ｃ：見直す'),
    line('実績の推移', { right: '（単位：人）' }),
    unruled(
      [8, 4, 4],
      [
        [...words('指標名'), ...figures('令和４年度目標', '令和４年度実績')],
        [...words('浜を歩いた人'), ...figures('310', '355')],
        [...words('組になった組織'), ...figures('12', '14')],
      ],
    ),
    line('総合評価　Ｂ'),
  ]);
  expect(sheet.fields).toEqual([]);
  expect(ratings(sheet)).toEqual(['総合評価 / Ｂ']);
  expect(sheet.leftovers.map(({ text }) => bare(text)).join()).toContain('Ａ：適切');
});
