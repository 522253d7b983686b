import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse, readLayout } from '../../parsers/parse.ts';
import { displayed } from '../../parsers/pdf/page.ts';
import type { Box, Place } from '../../parsers/records/place.ts';

const files = readdirSync('samples').filter((file) => file.endsWith('.pdf'));
const bytes = (file: string) => new Uint8Array(readFileSync(`samples/${file}`));

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
const within = ([x0, y0, x1, y1]: Box, [a, b, c, d]: Box) =>
  x0 >= a && y0 >= b && x1 <= c && y1 <= d;

describe.each(files)('%s', async (file) => {
  const { sheets } = await parse(bytes(file), resources);
  const { pages } = await readLayout(bytes(file), resources.assets);
  const items = sheets.flatMap(({ initiatives }) => initiatives.flatMap((one) => one.items));
  const said = items.flatMap((item) =>
    [...item.facts, ...(item.dates ?? [])].map(({ text, at = [] }) => ({ item, text, at })),
  );

  const inkIn = ({ page: number, box }: Place): string => {
    const page = pages.find((one) => one.number === number);
    if (!page) return '';
    return page.glyphs
      .filter(({ x0, y0, x1, y1 }) => {
        const [a, b, c, d] = displayed(page, [x0, y0, x1, y1]);
        return within([(a + c) / 2, (b + d) / 2, (a + c) / 2, (b + d) / 2], box);
      })
      .toSorted((a, b) => a.x0 - b.x0)
      .map((glyph) => glyph.text)
      .join('');
  };

  test('what is told of an item stands in its text and in its boxes', () => {
    for (const { item, text, at } of said) {
      expect(item.text).toContain(text);
      expect(at.length).toBeGreaterThan(0);
      for (const place of at) {
        const around = item.at.find(({ page }) => page === place.page);
        expect(around && within(place.box, around.box)).toBe(true);
      }
    }
  });

  test('the ink in the box of what stands on one line is its text', () => {
    const short = said.filter(({ at: [first, second] }) => {
      return first && !second && first.box[3] - first.box[1] < 16;
    });
    expect(short.length).toBeGreaterThan(said.length / 2);
    for (const { text, at } of short) {
      expect(plain(at.map(inkIn).join(''))).toBe(plain(text));
    }
  });
});
