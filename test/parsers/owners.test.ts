import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readLayout } from '../../parsers/parse.ts';
import { randomProducer } from '../../samples/corpus/producer.ts';
import { randomSheet } from '../../samples/corpus/sheet.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { Random } from '../../samples/generator/random.ts';
import { mutantOf } from '../fuzz/fuzz.ts';
import { unownedIn, unownedOn } from './owners.ts';

const samples = readdirSync('samples').filter((file) => file.endsWith('.pdf'));

it.each(samples)('each character of %s has one owner', async (file) => {
  const { sheets, unowned } = await unownedIn(readFileSync(`samples/${file}`));
  expect(sheets).toBeGreaterThan(0);
  expect(unowned).toEqual([]);
});

const DRAWN = 4;
const SEED = 1_000 * Math.floor(Date.now() / 1000);
const MUTANTS = { seed: 20781, count: 8 };
const TIMEOUT = 180_000;

it.each(Array.from({ length: DRAWN }, (_, i) => SEED + i))(
  'each character of the sheet drawn from seed %i has one owner',
  async (seed) => {
    const random = new Random(seed);
    const { pdf } = await makeDocument(randomProducer(random), [randomSheet(random)]);
    const { sheets, unowned } = await unownedIn(pdf);
    expect(sheets).toBe(1);
    expect(unowned).toEqual([]);
  },
);

it(
  'each character of a damaged sheet that is read has one owner',
  async () => {
    let sheets = 0;
    for (let number = 0; number < MUTANTS.count; number++) {
      const { mutant } = mutantOf(MUTANTS.seed, number);
      const read = await unownedIn(mutant.bytes).catch(() => null);
      sheets += read?.sheets ?? 0;
      expect(read?.unowned ?? [], `mutant ${number}`).toEqual([]);
    }
    expect(sheets).toBeGreaterThan(0);
  },
  TIMEOUT,
);

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
