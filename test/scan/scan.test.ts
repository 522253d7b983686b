import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ocrEngine } from '../../lambdas/ocr/engine.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { readPicture } from '../../parsers/scan/page.ts';
import { Random } from '../../samples/generator/random.ts';
import { scanned } from './scanner.ts';
import { smallSheet } from './small-sheet.ts';

const ocr = ocrEngine(2);
afterAll(() => ocr.stop());

describe('a sheet that was printed and scanned askew', () => {
  let scan: Uint8Array;
  let twin: DocumentRecord;
  let read: DocumentRecord;
  beforeAll(async () => {
    const born = await smallSheet();
    twin = await parse(born, resources);
    const scanner = { dpi: 200, skew: 0.8, noise: 12, quality: 75 };
    scan = await scanned(born, scanner, new Random(7));
    read = await parse(scan, { ...resources, ocr });
  }, 300_000);

  it('is refused where nothing reads pictures', async () => {
    await expect(parse(scan, resources)).rejects.toMatchObject({ code: 'no-text' });
  });

  it('has the id of its twin and says where its text is from', () => {
    expect(read.document.textSource).toBe('ocr');
    expect(read.sheets.map(({ id }) => id)).toEqual(twin.sheets.map(({ id }) => id));
  });

  it('has the figures of its twin where they stand, or says which were not read', () => {
    const [want, got] = [figuresOf(twin), figuresOf(read)];
    expect(want.length).toBe(12);
    expect(got.map(({ kind }) => kind)).toEqual(want.map(({ kind }) => kind));
    got.forEach(({ value, status, at }, i) => {
      if (status !== 'unread') expect(value).toBe(want[i]?.value);
      for (const [k, edge] of at.box.entries()) {
        expect(Math.abs(edge - (want[i]?.at.box[k] ?? 0))).toBeLessThan(9);
      }
    });
    expect(got.filter(({ status }) => status === 'unread').length).toBeLessThan(2);
  });
});

describe('a page that lies on its side or stands on its head', () => {
  it.each([90, 180] as const)(
    'is read as if it had been laid straight: %d degrees',
    async (turn) => {
      const born = await smallSheet();
      const twin = await parse(born, resources);
      const scan = await scanned(born, { dpi: 200, skew: -0.5, turn }, new Random(turn));
      const read = await parse(scan, { ...resources, ocr });
      const numbers = ({ sheets }: DocumentRecord) =>
        sheets.map(({ fiscalYear, number }) => [fiscalYear, number]);
      expect(numbers(read)).toEqual(numbers(twin));
      const certain = figuresOf(read).filter(({ value }) => value !== null);
      expect(certain.length).toBeGreaterThan(8);
      for (const { kind, value, at } of certain) {
        const want = figuresOf(twin).find((one) => one.kind === kind && one.value === value);
        expect(want).toBeDefined();
        const [x, y] = onGlass(middleOf(want?.at.box ?? [0, 0, 0, 0]), turn);
        const [seenX, seenY] = middleOf(at.box);
        expect(Math.hypot(seenX - x, seenY - y)).toBeLessThan(12);
      }
    },
    300_000,
  );
});

describe('a picture of something else', () => {
  const [width, height] = [800, 1100];
  const random = new Random(3);
  const shades = Uint8Array.from(
    { length: width * height },
    (_, i) =>
      128 + 100 * Math.sin((i % width) / 40) * Math.cos(i / width / 55) + random.int(-20, 20),
  );
  const size = { number: 1, width: 595, height: 842 };
  const seen = (picture: GreyPicture, text: string) => [
    { text, x0: 10, x1: picture.width - 10, confidence: 90 },
  ];
  const engine = (other: string) => ({
    lanes: 1,
    page: () => {},
    line: async (picture: GreyPicture) => seen(picture, '国土交通'),
    digits: async (picture: GreyPicture) => seen(picture, '1'),
    kanji: async (picture: GreyPicture) => seen(picture, '国土交通'),
    figure: async () => other,
  });

  it('has no text, since two networks see nothing alike in it', async () => {
    expect(await readPicture({ width, height, grey: shades }, size, engine('雨量'))).toBeNull();
  });

  it('would have text if they did', async () => {
    const page = await readPicture({ width, height, grey: shades }, size, engine('国土交通'));
    expect(page?.glyphs.length).toBeGreaterThan(0);
    expect(page?.turn).toBe(0);
  });
});

/** A5 across, in points. */
const [WIDE, HIGH] = [595.28, 419.53];

/** Where a point of the sheet is when the paper is turned clockwise. */
function onGlass([x, y]: [number, number], turn: 90 | 180): [number, number] {
  if (turn === 180) return [WIDE - x, HIGH - y];
  return [HIGH - y, x];
}

const middleOf = ([x0, y0, x1, y1]: readonly [number, number, number, number]): [
  number,
  number,
] => [(x0 + x1) / 2, (y0 + y1) / 2];

function figuresOf({ sheets }: DocumentRecord) {
  return sheets.flatMap(({ indicators }) =>
    indicators.flatMap(({ values }) =>
      values.map(({ fiscalYear, type, ...rest }) => ({ kind: `${fiscalYear} ${type}`, ...rest })),
    ),
  );
}
