import { describe, expect, it } from 'vitest';
import { blank, grid, label, line, value } from '../../samples/forms/form.ts';
import { bare, below, FACTS, fields, heads, middle, ratings, read, TITLE } from './drawn.ts';

describe('what the head says without labels', () => {
  it.each([
    ['磯部市　こども未来部', '磯部市', 'こども未来部'],
    ['白砂町　企画課', '白砂町', '企画課'],
    ['【都市整備部道路課】', null, '都市整備部道路課'],
    ['所管：市民生活部　環境課', null, '市民生活部環境課'],
  ])('%s', async (right, publisherName, department) => {
    const { indicators, ...sheet } = await read([
      line('令和４年度　事業評価シート', { size: 13, right }),
      grid(
        [3, 7],
        [
          [label('事業名'), value('浜辺の清掃')],
          [label('目的'), value('浜をきれいに保つ。')],
          [label('対象'), value('市民')],
          [label('会計'), value('一般会計')],
          [label('根拠法令'), value('浜辺条例')],
        ],
      ),
    ]);
    expect(sheet).toMatchObject({ publisherName, department });
  });

  it('a code on a line, and the year beside its label', async () => {
    const sheet = await read([
      line('事業評価シート', { size: 13, right: '磯部市' }),
      line('評価対象年度：令和３年度', { right: '事業コード　31204' }),
      FACTS,
      grid([3, 7], [[label('備考'), value('特になし')]]),
    ]);
    expect(sheet).toMatchObject({ fiscalYear: 2021, number: '31204' });
  });
});

describe('lists', () => {
  it('heads that stand under others, and a name over two columns', async () => {
    const sheet = await below(
      grid(
        [3, 6, 2, 6, 2, 6],
        [
          [
            label('区分', { h: 2 }),
            label('項目', { h: 2 }),
            label('一次評価', { w: 2 }),
            label('二次評価', { w: 2 }),
          ],
          heads('評点', '説明', '評点', '説明'),
          [
            label('運営', { h: 2 }),
            value('人は足りるか'),
            middle('4'),
            value('増やした。'),
            middle('3'),
            value('なお足りない。'),
          ],
          [value('点検をしたか'), middle('5'), value('毎日した。'), middle('5'), value('同じ。')],
          [label('合計', { w: 2 }), middle('9'), blank(), middle('8'), blank()],
        ],
      ),
    );
    expect(ratings(sheet)).toEqual([
      '運営 / 一次評価 / 評点 / 人は足りるか / 4',
      '運営 / 二次評価 / 評点 / 人は足りるか / 3',
      '運営 / 一次評価 / 評点 / 点検をしたか / 5',
      '運営 / 二次評価 / 評点 / 点検をしたか / 5',
      '一次評価 / 評点 / 合計 / 9',
      '二次評価 / 評点 / 合計 / 8',
    ]);
    expect(fields(sheet)).toContain('運営 / 二次評価 / 人は足りるか / 説明 / なお足りない。');
  });

  it('a mark under one of several choices', async () => {
    const sheet = await below(
      grid(
        [4, 2, 2, 2, 8],
        [
          [label('視点', { h: 2 }), label('評点', { w: 3 }), label('説明', { h: 2 })],
          heads('3', '2', '1'),
          [label('公益性'), middle('○'), blank(), blank(), value('皆の役に立つ。')],
          [label('有効性'), blank(), middle('○'), blank(), value('数は伸びた。')],
        ],
      ),
    );
    expect(ratings(sheet)).toEqual(['評点 / 公益性 / 3', '評点 / 有効性 / 2']);
  });

  it('questions with whatever words in them, a dash where one does not arise', async () => {
    const sheet = await below(
      grid(
        [10, 2, 8],
        [
          heads('点検項目', '評価', '説明'),
          [value('不用額がある場合、その理由は妥当か。'), middle('‐'), blank()],
          [value('国が行うべき事業か。'), middle('○'), value('全国に及ぶ。')],
        ],
      ),
    );
    expect(ratings(sheet)).toEqual([
      '評価 / 不用額がある場合、その理由は妥当か。 / ‐',
      '評価 / 国が行うべき事業か。 / ○',
    ]);
  });

  it('sentences under years and kinds', async () => {
    const sheet = await below(
      grid(
        [4, 7, 7, 2, 6],
        [
          heads('取組項目', '令和４年度の計画', '令和４年度の実績', '状況', '令和５年度の予定'),
          [
            value('砂像展'),
            value('会場を選ぶ。'),
            value('浜に決めた。'),
            middle('◎'),
            value('開催'),
          ],
          [
            value('海の家'),
            value('組合と話す。'),
            value('三軒が開いた。'),
            middle('△'),
            value('増設'),
          ],
        ],
      ),
    );
    expect(sheet.indicators).toEqual([]);
    expect(ratings(sheet)).toEqual(['砂像展 / 状況 / ◎', '海の家 / 状況 / △']);
    expect(fields(sheet)).toContain('海の家 / 令和５年度の予定 / 増設');
  });
});

it('pairs side by side under what groups them', async () => {
  const sheet = await below(
    grid(
      [4, 6, 4, 6],
      [
        [label('一次評価（担当課）', { w: 2 }), label('二次評価（会議）', { w: 2 })],
        [label('総合評価'), middle('Ａ'), label('総合評価'), middle('Ｂ')],
        [label('コメント'), value('続ける。'), label('コメント'), value('見直す。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '一次評価（担当課） / 総合評価 / Ａ',
    '二次評価（会議） / 総合評価 / Ｂ',
  ]);
  expect(fields(sheet)).toContain('二次評価（会議） / コメント / 見直す。');
});

it('a choice and what is said of it, below the box that asks', async () => {
  const sheet = await below(
    grid(
      [4, 16],
      [
        [label('点検班の所見', { w: 2 })],
        [middle('事業内容の一部改善'), value('公表を早めること。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['点検班の所見 / 事業内容の一部改善']);
  expect(fields(sheet)).toContain('点検班の所見 / 公表を早めること。');
});

it.each([
  ['合計', '12点'],
  ['今後の方針', '②事業内容の見直し（改善）'],
  ['総合評価', 'Ｂ　概ね順調'],
])('%s: %s is a judgement', async (name, text) => {
  const sheet = await below(grid([4, 16], [[label(name), value(text)]]));
  expect(ratings(sheet)).toEqual([`${name} / ${bare(text)}`]);
});

describe('a sheet without a title', () => {
  const untitled = (purpose: string) =>
    read([
      TITLE,
      grid(
        [3, 7],
        [
          [label('目的'), value(purpose)],
          [label('対象'), value('市民')],
          [label('会計'), value('一般会計')],
          [label('手段'), value('広報で呼びかける。')],
          [label('根拠法令'), value('浜辺条例')],
        ],
      ),
    ]);

  it('has an id of its own, the same whenever it is read', async () => {
    const [a, again, b] = await Promise.all([
      untitled('浜をきれいに保つ。'),
      untitled('浜をきれいに保つ。'),
      untitled('山の道を直す。'),
    ]);
    expect(a?.title).toBe('事業評価シート');
    expect(again?.id).toBe(a?.id);
    expect(b?.id).not.toBe(a?.id);
  });
});
