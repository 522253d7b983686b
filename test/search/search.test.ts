import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hit } from '../../lambdas/domain/search/hit.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { searchCorpus } from './corpus.ts';
import { hitRate, judge } from './judge.ts';
import { type Library, openLibrary, searchPath } from './library.ts';

let library: Library;
let sheets: SheetRecord[];
beforeAll(async () => {
  library = await openLibrary();
  sheets = await searchCorpus(32);
  for (const sheet of sheets) await library.publish(sheet);
}, 60_000);
afterAll(() => library.close());

const search = async (q: string, filters = {}): Promise<Hit[]> =>
  (await library.json(searchPath(q, filters))).items;
const marked = ({ text, highlights }: Hit) =>
  highlights.map(({ start, end }) => text.slice(start, end));

/** Over a thousand sheets: `node test/bench/search.ts`. */
test('the known answers are among the first ten hits', async () => {
  const judged = await judge(sheets, library.json);
  expect(judged.length).toBeGreaterThan(20);
  expect(hitRate(judged)).toBeGreaterThanOrEqual(0.95);
});

test('a hit shows what was found where it is printed, and the places of its item', async () => {
  const [hit] = await search('２泊 林業体験');
  const sheet = sheets.find(({ id }) => id === 'shiomi-2014-kyoso-5');
  const item = sheet?.initiatives[1]?.items[0];
  expect(hit).toMatchObject({
    kind: 'item',
    field: 'text',
    phase: 'overview',
    initiative: '2',
    ordinal: 1,
    indicator: null,
    text: item?.text,
    at: item?.at,
    sheet: { id: sheet?.id, title: sheet?.title, revision: expect.any(String) },
  });
  expect(hit && marked(hit)).toEqual(['２泊', '林業体験']);
  expect(hit?.snippet.filter(({ match }) => match)).toMatchObject([
    { text: '２泊' },
    { text: '林業体験' },
  ]);
});

test('an indicator has the places of its values, a goal its own, a title none', async () => {
  const [indicator] = await search('乗り継げる路線の割合');
  const record = sheets
    .find(({ id }) => id === 'shiomi-2018-shisaku-326')
    ?.indicators.find(({ name }) => name.startsWith('ＩＣカード'));
  expect(indicator).toMatchObject({ kind: 'indicator', indicator: record?.id });
  expect(indicator?.at).toEqual(record?.values.map(({ at }) => at));
  const [goal] = await search('歯止め 公共交通');
  expect(goal).toMatchObject({ kind: 'goal', ordinal: 2, at: [{ page: 1 }] });
  const [title] = await search('岬と島の暮らしをつなぐ');
  expect(title).toMatchObject({ kind: 'sheet', field: 'title', at: [] });
});

test('an initiative is found by its title', async () => {
  const [hit] = await search('誰もが読める環境づくり');
  expect(hit).toMatchObject({ kind: 'sheet', field: 'initiative' });
});

test('filters narrow what is found', async () => {
  const all = await search('藻場', { limit: 200 });
  const { fiscalYear, program, department } = all[0]?.sheet ?? {};
  const some = await search('藻場', {
    fiscalYear,
    program,
    department,
    phase: 'result',
    limit: 200,
  });
  expect(some).toEqual(
    all
      .filter(
        ({ sheet, phase }) =>
          sheet.fiscalYear === fiscalYear &&
          sheet.program === program &&
          sheet.department === department &&
          phase === 'result',
      )
      .map((hit) => ({ ...hit, score: expect.any(Number) })),
  );
  expect(await search('藻場', { publisher: 'shioiri' })).toEqual([]);
});

test('pages follow one another without a gap or a repetition', async () => {
  const whole = await library.json(searchPath('こども食堂', { limit: 200 }));
  expect(whole.nextCursor).toBeNull();
  const paged: Hit[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await library.json(
      searchPath('こども食堂', { limit: 7, ...(cursor !== '' && { cursor }) }),
    );
    paged.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole.items);
  expect(paged.length).toBeGreaterThan(14);
});

test.for([
  '/v1/search',
  '/v1/search?q=',
  searchPath('　'),
  searchPath('！？'),
  searchPath('あ'.repeat(201)),
  searchPath('あれ これ 県 市 町 村 事業 取組 目標 指標 成果 課題 予算 人口 地域'),
])('%s is refused, the parameter named', async (path) => {
  const response = await library.app.request(path);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'invalid-parameter', parameter: 'q' });
});

test('an indicator is found by what its cells say: a figure with or without commas, what is not known yet', async () => {
  const pending = sheets.flatMap(({ id, indicators }) =>
    indicators.flatMap(({ id: indicator, values }) =>
      values.flatMap(({ status, text }) => (status === 'pending' ? [{ id, indicator, text }] : [])),
    ),
  );
  const [one] = pending;
  if (!one) throw new Error('no sheet has a pending value');
  const found = await search(one.text, { limit: '200' });
  expect(found.length).toBeGreaterThan(0);
  expect(found).toContainEqual(
    expect.objectContaining({ kind: 'indicator', indicator: one.indicator, field: 'values' }),
  );

  const figure = sheets
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ name, values }) => values.map(({ text }) => ({ name, text })))
    .find(({ text }) => /^\d,\d{3}$/.test(text));
  if (!figure) throw new Error('no sheet has a figure with a comma');
  for (const typed of [figure.text, figure.text.replace(',', '')]) {
    const names = (await search(typed)).map(({ name }) => name);
    expect(names).toContain(figure.name);
  }
  const [both] = await search(`${figure.name} ${figure.text}`);
  expect(both).toMatchObject({ kind: 'indicator', name: figure.name });
});
