import { describe, expect, it } from 'vitest';
import { JUDGEMENT } from '../../parsers/forms/vocabulary/judgements.ts';
import { comparable } from '../../parsers/japanese/characters.ts';
import { type Block, blank, gap, grid, label, line, value } from '../../samples/forms/form.ts';
import { FACTS, fields, figures, heads, middle, ratings, readPages, values } from './drawn.ts';

const TOP = [line('令和３年度　事業評価シート', { size: 13, right: '磯部市' }), FACTS];
const under = (...blocks: readonly Block[]) => readPages([...TOP, gap(8), ...blocks]);

describe('a table that goes on at the head of the next page', () => {
  const head = [
    [
      label('指標', { h: 2 }),
      label('単位', { h: 2 }),
      label('２年度', { w: 2 }),
      label('３年度', { w: 2 }),
    ],
    heads('計画', '実績', '計画', '実績'),
  ];
  const first = [value('運行日数'), value('日'), ...figures('300', '290', '310', '312')];
  const second = [value('遅れた便'), value('便'), ...figures('20', '25', '18', '16')];
  const widths = [6, 2, 3, 3, 3, 3];
  const expected = [
    '運行日数 日 2020 target 300',
    '運行日数 日 2020 actual 290',
    '運行日数 日 2021 target 310',
    '運行日数 日 2021 actual 312',
    '遅れた便 便 2020 target 20',
    '遅れた便 便 2020 actual 25',
    '遅れた便 便 2021 target 18',
    '遅れた便 便 2021 actual 16',
  ];

  it.each([
    ['has its heads there', []],
    ['has them here only', head],
  ])('%s', async (_, repeated) => {
    const above = [...TOP, gap(8), grid(widths, [...head, first]), line('', { middle: '- 1 -' })];
    const sheet = await readPages(above, [grid(widths, [...repeated, second])]);
    expect(values(sheet)).toEqual(expected);
  });

  it('rows that go on may part what the first page merges', async () => {
    const parts = [
      [label('よい', { w: 2 }), blank(), value('', { w: 4 })],
      [label('わるい'), middle('○', { w: 2 }), value('', { w: 4 })],
    ];
    const wide = [6, 2, 1, 2, 3, 3, 3];
    const merged = [
      value('遅れた便'),
      value('便'),
      middle('20', { w: 2 }),
      ...figures('25', '18', '16'),
    ];
    const above = [...TOP, gap(8), grid(widths, [...head, first])];
    const sheet = await readPages(above, [grid(wide, [merged, ...parts])]);
    expect(values(sheet)).toEqual(expected);
  });

  it('a table of other rows in the same columns stays one of its own', async () => {
    const reason = [label('理由'), value('計画どおりに運行した。', { w: 5 })];
    const sheet = await readPages(
      [...TOP, gap(8), grid(widths, [...head, first])],
      [grid(widths, [reason, [label('課題'), value('運転手が足りない。', { w: 5 })]])],
    );
    expect(values(sheet)).toEqual(expected.slice(0, 4));
    expect(fields(sheet)).toEqual(
      expect.arrayContaining(['理由 / 計画どおりに運行した。', '課題 / 運転手が足りない。']),
    );
  });
});

it.each([
  ['高い', '普通', '低い'],
  ['はい', 'いいえ', '不明'],
  ['Ａ', 'Ｂ', 'Ｃ'],
])('a mark under %s, %s or %s says that', async (...choices) => {
  const mark = (at: number) =>
    choices.map((_, i) => value(i === at ? '○' : '', { align: 'center' }));
  const sheet = await under(
    grid(
      [4, 8, 2, 2, 2, 3],
      [
        heads('評価項目', '評価の内容', ...choices, '備考'),
        [label('必要性'), value('求められているか'), ...mark(0), blank()],
        [label('効率性'), value('費用は適正か'), ...mark(2), blank()],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([`必要性 / ${choices[0]}`, `効率性 / ${choices[2]}`]);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '必要性 / 評価の内容 / 求められているか',
      '効率性 / 評価の内容 / 費用は適正か',
    ]),
  );
});

describe('who is in charge', () => {
  it('is not what is ticked beside 実施主体', async () => {
    const sheet = await under(grid([3, 17], [[label('実施主体'), value('■市　□県　■民間')]]));
    expect(sheet.department).toBe('環境課');
    expect(fields(sheet)).toContain('実施主体 / ■市□県■民間');
  });

  it('is the office of the head where a label names a section only', async () => {
    const facts = [label('事業名'), value('路線の見直し'), label('担当'), value('路線係')];
    const sheet = await readPages([
      line('令和３年度　事務事業評価シート', { size: 13, right: '磯部市　交通課' }),
      grid([3, 7, 3, 7], [facts, [label('目的'), value('移動を支える。', { w: 3 })]]),
      grid(
        [3, 17],
        [
          [label('対象'), value('市民')],
          [label('会計'), value('一般会計')],
        ],
      ),
    ]);
    expect(sheet.department).toBe('交通課');
    expect(fields(sheet)).toContain('担当 / 路線係');
  });
});

it('a word that ends as a city does is no publisher', async () => {
  const sheet = await readPages([
    line('未来型田園都市交付金　効果検証シート（令和３年度）', { size: 13, right: '磯部市' }),
    FACTS,
  ]);
  expect(sheet.publisherName).toBe('磯部市');
});

it.each(['地方創生に相当程度効果があった', '非常に効果的であった', '更に発展', '効果がなかった'])(
  '「%s」 is a judgement',
  (text) => {
    expect(JUDGEMENT.test(comparable(text))).toBe(true);
  },
);
