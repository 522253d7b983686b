import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SheetRecord } from '../../parsers/records/sheet.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** Runs a program that draws into the folder it is given last; the folder. */
function draw(...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'));
  made.push(folder);
  execFileSync(process.execPath, [...args, folder]);
  return folder;
}

const files = (folder: string, ending: RegExp) =>
  readdirSync(folder).filter((file) => ending.test(file));

function expectSame(drawn: string, kept: string, ending: RegExp): void {
  expect(files(drawn, ending)).toEqual(files(kept, ending));
  for (const file of files(kept, ending)) {
    const same = readFileSync(join(drawn, file)).equals(readFileSync(join(kept, file)));
    expect(same, `${file} is drawn as it is kept`).toBe(true);
  }
}

/** What a truth says is a record's; what readers add to the contract, it leaves out. */
function expectRecords(folder: string): void {
  const truths = files(folder, /\.json$/).filter((file) => file !== 'manifest.json');
  expect(truths.length).toBeGreaterThan(0);
  for (const file of truths) {
    const { error } = SheetRecord.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const wrong = error?.issues.filter(({ message }) => !message.endsWith('received undefined'));
    expect(wrong ?? [], file).toEqual([]);
  }
}

it('the samples are drawn again byte for byte', () => {
  expectSame(draw('samples/make.ts'), 'samples', /\.(pdf|json)$/);
});

it('the fixtures are drawn again byte for byte', () => {
  // The damaged ones were found by test/fuzz.
  expectSame(draw('test/fixtures/make.ts'), 'test/fixtures', /^(?!damaged-).*\.pdf$/);
});

it('the truths are sheet records', () => {
  expectRecords('samples');
});

describe('the corpus', () => {
  it('is the same for the same seed', () => {
    const corpus = () => draw('samples/corpus.ts', '--seed', '7', '--count', '4', '--out');
    const [one, two] = [corpus(), corpus()];
    expect(files(one, /\.pdf$/)).toHaveLength(4);
    expectSame(one, two, /\.(pdf|json)$/);
  });

  it('has truths that are sheet records, each with its places inside its pages', () => {
    const folder = draw('samples/corpus.ts', '--seed', '8', '--count', '12', '--out');
    expectRecords(folder);
    for (const { sheets } of JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))) {
      for (const { truth, pages } of sheets) {
        const { indicators } = JSON.parse(readFileSync(join(folder, truth), 'utf8')) as SheetRecord;
        const on = indicators.flatMap(({ values }) => values.map(({ at }) => at.page));
        expect(Math.min(...on)).toBeGreaterThanOrEqual(pages.from);
        expect(Math.max(...on)).toBeLessThanOrEqual(pages.to);
      }
    }
  });
});

it('nothing that draws has anything from the readers', () => {
  const sources = readdirSync('samples/generator', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('samples/generator', file), 'utf8'));
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((source) => /from '.*parsers\//.test(source))).toEqual([]);
});
