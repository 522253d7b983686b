import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import type { Block } from '../../parsers/sheets/block.ts';
import { headingsIn } from '../../parsers/sheets/headings.ts';
import { sectionsOf, yearEvaluated } from '../../parsers/sheets/sections.ts';
import { type Drawn, drawnLines } from './drawn-lines.ts';

const bold = { size: 11, font: 'Gothic' };
const OVERVIEW: Drawn = [0, '平成25年度の取組概要', bold];
const RESULT: Drawn = [0, '平成25年度の成果と残された課題（評価結果）', bold];
const IMPROVEMENT: Drawn = [0, '平成26年度の改善のポイントと取組方向', bold];
const ITEM: Drawn = [0, '①森の学校を開き、子どもと親子が木に触れる日を毎月設けました。'];

/** The headings that are found, each with the phase or kind of section it was taken for; `≠` where the wording differs. */
function found(...rows: readonly Drawn[]): string[] {
  const format = FORMATS.find((one) => one.format === 'mie-project');
  if (!format) throw new Error('no such format');
  const blocks = drawnLines(...rows).map((line): Block => ({ kind: 'line', page: 1, line }));
  return [...headingsIn(format, blocks).values()].map(({ spec, usual, text }) => {
    const taken = spec === null ? '?' : spec.kind === 'narrative' ? spec.phase : spec.kind;
    return `${usual ? '' : '≠ '}${taken}: ${text.text}`;
  });
}

const usual = (text: string, phase: string) => `${phase}: ${text}`;

it.each(['平成25年度の取り組み概要', '平成25年度の取組内容', '平成25年度の主な取組'])(
  '%s is known by its look where no other heading can stand',
  (text) => {
    const before: Drawn = [0, '実践取組の目標', bold];
    const rows = [before, ITEM, [0, text, bold] as Drawn, ITEM, RESULT, ITEM, IMPROVEMENT, ITEM];
    expect(found(...rows)).toContain(`≠ overview: ${text}`);
  },
);

describe('a heading that is worded otherwise is known by what it shares', () => {
  it.each<[string, string]>([
    ['a changed word', '平成25年度の成果と課題'],
    ['two', '評価結果と課題'],
    ['a word left out', '平成25年度成果と残された課題'],
    ['the year left out', '成果と残された課題'],
    ['a draft', '平成25年度の成果と残された課題（案）'],
    ['a number in front', '２．平成25年度の成果と課題'],
    ['a mark in front', '■平成25年度の成果と課題'],
    ['brackets', '【平成25年度の成果と残された課題】'],
    ['a page behind', '平成25年度の成果と残された課題……3'],
    ['a note behind', '平成25年度の成果と残された課題※1'],
  ])('%s', (_, text) => {
    expect(found(OVERVIEW, ITEM, [0, text, bold], ITEM, IMPROVEMENT, ITEM)).toEqual([
      usual(OVERVIEW[1], 'overview'),
      `≠ result: ${text}`,
      usual(IMPROVEMENT[1], 'improvement'),
    ]);
  });

  it('where it looks like the text around it, if it says nearly the same', () => {
    expect(found(OVERVIEW, ITEM, [0, '平成25年度の成果と課題'], ITEM, IMPROVEMENT)).toEqual([
      usual(OVERVIEW[1], 'overview'),
      '≠ result: 平成25年度の成果と課題',
      usual(IMPROVEMENT[1], 'improvement'),
    ]);
  });

  it('over two lines', () => {
    const rows: Drawn[] = [
      [0, '平成25年度の成果と', bold],
      [0, '残された課題', bold],
    ];
    expect(found(OVERVIEW, ITEM, ...rows, ITEM, IMPROVEMENT)).toEqual([
      usual(OVERVIEW[1], 'overview'),
      'result: 平成25年度の成果と残された課題',
      usual(IMPROVEMENT[1], 'improvement'),
    ]);
  });
});

it('a year in both countings makes no other wording', () => {
  const text = '平成25年度（2013年度）の成果と残された課題';
  expect(found(OVERVIEW, ITEM, [0, text, bold])).toEqual([
    usual(OVERVIEW[1], 'overview'),
    `result: ${text}`,
  ]);
});

it('marks and numbers in front make no other wording', () => {
  expect(found([0, `■${OVERVIEW[1]}`, bold], ITEM, [0, `(2) ${RESULT[1]}`, bold])).toEqual([
    `overview: ■${OVERVIEW[1]}`,
    `result: (2)${RESULT[1]}`,
  ]);
});

it('a line that looks like the headings and says nothing known closes the section', () => {
  expect(found(OVERVIEW, ITEM, [0, '関係団体からの意見', bold], ITEM, RESULT, IMPROVEMENT)).toEqual(
    [
      usual(OVERVIEW[1], 'overview'),
      '≠ ?: 関係団体からの意見',
      usual(RESULT[1], 'result'),
      usual(IMPROVEMENT[1], 'improvement'),
    ],
  );
});

it('no heading is seen in items, initiatives, captions and sentences', () => {
  const rows: Drawn[] = [
    [0, '【実践取組1「森の学校」を開くために】'],
    [0, '実践取組2「海の学校」を開くために', bold],
    [0, '①成果と課題'],
    [0, '成果と課題を次のとおり整理しました。'],
    [30, '（単位：百万円）'],
    [0, '①次の年度に向けて森の学校と海の学校の二つを開くこととし、その'],
    [1, '成果と課題'],
  ];
  expect(found(OVERVIEW, ...rows, RESULT, ITEM, IMPROVEMENT)).toEqual([
    usual(OVERVIEW[1], 'overview'),
    usual(RESULT[1], 'result'),
    usual(IMPROVEMENT[1], 'improvement'),
  ]);
});

it('headings in the middle of the page, between marks, are known as those at the left edge are', () => {
  const centred = (text: string): Drawn => [16 - text.length * 0.55, text, bold];
  const long: Drawn = [0, '①森の学校を開き、子どもと親子が木に触れる日を毎月設けました。'];
  const [first, second, third] = [
    '◇平成25年度の取組概要◇',
    '◇平成25年度の成果と残された課題◇',
    '◇平成26年度の改善の要点と取組◇',
  ].map(centred) as [Drawn, Drawn, Drawn];
  expect(found(first, long, second, long, third, long)).toEqual([
    `≠ overview: ${first[1]}`,
    `≠ result: ${second[1]}`,
    `≠ improvement: ${third[1]}`,
  ]);
});

describe('the evaluated year', () => {
  const year = (...rows: readonly Drawn[]) => {
    const format = FORMATS.find((one) => one.format === 'mie-project');
    if (!format) throw new Error('no such format');
    const blocks = drawnLines(...rows).map((line): Block => ({ kind: 'line', page: 1, line }));
    const evaluated = yearEvaluated(sectionsOf(headingsIn(format, blocks), blocks));
    return evaluated && [evaluated.year, evaluated.by?.text ?? null];
  };

  it('is the one that headings of items name', () => {
    expect(year(RESULT, ITEM)).toEqual([2013, null]);
    expect(year(IMPROVEMENT, ITEM)).toEqual([2013, null]);
  });

  it('is told without its era where another heading has that', () => {
    const goal: Drawn = [0, '平成27年度の取組概要', bold];
    expect(year(ITEM, [0, '25年度の成果と残された課題（評価結果）', bold], ITEM)).toBeNull();
    expect(year([0, '25年度の成果と残された課題（評価結果）', bold], ITEM, goal)).toEqual([
      2013,
      null,
    ]);
  });

  it('is that of a line which says what is evaluated, where no such heading names one', () => {
    const line = '平成25年度の評価と平成26年度の方向';
    expect(year([0, line], [0, '成果と残された課題', bold], ITEM)).toEqual([2013, line]);
    expect(
      year([0, '平成25年度に生まれた森です。'], [0, '成果と残された課題', bold], ITEM),
    ).toBeNull();
    expect(year([0, '平成25年度実績　312'], [0, '成果と残された課題', bold], ITEM)).toBeNull();
    expect(year([0, line], ITEM)).toBeNull();
  });
});
