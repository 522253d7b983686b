import { describe, expect, it } from 'vitest';
import { linesOf } from '../../parsers/layout/lines.ts';
import type { Glyph } from '../../parsers/pdf/page.ts';
import { paragraphsOf } from '../../parsers/sheets/items.ts';

/** Lines of 10 pt text: `[indent in characters, text]`, one below the other. */
function lines(...rows: [number, string][]) {
  const glyphs = rows.flatMap(([indent, text], row) =>
    [...text].map((c, i): Glyph => {
      const x0 = (indent + i) * 10;
      return { text: c, x0, x1: x0 + 10, y0: row * 15, y1: row * 15 + 10, size: 10, page: 1 };
    }),
  );
  return linesOf(glyphs);
}

const read = (right: number, ...rows: [number, string][]) =>
  paragraphsOf(lines(...rows), { left: 0, right: right * 10, lists: new Set() }).map(
    ({ marker, ordinal, text }) => [marker, ordinal, text.text],
  );

describe('paragraphs', () => {
  it('marked items with hanging lines', () => {
    expect(
      read(12, [0, '①森の学校を開き、子どもと'], [1, '親子が木に触れた。'], [0, '②道を直した。']),
    ).toEqual([
      ['①', 1, '森の学校を開き、子どもと親子が木に触れた。'],
      ['②', 2, '道を直した。'],
    ]);
  });

  it('a bullet below ① belongs to ①', () => {
    expect(read(12, [0, '①次のとおり。'], [1, '・港の整備'], [0, '②道を直した。'])).toEqual([
      ['①', 1, '次のとおり。・港の整備'],
      ['②', 2, '道を直した。'],
    ]);
  });

  it('a middle dot that the line break put first is no bullet', () => {
    expect(read(12, [0, '・川と海の学校を開き、農業'], [1, '・林業の人と話した。'])).toEqual([
      ['・', null, '川と海の学校を開き、農業・林業の人と話した。'],
    ]);
  });

  it('a circled number in running text opens no item', () => {
    expect(read(12, [0, '①三つの柱のうち、特に右の'], [1, '③に力を入れた。'])).toEqual([
      ['①', 1, '三つの柱のうち、特に右の③に力を入れた。'],
    ]);
  });

  it.each(['(0)', '0)', '0. ', '1-0 ', '第0 '])('nothing is counted from %s', (mark) => {
    const [first] = read(20, [0, `${mark}森の学校を開いた。`], [0, '①道を直した。']);
    expect(first?.slice(0, 2)).toEqual([null, null]);
  });

  it('plain paragraphs part where one ends', () => {
    expect(read(20, [1, '海辺の町に人が戻る。'], [1, '山にも人が住む。'])).toEqual([
      [null, null, '海辺の町に人が戻る。'],
      [null, null, '山にも人が住む。'],
    ]);
  });

  it('plain paragraphs part where a first line is indented again', () => {
    expect(
      read(
        10,
        [1, '海辺の町に人が戻り'],
        [0, '山にも人が住むように'],
        [0, 'なりました。そして。'],
        [1, '次の年も続く。'],
      ),
    ).toEqual([
      [null, null, '海辺の町に人が戻り山にも人が住むようになりました。そして。'],
      [null, null, '次の年も続く。'],
    ]);
  });

  it('a middle dot that begins a line in mid-sentence is none in a plain paragraph either', () => {
    expect(read(10, [1, '川の学校を開いて農業'], [0, '・林業の人と話した。'])).toEqual([
      [null, null, '川の学校を開いて農業・林業の人と話した。'],
    ]);
  });

  it('two full one-line paragraphs are two', () => {
    expect(read(10, [1, '海辺の町に人が戻る。'], [1, '山にも人が住むのだ。'])).toEqual([
      [null, null, '海辺の町に人が戻る。'],
      [null, null, '山にも人が住むのだ。'],
    ]);
  });
});

describe('items count by', () => {
  it.each([
    ['①', '②', '③'],
    ['❶', '❷', '❸'],
    ['(1)', '(2)', '(3)'],
    ['（１）', '（２）', '（３）'],
    ['1)', '2)', '3)'],
    ['１．', '２．', '３．'],
    ['1', '2', '3'],
    ['ア', 'イ', 'ウ'],
    ['ア．', 'イ．', 'ウ．'],
    ['(ア)', '(イ)', '(ウ)'],
    ['㋐', '㋑', '㋒'],
    ['a)', 'b)', 'c)'],
    ['ⅰ)', 'ⅱ)', 'ⅲ)'],
    ['(一)', '(二)', '(三)'],
    ['㊱', '㊲', '㊳'],
  ])('%s %s %s', (...markers) => {
    const texts = ['道を直した。', '橋を架けた。', '港を開いた。'];
    const rows = markers.map((marker, i): [number, string] => [0, `${marker}${texts[i]}`]);
    const first = markers[0] === '㊱' ? 36 : 1;
    expect(read(12, ...rows)).toEqual(markers.map((marker, i) => [marker, first + i, texts[i]]));
  });

  it.each(['・', '○', '◎', '●', '■', '□', '◆', '－', '＊', '▶', '→', '➢'])('%s', (bullet) => {
    const rows = ['道を直した。', '橋を架けた。'].map((text): [number, string] => [
      0,
      bullet + text,
    ]);
    expect(read(12, ...rows)).toEqual([
      ['・', null, '道を直した。'],
      ['・', null, '橋を架けた。'],
    ]);
  });
});

describe('no item begins', () => {
  it.each([
    ['a word in kana', 'アンケートを行った。', 'イベントを開いた。'],
    ['a year', '25年度に道を直した。', '26年度に橋を架けた。'],
    ['a figure below nought', '-3.2ポイントだった。', '-1.5ポイントだった。'],
    ['a decimal', '1.5倍になった。', '2.5倍になった。'],
  ])('with %s', (_, ...texts) => {
    const rows = texts.map((text): [number, string] => [0, text]);
    expect(read(20, ...rows).map(([marker]) => marker)).toEqual([null, null]);
  });
});

describe('※', () => {
  it('marks the items of a list that is made of it', () => {
    expect(
      read(12, [0, '※森の学校を開いた。'], [1, '子どもが来た。'], [0, '※道を直した。']),
    ).toEqual([
      ['・', null, '森の学校を開いた。子どもが来た。'],
      ['・', null, '道を直した。'],
    ]);
  });

  it('is a note below another item, alone or with a number of its own', () => {
    const notes: [number, string][] = [
      [1, '※橋を除く。'],
      [1, '※川を除く。'],
    ];
    expect(read(12, [0, '①道を直した。'], ...notes)).toEqual([
      ['①', 1, '道を直した。※橋を除く。※川を除く。'],
    ]);
    expect(read(12, [0, '※橋を除く。'])).toEqual([[null, null, '※橋を除く。']]);
    expect(read(12, [0, '※1橋を除く。'], [0, '※2川を除く。'])).not.toContainEqual(
      expect.arrayContaining(['・']),
    );
  });
});

it('numbers of another kind belong to the item above them', () => {
  expect(
    read(12, [0, '(1) 次の二つ。'], [1, '①道を直した。'], [1, '②橋を架けた。'], [0, '(2) 港。']),
  ).toEqual([
    ['(1)', 1, '次の二つ。①道を直した。②橋を架けた。'],
    ['(2)', 2, '港。'],
  ]);
});

it.each([
  ['〔1〕', '〔2〕', '〔1〕', 1],
  ['i)', 'ii)', 'i)', 1],
  ['Ａ　', 'Ｂ　', 'Ａ', 1],
  ['一　', '二　', '一', 1],
  ['☞', '☞', '・', null],
  ['▽', '▽', '・', null],
  ['❖', '❖', '・', null],
])('%s marks an item', (first, second, marker, ordinal) => {
  const [one, two] = read(20, [0, `${first}港を直した。`], [0, `${second}道を直した。`]);
  expect(one).toEqual([marker, ordinal, '港を直した。']);
  expect(two?.at(-1)).toBe('道を直した。');
});

it('a line of running text that begins with a letter, a numeral or a negative figure opens nothing', () => {
  const rest = (next: string) =>
    read(12, [0, '①港の町では去年よりも人が'], [0, next], [0, '②道を直した。'])[0]?.at(-1);
  expect(rest('一部で増えた。')).toBe('港の町では去年よりも人が一部で増えた。');
  expect(rest('Ａ地区で増えた。')).toBe('港の町では去年よりも人がＡ地区で増えた。');
  expect(rest('△5％となった。')).toBe('港の町では去年よりも人が△5％となった。');
});
