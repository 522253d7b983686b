import { expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, heads, middle, ratings, read, TITLE } from './drawn.ts';

it('one word among four heads is a head, too', async () => {
  const sheet = await read([
    TITLE,
    grid(
      [3, 7, 5, 4, 4],
      [
        [...heads('事業番号', '事業名', '担当課'), middle('歳出の別'), label('会計区分')],
        [middle('B-12'), value('磯の清掃'), value('水産課'), value('一般'), value('一般会計')],
      ],
    ),
    grid([3, 7], [[label('総合評価'), middle('Ａ')]]),
  ]);
  expect(sheet).toMatchObject({ number: 'B-12', title: '磯の清掃', department: '水産課' });
  expect(fields(sheet)).toContain('歳出の別 / 一般');
});

it('what stands under the plan is no title beside a name of its own, also where its kind says 施策', async () => {
  const plan = [
    [label('施策体系', { h: 2 }), label('基本施策'), value('海を守る')],
    [label('主要施策'), value('磯を守る')],
  ];
  const title = line('令和４年度　主要施策評価シート', { size: 13, right: '磯部市' });
  const rest = grid(
    [3, 5, 3, 5],
    [
      [label('目的'), value('海を残す。'), label('課題'), value('人が足りない。')],
      [label('総合評価'), middle('Ａ'), label('今後の方向性'), middle('継続')],
    ],
  );
  const named = [[label('事業名称', { w: 2 }), value('藻場の見回り')], ...plan];
  expect((await read([title, grid([3, 3, 8], named), rest])).title).toBe('藻場の見回り');
});

it('a heading and its unit between two tables are no table', async () => {
  const wide = [6, 4, 4];
  const sheet = await below(
    grid(wide, [[label('総合評価'), middle('Ａ'), blank()]]),
    line('◇ 掛かった費用', { right: '［単位：円］' }),
    grid(wide, [
      heads('年度', 'R3決算', 'R4決算'),
      [label('事業費'), ...figures('2,075,000', '2,163,000')],
    ]),
  );
  expect(amounts(sheet)).toEqual([
    '事業費 円 2021 settlement 2075000',
    '事業費 円 2022 settlement 2163000',
  ]);
});

it('labels in words of the form, with parentheses inside, before a colon', async () => {
  const sheet = await below(
    grid(
      [10],
      [
        [value('誰（何）を相手にするか：浜に来る人')],
        [value('意図（どんな姿にしたいのか）：浜で安心して遊べる。')],
      ],
    ),
    line('浜に来る人（市外も含む）の声：案内が少ない。'),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '誰（何）を相手にするか / 浜に来る人',
      '意図（どんな姿にしたいのか） / 浜で安心して遊べる。',
      '浜に来る人（市外も含む）の声 / 案内が少ない。',
    ]),
  );
});

it('the end that is planned is a label before its year', async () => {
  const sheet = await below(
    grid(
      [3, 5, 4, 4],
      [
        [
          label('期間'),
          value('令和元年度から令和４年度まで'),
          label('終了（予定）'),
          middle('令和４年度'),
        ],
      ],
    ),
  );
  expect(fields(sheet)).toContain('終了（予定） / 令和４年度');
});

it('words of the form over sentences, column by column, are heads', async () => {
  const sheet = await below(
    grid(
      [6, 6, 6],
      [
        [middle('事業の目的'), middle('歩みの始まり'), middle('主な動き')],
        [value('浜を残す。'), value('町の人が願い出た。'), value('松を植え、草を刈る。')],
      ],
    ),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '事業の目的 / 浜を残す。',
      '歩みの始まり / 町の人が願い出た。',
      '主な動き / 松を植え、草を刈る。',
    ]),
  );
});

it('what was chosen stands below its label, also where the word may be a label itself', async () => {
  const sheet = await below(
    grid(
      [4, 5, 9],
      [
        [middle('評価結果'), middle('次年度の方向性'), middle('総合所見')],
        [middle('Ｃ'), middle('改善'), value('案内のしかたを改める。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['評価結果 / Ｃ', '次年度の方向性 / 改善']);
  expect(fields(sheet)).toContain('総合所見 / 案内のしかたを改める。');
});

it('a span of years beside its label over words heads no figures', async () => {
  const sheet = await below(
    grid(
      [3, 5, 3, 6],
      [
        [label('区分'), value('建設事業'), label('計画期間'), value('平成20年度～平成30年度')],
        [label('予算の種類'), value('特別会計'), label('記入者'), value('浜田洋')],
      ],
    ),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining(['計画期間 / 平成20年度～平成30年度', '記入者 / 浜田洋']),
  );
});

it('headings in a cell stand under the one above it, which is not the next cell’s', async () => {
  const sheet = await below(
    grid(
      [10],
      [
        [label('事業の概要')],
        [value('【相手】\n浜に来る人。\n【やり方】\n案内板を置く。')],
        [value('十年続けている事業である。')],
      ],
    ),
  );
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '事業の概要 / 【相手】 / 浜に来る人。',
      '事業の概要 / 【やり方】 / 案内板を置く。',
    ]),
  );
  expect(sheet.warnings.map(({ message }) => message).join()).toContain('十年続けている');
});

it('a short word that ends as a question does is none', async () => {
  const sheet = await below(
    grid([4, 5, 4, 5], [[label('会場'), value('まちなか'), label('記入者'), value('浜田はるか')]]),
  );
  expect(fields(sheet)).toEqual(expect.arrayContaining(['会場 / まちなか', '記入者 / 浜田はるか']));
});
