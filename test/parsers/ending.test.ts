import { expect, it } from 'vitest';
import { FORMATS } from '../../lambdas/reader/formats.ts';
import type { Block } from '../../parsers/sheets/block.ts';
import { lengthOf } from '../../parsers/sheets/ending.ts';
import { headingsIn } from '../../parsers/sheets/headings.ts';
import { type Drawn, drawnLines } from './drawn-lines.ts';

/** How many lines of two pages belong to the sheet that begins on the first. */
function owned(first: readonly Drawn[], second: readonly Drawn[]): number {
  const format = FORMATS.find((one) => one.format === 'mie-measure');
  if (!format) throw new Error('no format');
  const blocks = [first, second].flatMap((rows, i) =>
    drawnLines(...rows).map((line): Block => ({ kind: 'line', page: i + 1, line })),
  );
  return lengthOf(format, headingsIn(format, blocks), blocks);
}

const HEADING: Drawn = [0, '平成26年度の改善のポイントと取組方向', { size: 8 }];
const ITEM: Drawn = [0, '浜の朝市を守る人を増やし、来る人に道を知らせる。'];

it('a sheet whose last heading ends a page goes on with the next one', () => {
  expect(owned([HEADING], [ITEM, ITEM])).toBe(3);
});

it('text of another size on a new page is of another document', () => {
  expect(owned([HEADING, ITEM], [[0, '委員会の名簿', { size: 16 }]])).toBe(2);
});
