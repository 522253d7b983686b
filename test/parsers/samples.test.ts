import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { parse, readLayout } from '../../parsers/parse.ts';
import { golden, layoutAsText, pagesAsText } from './goldens.ts';
import { expectTruth } from './truth.ts';

type Entry = { file: string; pages: number; sheets: { truth: string }[] };

const manifest: Entry[] = JSON.parse(readFileSync('samples/manifest.json', 'utf8'));
const read = (file: string) => new Uint8Array(readFileSync(`samples/${file}`));

it('every sample is in the manifest', () => {
  const files = readdirSync('samples').filter((file) => file.endsWith('.pdf'));
  expect(manifest.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(files.length).toBeGreaterThanOrEqual(3);
});

describe.each(manifest)('$file', ({ file, pages, sheets }) => {
  const name = file.replace(/\.pdf$/, '');

  it('pages and layout are as reviewed', async () => {
    const seen = await readLayout(read(file), resources.assets);
    expect(pagesAsText(seen.pages)).toBe(golden(name, 'pages.txt', pagesAsText(seen.pages)));
    const layout = layoutAsText(seen.layouts.map(inspected));
    expect(layout).toBe(golden(name, 'layout.txt', layout));
  });

  it('the record is as reviewed', async () => {
    const record = `${JSON.stringify(await parse(read(file), resources), null, 1)}\n`;
    expect(record).toBe(golden(name, 'record.json', record));
  });

  it('the record says what was drawn, where it was drawn', async () => {
    const got = await parse(read(file), resources);
    expect(got.document.pages).toBe(pages);
    const truths = sheets.map(({ truth }) => JSON.parse(readFileSync(`samples/${truth}`, 'utf8')));
    expectTruth(got.sheets, truths);
    const codes = (sheet: { warnings: { code: string }[] }) => sheet.warnings.map((w) => w.code);
    expect(got.sheets.map(codes)).toEqual(truths.map(codes));
  });
});

/** Facts read off the page by eye, so that a slip in drawing cannot hide one in reading. */
describe('by hand', () => {
  it('the flood sheet of 2012', async () => {
    const { sheets } = await parse(read('shiomi-2012-kinkyu-2.pdf'), resources);
    const [sheet] = sheets;
    expect(sheet?.title).toBe('雨に強い流域をみんなでつくる');
    expect(sheet?.department).toBe('県土整備部');
    expect(sheet?.progress?.grade).toBe('B');
    const time = sheet?.indicators[0];
    expect(time?.name).toBe('自宅から避難所までにかかる時間を知っている住民の割合');
    const said = (time?.values ?? []).map((v) => `${v.fiscalYear} ${v.type} ${v.text}`);
    expect(said).toEqual([
      '2011 baseline 38.4%',
      '2012 target 42.0%',
      '2012 actual 43.8%',
      '2013 target 49.0%',
      '2014 target 56.0%',
      '2015 target 63.0%',
    ]);
    expect(time?.achievement).toMatchObject({ text: '1.00', ratio: 1, check: 'verified' });
    const plans = sheet?.indicators.find((i) => i.name === '地区ごとの避難計画をつくった自治会');
    expect(plans?.values.find((v) => v.status === 'narrative')).toMatchObject({
      fiscalYear: 2012,
      throughFiscalYear: 2015,
      value: null,
    });
    expect(sheet?.budget[0]).toMatchObject({ name: '予算額等', unit: '百万円' });
    expect(sheet?.budget[0]?.amounts.map(({ yen }) => yen)).toEqual([3_481_000_000, 4_127_000_000]);
  });

  it('the mobile library sheet of a city, 2013', async () => {
    const { sheets } = await parse(read('shioiri-2013-jimu-0312.pdf'), resources);
    const [sheet] = sheets;
    expect(sheets).toHaveLength(1);
    expect(sheet).toMatchObject({
      id: 'shioiri-2013-jimu-0312',
      format: 'shioiri-jimu',
      title: '移動図書館の運行',
      department: '教育委員会生涯学習課',
      progress: { grade: 'B', label: 'おおむね順調' },
      leftovers: [],
      warnings: [],
    });
    expect(sheet?.indicators.map(({ level, name, unit }) => `${level} ${name} ${unit}`)).toEqual([
      'activity 移動図書館「しおかぜ号」が立ち寄る場所 か所',
      'activity 運行した日数 日',
      'outcome 移動図書館で貸し出した本 冊',
    ]);
    const [, days, lent] = sheet?.indicators ?? [];
    expect(days?.values.map((v) => `${v.fiscalYear} ${v.type} ${v.value}`)).toEqual([
      '2011 target 200',
      '2011 actual 198',
      '2012 target 210',
      '2012 actual 203',
      '2013 target 220',
      '2013 actual 209',
    ]);
    expect(days?.achievement).toMatchObject({ text: '95.0%', ratio: 0.95, check: 'verified' });
    expect(lent?.achievement).toMatchObject({ text: '111.4%', ratio: 1.114, check: 'verified' });
    const past = lent?.pastAchievements ?? [];
    expect(past.map((a) => `${a.fiscalYear} ${a.text} ${a.check}`)).toEqual([
      '2011 97.6% verified',
      '2012 104.0% verified',
    ]);
    const spent = sheet?.budget.map(({ name, amounts }) => [name, ...amounts.map((a) => a.yen)]);
    expect(spent).toEqual([
      ['事業費', 14_820_000, 15_360_000, 17_945_000],
      ['人件費', 9_100_000, 9_100_000, 8_750_000],
    ]);
    const phases = sheet?.initiatives.map(({ items }) => items.map((item) => item.phase));
    expect(phases).toEqual([
      ['overview', 'overview', 'result', 'result', 'improvement', 'improvement'],
    ]);
  });
});
