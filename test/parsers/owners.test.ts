import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readLayout } from '../../parsers/parse.ts';
import { unownedIn, unownedOn } from './owners.ts';

const samples = readdirSync('samples').filter((file) => file.endsWith('.pdf'));

it.each(samples)('each character of %s has one owner', async (file) => {
  const { sheets, unowned } = await unownedIn(readFileSync(`samples/${file}`));
  expect(sheets).toBeGreaterThan(0);
  expect(unowned).toEqual([]);
});

it('a character that no line has is missed', async () => {
  const pdf = readFileSync('samples/shioiri-2013-jimu-0312.pdf');
  const { layouts } = await readLayout(pdf, resources.assets);
  const stray = { text: '迷', x0: 300, x1: 310, y0: 400, y1: 410, size: 10, page: 1 };
  const strayed = layouts.map((layout) => ({
    ...layout,
    page: { ...layout.page, glyphs: [...layout.page.glyphs, stray] },
  }));
  const { unowned } = await unownedOn(strayed);
  expect(unowned).toEqual([{ character: '迷', printed: 1, owned: 0 }]);
});
