import { expect, it } from 'vitest';
import type { Band, BandPiece } from '../../parsers/forms/bands.ts';
import { formBordersOf } from '../../parsers/forms/borders.ts';
import { spansOf } from '../../parsers/forms/centred.ts';
import { gap, grid, line, value } from '../../samples/forms/form.ts';
import { amounts, below, fields, figures, middle, ratings, values } from './drawn.ts';

const piece = (x0: number, x1: number, filled = false): BandPiece => ({
  x0,
  x1,
  glyphs: [],
  filled,
});
const band = (top: number, ...pieces: BandPiece[]): Band => ({
  top,
  bottom: top + 10,
  lines: [],
  pieces,
});
const levels = (bands: readonly Band[]) => [
  ...new Set(formBordersOf(bands, 0, 300, []).map(({ at }) => Math.round(at))),
];

it('every gap of a row holds a border, and there are as few as can be', () => {
  const rows = [
    band(0, piece(5, 40), piece(130, 160), piece(230, 260)),
    band(10, piece(5, 90), piece(140, 195), piece(250, 295)),
  ];
  expect(levels(rows)).toEqual([110, 213]);
});

it('a border stands at the edge of a background', () => {
  const rows = [band(0, piece(0, 60, true), piece(64, 90), piece(150, 210, true), piece(220, 260))];
  expect(levels(rows)).toEqual([60, 150, 210]);
});

it('no border runs through a text, nor through a head in the middle of several columns', () => {
  const head = band(0, piece(5, 40), piece(185, 215));
  const heads = band(10, piece(5, 40), piece(110, 140), piece(185, 215), piece(260, 290));
  const prose = band(20, piece(5, 40), piece(100, 290));
  const through = (top: number) =>
    formBordersOf([head, heads, prose], 0, 300, []).filter(({ from }) => from === top).length;
  expect([through(0), through(10), through(20)]).toEqual([1, 3, 1]);
});

it('heads side by side share the columns so that each stands in the middle of its own', () => {
  const below = [10, 60, 110, 160, 210].map((x) => piece(x, x + 30));
  const spans = spansOf(
    [piece(10, 40), piece(110, 140), piece(210, 240)],
    [0, 50, 100, 150, 200, 250],
    below,
  );
  expect(spans.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [0, 50],
    [50, 200],
    [200, 250],
  ]);
});

it('heads that run along both rows do not hide that a head stands over several columns', () => {
  const heads = band(0, piece(10, 40), piece(60, 90), piece(140, 190), piece(255, 285));
  const below = band(10, piece(105, 125), piece(155, 175), piece(205, 225), piece(260, 280));
  const row = band(20, ...[5, 65, 105, 155, 205, 260].map((x) => piece(x, x + 25)));
  const inTop = formBordersOf([heads, below, row], 0, 300, []).filter(({ from }) => from === 0);
  expect(inTop.map(({ at }) => Math.round(at))).toEqual([50, 98, 245]);
});

it('a name beside two rows, a heading between the tables and an empty cell leave every column its own', async () => {
  const rows = { rules: 'rows', rowHeight: 15 } as const;
  const row = (kind: string, ...texts: string[]) => [middle(kind), ...figures(...texts)];
  const sheet = await below(
    line('指標の動き'),
    grid(
      [7, 2, 3, 3, 5],
      [
        ['指標名（単位）', '', 'R3', 'R4', '備考'].map((text) => middle(text)),
        [value('清掃の参加者（人）', { h: 2 }), ...row('目標', '210', '220'), value('')],
        [...row('実績', '230', '240'), value('雨で一回中止')],
        [value('拾ったごみ（ｔ）', { h: 2 }), ...row('目標', '3.0', '2.5'), value('')],
        [...row('実績', '3.1', ''), value('')],
      ],
      rows,
    ),
    line('かかった費用', { right: '単位：千円' }),
    grid(
      [2, 6, 4, 4],
      [
        [middle('項目', { w: 2 }), middle('R3決算'), middle('R4決算')],
        [value('事業費', { w: 2 }), ...figures('1,050', '962')],
        [middle('内訳', { h: 2 }), value('地方債'), ...figures('600', '500')],
        [value('一般財源'), ...figures('450', '462')],
      ],
      rows,
    ),
    gap(3.2),
    grid([3, 3, 3, 8], [['総合評価', 'Ａ', '説明', '客が増えた。'].map((t) => middle(t))], rows),
  );
  expect(values(sheet)).toEqual([
    '清掃の参加者 人 2021 target 210',
    '清掃の参加者 人 2022 target 220',
    '清掃の参加者 人 2021 actual 230',
    '清掃の参加者 人 2022 actual 240',
    '拾ったごみ ｔ 2021 target 3.0',
    '拾ったごみ ｔ 2022 target 2.5',
    '拾ったごみ ｔ 2021 actual 3.1',
  ]);
  expect(amounts(sheet)).toEqual([
    '事業費 千円 2021 settlement 1050',
    '事業費 千円 2022 settlement 962',
    '地方債 千円 2021 settlement 600',
    '地方債 千円 2022 settlement 500',
    '一般財源 千円 2021 settlement 450',
    '一般財源 千円 2022 settlement 462',
  ]);
  expect(ratings(sheet)).toEqual(['総合評価 / Ａ']);
});

it('sections that rules run through: a caption or what grades mean stands at the end of their headings', async () => {
  const plain = (text: string) => value(text);
  const sheet = await below(
    grid(
      [6, 3, 3, 3],
      [
        [
          plain('区分'),
          middle('令和３年度決算'),
          middle('令和４年度決算'),
          middle('令和５年度予算'),
        ],
        [plain('事業費'), ...figures('1,180', '1,250', '1,400')],
        [plain('人件費'), ...figures('790', '810', '830')],
      ],
      { rules: 'rows' },
    ),
    line('評価', { right: '５点満点（５：高い　３：普通　１：低い）' }),
    grid(
      [3, 2, 10],
      [
        [plain('視点'), middle('評点'), middle('理由')],
        [
          plain('必要性'),
          middle('４／５'),
          plain('漂着するごみは毎年増え、観光の季節までに片付ける要がある。'),
        ],
        [
          plain('効率性'),
          middle('３／５'),
          plain('回収の船を隣の町と共に借り、一回当たりの費用を二割下げた。'),
        ],
      ],
      { rules: 'rows' },
    ),
  );
  expect(amounts(sheet)).toHaveLength(6);
  expect(fields(sheet)).toContain(
    '必要性 / 理由 / 漂着するごみは毎年増え、観光の季節までに片付ける要がある。',
  );
});
