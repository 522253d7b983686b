import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import * as zod from 'zod';
import { zodWithoutLocales } from '../../infra/zod.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-zod-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const outfile = join(folder, 'zod.mjs');
buildSync({
  stdin: { contents: "import * as zod from 'zod'; export { zod };", resolveDir: process.cwd() },
  alias: { zod: zodWithoutLocales(process.cwd()) },
  ...{ outfile, bundle: true, format: 'esm' },
});
const { zod: less }: { zod: typeof zod } = await import(pathToFileURL(outfile).href);

const but = (names: object) => Object.keys(names).filter((name) => name !== 'locales');

test('has all of zod but its locales', () => {
  expect(Object.keys(less)).toEqual(but(zod));
  expect(Object.keys(less.z)).toEqual(but(zod.z));
  expect(Object.keys(less.z.core)).toEqual(but(zod.z.core));
});

test('refuses in the same words', () => {
  const refused = (own: typeof zod) => own.object({ a: own.string().min(3) }).safeParse({ a: 1 });
  expect(refused(less).error?.message).toBe(refused(zod).error?.message);
});
