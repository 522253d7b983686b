import { expect, it } from 'vitest';
import { grid, label, value } from '../../samples/forms/form.ts';
import { below, fields, figures, heads, middle, ratings, values } from './drawn.ts';

it('questions in groups under one head are judged, in however many words', async () => {
  const sheet = await below(
    grid(
      [3, 9, 2, 7],
      [
        [label('担当課による点検', { w: 2 }), label('評価'), label('評価に関する説明')],
        [
          label('続ける必要', { h: 2 }),
          value('町の人が望んでいる事業か。'),
          middle('○'),
          value('署名が出された。'),
        ],
        [value('ほかの団体に任せられない事業か。'), middle('△'), value('任せられる団体はある。')],
        [
          label('費用', { h: 2 }),
          value('入札に二者より多くが来たか。'),
          middle('×'),
          value('一者であった。'),
        ],
        [value('単価は近くの町と比べて高くないか。'), middle('○'), value('同じくらいである。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '続ける必要 / 評価 / 町の人が望んでいる事業か。 / ○',
    '続ける必要 / 評価 / ほかの団体に任せられない事業か。 / △',
    '費用 / 評価 / 入札に二者より多くが来たか。 / ×',
    '費用 / 評価 / 単価は近くの町と比べて高くないか。 / ○',
  ]);
});

it('answers in shaded heads, whatever they say, hold what stands under them', async () => {
  const sheet = await below(
    grid(
      [8, 2, 2, 2, 2, 2],
      [
        [label('設問', { h: 2 }), label('回答（％）', { w: 3 }), label('評価', { w: 2 })],
        heads('そう思う', 'どちらとも言えない', 'そう思わない', 'R3', 'R4'),
        [value('浜はきれいだ。'), ...figures('51.2', '30.0', '18.8'), middle('b'), middle('a')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '浜はきれいだ。 / R3 / 評価 / b',
    '浜はきれいだ。 / R4 / 評価 / a',
  ]);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining([
      '浜はきれいだ。 / そう思う / 51.2',
      '浜はきれいだ。 / どちらとも言えない / 30.0',
      '浜はきれいだ。 / そう思わない / 18.8',
    ]),
  );
});

it('a grade, what grades mean, and why it was given', async () => {
  const sheet = await below(
    grid(
      [4, 2, 8, 8],
      [
        [
          label('必要性'),
          middle('ａ'),
          value('ａ：高い　ｂ：中くらい　ｃ：低い'),
          value('望まれている。'),
        ],
        [label('効率性'), middle('３'), value('（５段階）'), value('手間が掛かる。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['必要性 / ａ', '効率性 / ３']);
  expect(fields(sheet)).toEqual(
    expect.arrayContaining(['必要性 / 望まれている。', '効率性 / 手間が掛かる。']),
  );
});

it('a question beside what it is about, under one head: each judge says so of it', async () => {
  const row = (name: string, question: string, own: string, other: string) => [
    label(name),
    value(question, { w: 2 }),
    middle(own),
    middle(other),
  ];
  const sheet = await below(
    grid(
      [3, 6, 2, 3, 3],
      [
        [label('評価の視点', { w: 3 }), ...heads('自己評価', '委員会評価')],
        row('必要性', '町が関わる訳はあるか', '４', '４'),
        row('効率性', '費用に見合うか', '３', '２'),
      ],
    ),
  );
  expect(ratings(sheet)).toEqual([
    '自己評価 / 必要性 / ４',
    '必要性 / 委員会評価 / ４',
    '自己評価 / 効率性 / ３',
    '効率性 / 委員会評価 / ２',
  ]);
  expect(fields(sheet)).toContain('必要性 / 評価の視点 / 町が関わる訳はあるか');
});

it('under 評価 a word or two judge, whatever their row is called', async () => {
  const sheet = await below(
    grid(
      [5, 5, 9],
      [
        heads('項目', '評価', '説明'),
        [value('船の手配'), middle('妥当である'), value('足りている。')],
        [value('費用'), middle('削る余地はない'), value('下がっている。')],
      ],
    ),
  );
  expect(ratings(sheet)).toEqual(['評価 / 船の手配 / 妥当である', '評価 / 費用 / 削る余地はない']);
});

it('a part under 区分 is of what stands beside it, each with its own figures and grade', async () => {
  const pair = (name: string, unit: string, rows: readonly (readonly string[])[]) =>
    rows.map(([part = '', base = '', now = '', aim = '', grade = ''], i) => [
      ...(i === 0 ? [value(name, { h: 2 })] : []),
      value(part),
      ...(i === 0 ? [middle(unit, { h: 2 })] : []),
      ...figures(base, now, aim),
      middle(grade),
    ]);
  const sheet = await below(
    grid(
      [6, 3, 2, 3, 3, 3, 2],
      [
        heads('目標項目', '区分', '単位', '基準値（H28）', '実績値（R4）', '目標値（R8）', '判定'),
        ...pair('磯で泳ぐ人の割合（20～64歳）', '％', [
          ['男性', '11', '14', '20', 'Ｂ'],
          ['女性', '9', '8', '18', 'Ｄ'],
        ]),
      ],
    ),
  );
  expect(values(sheet)).toEqual([
    '磯で泳ぐ人の割合（20～64歳） ％ 2016 baseline 11',
    '磯で泳ぐ人の割合（20～64歳） ％ 2022 actual 14',
    '磯で泳ぐ人の割合（20～64歳） ％ 2026 target 20',
    '磯で泳ぐ人の割合（20～64歳） ％ 2016 baseline 9',
    '磯で泳ぐ人の割合（20～64歳） ％ 2022 actual 8',
    '磯で泳ぐ人の割合（20～64歳） ％ 2026 target 18',
  ]);
  expect(sheet.indicators.map(({ path }) => path)).toEqual([['男性'], ['女性']]);
  expect(ratings(sheet)).toEqual([
    '磯で泳ぐ人の割合（20～64歳） / 男性 / 判定 / Ｂ',
    '磯で泳ぐ人の割合（20～64歳） / 女性 / 判定 / Ｄ',
  ]);
});

it('a sign under 結果 beside years is no figure; what is expected by its name is a forecast', async () => {
  const sheet = await below(
    grid(
      [6, 3, 3, 3, 2],
      [
        heads('ＫＰＩ', '区分', '2021年度', '2022年度', '結果'),
        [value('船の客', { h: 2 }), label('目標'), ...figures('20', '30'), middle('◎', { h: 2 })],
        [label('実績'), ...figures('24', '33')],
      ],
    ),
    grid(
      [6, 3, 3],
      [heads('指標', '2021年度', '2022年度'), [value('客の見込み'), ...figures('22', '31')]],
    ),
  );
  expect(values(sheet)).toEqual([
    '船の客 null 2021 target 20',
    '船の客 null 2022 target 30',
    '船の客 null 2021 actual 24',
    '船の客 null 2022 actual 33',
    '客の見込み null 2021 forecast 22',
    '客の見込み null 2022 forecast 31',
  ]);
  expect(ratings(sheet)).toEqual(['船の客 / 結果 / ◎']);
});
