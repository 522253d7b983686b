import { expect, it } from 'vitest';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import { blank } from '../../parsers/scan/picture.ts';
import { readLine } from '../../parsers/scan/readings.ts';

/** A line of one character, as networks read it: first, in further readings, among kanji, and among digits alone. */
const read = async (first: string, further: string, figure: string, digits: string) => {
  const box = { x0: 20, y0: 20, x1: 32, y1: 38 };
  const pieces = [{ ...box, area: 120 }];
  const seen = ({ width }: GreyPicture, text: string) => [
    { text, x0: 12, x1: Math.max(14, width - 12), confidence: 99 },
  ];
  const thrice = ({ width }: GreyPicture, text: string) =>
    [0, 1, 2].map((i) => {
      const part = width / 3;
      return { text, x0: i * part + 24, x1: (i + 1) * part - 24, confidence: 99 };
    });
  let times = 0;
  const { symbols, doubts } = await readLine(blank(60, 60), { box, pieces, down: false }, 26, {
    lanes: 1,
    page: () => {},
    line: async (picture, manner) =>
      manner === 'raw' ? thrice(picture, further) : seen(picture, times++ === 0 ? first : further),
    kanji: async (picture) => seen(picture, further),
    digits: async (picture) => seen(picture, digits),
    figure: async () => figure,
  });
  return { text: symbols.map(({ text }) => text).join(''), doubts: doubts.map(({ of }) => of) };
};

it.each([
  [
    'a zero that one network takes for a letter stands where two read it',
    ['0', 'O', 'o', '0'],
    '0',
    [],
  ],
  ['a figure that no other network reads is in doubt', ['4', '4', 'a', '7'], '4', ['number']],
  [
    'a letter that is taken for a figure is the letter that two others read',
    ['4', 'a', 'a', 'a'],
    'a',
    [],
  ],
] as const)('%s', async (_, [first, further, figure, digits], text, doubts) => {
  expect(await read(first, further, figure, digits)).toEqual({ text, doubts });
});
