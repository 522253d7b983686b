import { expect, it } from 'vitest';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import type { ReadPage } from '../../parsers/pdf/read.ts';
import { withPicturedRules } from '../../parsers/scan/ruled.ts';

const page = (layer: ReadPage['layer'], rules: ReadPage['rules'] = []): ReadPage => ({
  number: 1,
  width: 144,
  height: 108,
  turn: 0,
  glyphs: [],
  rules,
  dots: [],
  fills: [],
  unmapped: 0,
  asides: [],
  remarks: [],
  layer,
  missing: [],
  unseen: 0,
  pictures: true,
  outlines: false,
  doubts: [],
});

/** A frame of two fields side by side, at 200 pixels an inch. */
function framed(): GreyPicture {
  const [width, height] = [400, 300];
  const grey = new Uint8Array(width * height).fill(255);
  for (let x = 50; x < 350; x++) for (const y of [60, 61, 240, 241]) grey[y * width + x] = 0;
  for (let y = 60; y < 242; y++)
    for (const x of [50, 51, 200, 201, 348, 349]) grey[y * width + x] = 0;
  return { width, height, grey };
}

async function rulesOf(one: ReadPage) {
  const asked: number[] = [];
  const pixels = {
    of: async (number: number) => {
      asked.push(number);
      return framed();
    },
    close: async () => {},
  };
  const pages = (async function* () {
    yield one;
  })();
  const [read] = await Array.fromAsync(withPicturedRules(pages, pixels));
  return {
    asked,
    rules: read?.rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round)),
  };
}

it('a page of which only the text is somebody’s OCR has the rules of its picture', async () => {
  const { rules } = await rulesOf(page('ocr-layer'));
  expect(rules).toEqual([
    [18, 22, 126, 22],
    [18, 87, 126, 87],
    [18, 22, 18, 87],
    [72, 22, 72, 87],
    [126, 22, 126, 87],
  ]);
});

it('others have those that they draw, and no picture is looked at', async () => {
  const drawn = [1, 2, 3, 4].map((y) => ({ x0: 0, x1: 100, y0: 20 * y, y1: 20 * y }));
  for (const one of [page('embedded'), page('ocr-layer', drawn)]) {
    const { asked, rules } = await rulesOf(one);
    expect([asked, rules?.length]).toEqual([[], one.rules.length]);
  }
});
