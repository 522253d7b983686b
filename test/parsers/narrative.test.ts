import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import { readNarrative } from '../../parsers/sheets/narrative.ts';
import { type Drawn, drawnLines } from './drawn-lines.ts';

const EDGES = { left: 0, lists: new Set<string>(), right: 400 };
const TITLE = '「森の学校」を開くために';
const STUBS = [
  { number: '1', title: TITLE },
  { number: '2', title: '海の学校' },
];

/** The groups of a section as `number title: markers`, and the texts of the items. */
function read(stubs: typeof STUBS, ...rows: readonly Drawn[]) {
  const format = FORMATS.find((one) => one.format === 'mie-project');
  if (!format) throw new Error('no such format');
  const { groups } = readNarrative({ spec: format.initiatives, stubs }, drawnLines(...rows), EDGES);
  return groups
    .filter(({ number, paragraphs }) => number !== null || paragraphs.length > 0)
    .map(({ number, title, paragraphs }) => [
      `${number} ${title}`,
      ...paragraphs.map(({ marker, ordinal, text }) => `${marker} ${ordinal} ${text.text}`),
    ]);
}

describe('an initiative is named', () => {
  it.each<[string, Drawn[], string]>([
    ['in lenticular brackets', [[0, `【実践取組1${TITLE}】`]], `1 ${TITLE}`],
    ['in angle brackets', [[0, `＜実践取組１${TITLE}＞`]], `1 ${TITLE}`],
    ['in tortoise-shell brackets', [[0, `〔実践取組1${TITLE}〕`]], `1 ${TITLE}`],
    ['in square brackets', [[0, `［実践取組1${TITLE}］`]], `1 ${TITLE}`],
    ['without brackets', [[0, `実践取組1　${TITLE}`]], `1 ${TITLE}`],
    ['with a mark', [[0, `■実践取組1　${TITLE}`]], `1 ${TITLE}`],
    ['with a colon', [[0, `実践取組1：${TITLE}`]], `1 ${TITLE}`],
    ['in brackets before its title', [[0, `［実践取組1］　${TITLE}`]], `1 ${TITLE}`],
    ['in a quotation before its title', [[0, `「実践取組1」${TITLE}`]], `1 ${TITLE}`],
    ['with its number in brackets', [[0, `【実践取組（1）　${TITLE}】`]], `1 ${TITLE}`],
    ['as a numbered line', [[0, `1　${TITLE}`]], `1 ${TITLE}`],
    ['with a point behind its number', [[0, `１．${TITLE}`]], `1 ${TITLE}`],
    ['without a title', [[0, '【実践取組1】']], '1 null'],
    ['by its number alone', [[0, '実践取組1']], '1 null'],
    ['as the target table does', [[0, `【1${TITLE}】`]], `1 ${TITLE}`],
    [
      'over two lines',
      [
        [0, '実践取組1　「森の学校」を'],
        [0, '開くために'],
      ],
      `1 ${TITLE}`,
    ],
  ])('%s', (_, heading, named) => {
    expect(read(STUBS, ...heading, [0, '①道を直した。'], [0, '②橋を架けた。'])).toEqual([
      [named, '① 1 道を直した。', '② 2 橋を架けた。'],
    ]);
  });

  it('where no target table lists it', () => {
    expect(read([], [0, `実践取組4　${TITLE}`], [0, '①道を直した。'])).toEqual([
      [`4 ${TITLE}`, '① 1 道を直した。'],
    ]);
  });

  it('but not by a sentence', () => {
    expect(read(STUBS, [0, '実践取組1では道を直した。'], [0, '①橋を架けた。'])).toEqual([
      ['null null', 'null null 実践取組1では道を直した。', '① 1 橋を架けた。'],
    ]);
  });
});

it('another text in brackets belongs to no item', () => {
  expect(read([], [0, '①道を直した。'], [0, '【年間の結果】'], [0, '②橋を架けた。'])).toEqual([
    ['null null', '① 1 道を直した。', '② 2 橋を架けた。'],
  ]);
});
