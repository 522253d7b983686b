import { expect, it } from 'vitest';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import { readBoxed } from '../../parsers/scan/boxes.ts';
import type { InkLine } from '../../parsers/scan/lines.ts';
import { blank } from '../../parsers/scan/picture.ts';

const EM = 22;
const SIDE = 18;

/** What stands on a line, an em and a half apart: boxes, and characters as bars. */
function lineOf(marks: string): { page: GreyPicture; line: InkLine } {
  const page = blank(40 * marks.length, 40);
  const pieces = Array.from(marks, (mark, i) => {
    const [x0, y0] = [10 + 33 * i, 10];
    const [x1, y1] = [x0 + SIDE, y0 + SIDE];
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const isEdge = x === x0 || x === x1 - 1 || y === y0 || y === y1 - 1;
        const isInk = mark === '■' || (mark === '□' ? isEdge : (x - x0) % 3 === 0);
        if (isInk) page.grey[y * page.width + x] = 30;
      }
    }
    return { x0, y0, x1, y1, area: SIDE * SIDE };
  });
  const last = pieces.at(-1)?.x1 ?? 10;
  return { page, line: { box: { x0: 10, y0: 10, x1: last, y1: 28 }, pieces, down: false } };
}

async function read(marks: string): Promise<string> {
  const { page, line } = lineOf(marks);
  const asked = async ({ pieces }: InkLine) => ({
    symbols: pieces.map((piece) => ({ ...piece, text: '字', confidence: 99 })),
    doubts: [],
  });
  const { symbols } = await readBoxed(page, line, EM, asked);
  return symbols.map(({ text }) => text).join('');
}

it.each([
  ['boxes are told by their shape, what stands between them is read for itself', '□字字■字□字'],
  ['a filled box may stand alone', '字■字'],
  ['an empty box that begins a line is one', '□字字'],
])('%s', async (_, marks) => {
  expect(await read(marks)).toBe(marks);
});

it('a single empty box within a line may be a character', async () => {
  expect(await read('字□字')).toBe('字字字');
});
