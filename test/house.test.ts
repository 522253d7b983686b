import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** A copy of the linter's rules over an empty house, to try imports in. */
const house = mkdtempSync(join(tmpdir(), 'house-'));
const rules = JSON.parse(readFileSync('biome.json', 'utf8'));
writeFileSync(join(house, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
afterAll(() => rmSync(house, { recursive: true }));

function lint(path: string, content: string): string {
  const file = join(house, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const biome = join(process.cwd(), 'node_modules/.bin/biome');
  const { stdout, stderr } = spawnSync(biome, ['lint', path], { cwd: house, encoding: 'utf8' });
  rmSync(file);
  return stdout + stderr;
}

describe('the walls', () => {
  it.each([
    ['parsers/layout/x.ts', "import 'pdfjs-dist/legacy/build/pdf.mjs';"],
    ['parsers/pdf/x.ts', "import '../sheets/sheet.ts';"],
    ['parsers/pdf/x.ts', "import 'kuromoji';"],
    ['parsers/japanese/x.ts', "import { readFile } from 'node:fs/promises';\nreadFile('x');"],
    ['parsers/sheets/x.ts', "import '../../lambdas/adapters/dynamodb/table.ts';"],
    ['parsers/sheets/x.ts', "import '@aws-sdk/client-s3';"],
    ['parsers/parse.ts', 'export const now = Date.now();'],
    ['parsers/parse.ts', 'export const home = process.env;'],
    ['lambdas/store/x.ts', "import '@aws-sdk/client-s3';"],
    ['lambdas/adapters/s3/x.ts', "import '@aws-sdk/client-dynamodb';"],
    ['lambdas/store/x.ts', "import '@aws-sdk/client-dynamodb';"],
    ['lambdas/store/x.ts', "import '../adapters/sqlite/rows.ts';"],
    ['lambdas/store/x.ts', "import '../adapters/s3/bucket.ts';"],
    ['lambdas/store/x.ts', "import '../query/schemas/sheet.ts';"],
    ['lambdas/ports/x.ts', "import '../adapters/sqlite/rows.ts';"],
    ['lambdas/domain/x.ts', "import '../adapters/dynamodb/rows.ts';"],
    ['lambdas/domain/x.ts', "import '../ports/records.ts';"],
    ['lambdas/domain/x.ts', "import '../store/sheets.ts';"],
    ['lambdas/domain/x.ts', 'export const now = Date.now();'],
    ['lambdas/adapters/dynamodb/x.ts', "import 'node:sqlite';"],
    ['lambdas/query/x.ts', "import 'node:sqlite';"],
    ['cli/x.ts', "import 'node:sqlite';"],
    ['lambdas/query/x.ts', "import '@aws-sdk/client-dynamodb';"],
    ['cli/x.ts', "import 'pdfjs-dist';"],
    ['lambdas/query/x.ts', "import 'aws-cdk-lib';"],
    ['parsers/scan/x.ts', "import 'tesseract.js';"],
    ['lambdas/reader/x.ts', "import 'onnxruntime-web';"],
    ['lambdas/ingest/x.ts', "import '../../infra/app.ts';"],
    ['lambdas/store/x.ts', "import '@aws-lambda-powertools/logger';"],
    ['web/pages/x.ts', "import '../../lambdas/adapters/s3/bucket.ts';"],
    ['web/pages/x.ts', "import '../../lambdas/query/app.ts';"],
    ['web/pages/x.ts', "import 'pdfjs-dist';"],
    ['web/assets/x.ts', "import 'esbuild';"],
    ['web/pages/x.ts', "import '../browser/paper.ts';"],
    ['web/browser/x.ts', "import 'node:fs';"],
    ['web/browser/x.ts', "import '../view.ts';"],
    ['web/browser/x.ts', "import 'hono';"],
  ])('%s may not say %s', (path, content) => {
    expect(lint(path, content)).toMatch(/noRestricted(Imports|Globals)/);
  });

  it.each([
    ['parsers/pdf/x.ts', "import 'pdfjs-dist/legacy/build/pdf.mjs';"],
    ['parsers/japanese/x.ts', "import 'kuromoji';"],
    ['lambdas/adapters/dynamodb/x.ts', "import '@aws-sdk/client-dynamodb';"],
    ['lambdas/adapters/sqlite/x.ts', "import { DatabaseSync } from 'node:sqlite';\nDatabaseSync;"],
    ['lambdas/adapters/s3/x.ts', "import '@aws-sdk/client-s3';"],
    ['web/browser/x.ts', "import './spots.ts';\nimport 'pdfjs-dist';"],
    ['web/assets/build.ts', "import 'esbuild';"],
    ['web/pages/x.ts', "import '../../lambdas/domain/summary.ts';\nimport 'hono';"],
    ['lambdas/ocr/x.ts', "import 'tesseract.js';"],
  ])('%s may say %s', (path, content) => {
    expect(lint(path, content)).toContain('Checked 1 file');
    expect(lint(path, content)).not.toMatch(/noRestricted(Imports|Globals)/);
  });
});

it.each(['cli', 'infra', 'lambdas/store', 'parsers/sheets', 'web'])(
  'in %s a function takes at most four things',
  (room) => {
    const taking = (things: string) => `export const f = (${things}) => [${things}];`;
    expect(lint(`${room}/x.ts`, taking('a, b, c, d, e'))).toContain('useMaxParams');
    expect(lint(`${room}/x.ts`, taking('a, b, c, d'))).not.toContain('useMaxParams');
  },
);

it('no file is longer than 250 lines', () => {
  const sources = execFileSync('git', ['ls-files', '*.ts', '*.js', '*.css'], { encoding: 'utf8' });
  const long = sources
    .trim()
    .split('\n')
    .filter((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length > 250);
  expect(long).toEqual([]);
});

it('no file or folder has a name that says nothing', () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|manager|types)(\/|\.[a-z]+$)/i;
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n');
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});

/** Lambda asks for `handler`; the adapters of one port are opened alike. */
const SHARED_NAMES = new Set(['handler', 'openRows', 'openSearch']);

it('no exported name stands for two things', () => {
  const rooms = ['cli', 'infra', 'lambdas', 'parsers', 'web'].map((room) => `${room}/*.ts`);
  const files = execFileSync('git', ['ls-files', ...rooms], { encoding: 'utf8' }).trim();
  const exported = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;
  const owners = new Map<string, Set<string>>();
  for (const file of files.split('\n')) {
    // A schema of the API is called as what it holds.
    if (/^lambdas\/query\/(schemas\/|series-shapes)/.test(file)) continue;
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(exported)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(file));
    }
  }
  const doubled = [...owners].filter(([name, { size }]) => size > 1 && !SHARED_NAMES.has(name));
  expect(doubled.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
});

it('what the API answers with has its schemas in the API’s room', () => {
  const rooms = ['analysis', 'domain', 'ports', 'store'].map((room) => `lambdas/${room}/*.ts`);
  const files = execFileSync('git', ['ls-files', ...rooms], { encoding: 'utf8' }).trim();
  const schemas = /from '(zod|@hono\/zod-openapi)'/;
  const found = files.split('\n').filter((file) => schemas.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});

it('no two rooms of lambdas/ need each other, by whatever way round', () => {
  const needs = new Map<string, Set<string>>();
  const files = execFileSync('git', ['ls-files', 'lambdas/*.ts'], { encoding: 'utf8' }).trim();
  for (const file of files.split('\n')) {
    const room = roomOf(file);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const other = roomOf(join(dirname(file), path));
      if (other !== room) needs.set(room, (needs.get(room) ?? new Set()).add(other));
    }
  }
  // A room that nothing is left to need, or nothing but such rooms, is in no circle.
  for (let left = -1; left !== needs.size; ) {
    left = needs.size;
    for (const [room, others] of needs) {
      if (![...others].some((one) => needs.has(one))) needs.delete(room);
    }
  }
  expect(Object.fromEntries([...needs].map(([room, others]) => [room, [...others]]))).toEqual({});
});

/** Each adapter is a room of its own, as each folder in lambdas/ is; a file there is one too. */
const roomOf = (file: string): string =>
  /^lambdas\/(adapters\/[^/]+|[^/]+)/.exec(file)?.[0] ?? file.split('/')[0] ?? '';
