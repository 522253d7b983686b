import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Hit } from '../../lambdas/domain/search/hit.ts';
import { type Unit, unitsOf } from '../../lambdas/domain/search/units.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchCorpus } from './corpus.ts';
import { openLibrary, searchPath } from './library.ts';
import { openLocalLibrary } from './local-library.ts';

const WRITTEN_SHEET = 'shiomi-1999-kinkyu-77';

const item = (text: string, n: number) => ({
  phase: 'result' as const,
  ordinal: n + 1,
  marker: '①',
  text,
  facts: [],
  dates: [],
  keywords: [],
  at: [{ page: 1, box: [1, 2, 3, 4] as [number, number, number, number] }],
});

const WRITTEN: [string, string][] = [
  ['読み聞かせ', 'ボランティアによる読み聞かせを各校で行いました。'],
  ['見守り', '登下校の見守りを続けました。'],
  ['立ち寄り', '道の駅への立ち寄りが増えました。'],
  ['貸し出し', '電動車いすの貸し出しを始めました。'],
  ['取り組み', '三つの取り組みを重ねました。'],
  ['声かけ', '商店街で声かけを続けました。'],
  ['フードイノ', 'フードイノベーションの拠点を開きました。'],
  ['1,200', '延べ1200世帯に配りました。'],
  ['1200', '苗木を１，２００本植えました。'],
  ['コミュニティフリ', 'コミュニティフリッジを三つの地区に置きました。'],
  ['子供の居場所', '子どもの居場所を四か所に開きました。'],
  ['こどもの居場所', '子供の居場所を四か所に開きました。'],
  ['障がい者スポーツ', '障害者スポーツの教室を開きました。'],
  ['2400人', '延べ2,400人が参加しました。'],
  ['2,400人', '延べ２４００人が参加しました。'],
];

const sameUnit = (hit: Hit, sheet: SheetRecord, unit: Unit) =>
  hit.sheet.id === sheet.id &&
  hit.kind === unit.kind &&
  hit.phase === unit.phase &&
  hit.ordinal === unit.ordinal &&
  hit.initiative === unit.initiative &&
  hit.indicator === unit.indicator;

describe.each([
  ['DynamoDB', openLibrary],
  ['SQLite', openLocalLibrary],
] as const)('in %s', (_, open) => {
  let library: Awaited<ReturnType<typeof open>>;
  let sheets: SheetRecord[];
  beforeAll(async () => {
    library = await open();
    sheets = await searchCorpus(10);
    for (const sheet of sheets) await library.publish(sheet);
    const [first] = sheets;
    if (!first) throw new Error('no sheet');
    const items = WRITTEN.map(([, text], n) => item(text, n));
    const initiatives = [{ number: null, title: null, items }];
    await library.publish({ ...first, id: WRITTEN_SHEET, initiatives });
  }, 60_000);
  afterAll(() => library.close());

  async function search(q: string): Promise<Hit[]> {
    const hits: Hit[] = [];
    for (let cursor = ''; ; ) {
      const page = await library.json(searchPath(q, { limit: 200, ...(cursor ? { cursor } : {}) }));
      expect(page).toHaveProperty('items');
      hits.push(...page.items);
      if (page.nextCursor === null) return hits;
      cursor = page.nextCursor;
    }
  }

  test('every stretch of three characters or more finds the item it stands in', async () => {
    const texts = sheets.flatMap((sheet) =>
      unitsOf(sheet).flatMap((unit) => unit.texts.map(({ text }) => ({ sheet, unit, text }))),
    );
    const drawn = fc.tuple(
      fc.nat(texts.length - 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 3, max: 12 }),
    );
    const asked = fc.asyncProperty(drawn, async ([n, from, length]) => {
      const one = texts[n];
      if (!one) return;
      const at = Math.floor(from * Math.max(0, one.text.length - length));
      const stretch = one.text.slice(at, at + length);
      // White space and quotation marks part words; signs alone are no question.
      fc.pre(stretch.length === length && !/[\s"“”＂「」『』]/.test(stretch));
      // 38, of 38,940 is two digits.
      fc.pre(/[\p{L}\p{N}]/u.test(stretch) && stretch.replace(/(?<=\d)[,，]/g, '').length >= 3);
      const hits = await search(stretch);
      expect(
        hits.some((hit) => sameUnit(hit, one.sheet, one.unit)),
        `${stretch} in ${one.text}`,
      ).toBe(true);
    });
    await fc.assert(asked, { numRuns: 150 });
  }, 120_000);

  test.each(WRITTEN)('%s finds 「%s」', async (query, text) => {
    const hits = await search(query);
    const own = hits.filter(({ sheet: { id } }) => id === WRITTEN_SHEET);
    expect(own.map((hit) => hit.text)).toContain(text);
  });
});
