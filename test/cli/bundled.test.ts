import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { stampsOf } from '../../infra/stamps.ts';

let root: string;
const at = (path: string) => join(root, path);
const told = () =>
  spawnSync(process.execPath, [at('cli/shisaku.js')], { encoding: 'utf8' }).stdout.trim();

/** A checkout of one module beside the command's own, and a bundle that was made of both. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shisaku-bundled-'));
  for (const folder of ['cli', 'lambdas', 'dist/js']) mkdirSync(at(folder), { recursive: true });
  cpSync('cli/shisaku.js', at('cli/shisaku.js'));
  writeFileSync(at('package.json'), '{"type":"module"}');
  writeFileSync(at('cli/program.ts'), "import '../lambdas/part.ts';");
  writeFileSync(at('lambdas/part.ts'), "console.log('sources' as string);");
  writeFileSync(at('dist/js/program.js'), "console.log('bundle');");
  const stamps = stampsOf(root, ['cli/program.ts', 'lambdas/part.ts', 'node_modules/x/index.js']);
  writeFileSync(at('dist/sources.json'), JSON.stringify(stamps));
});

test('a checkout runs the bundle of its sources as they are', () => {
  expect(told()).toBe('bundle');
});

test.each<[string, () => void]>([
  ['has other text', () => writeFileSync(at('lambdas/part.ts'), "console.log('sources');")],
  ['was written at another time', () => utimesSync(at('lambdas/part.ts'), 1, 1)],
])('it runs the sources where one of them %s', (_, change) => {
  change();
  expect(told()).toBe('sources');
});

test.each([
  ['the bundle was never made whole', 'dist/sources.json'],
  ['there is no bundle', 'dist'],
])('it runs the sources where %s', (_, gone) => {
  rmSync(at(gone), { recursive: true });
  expect(told()).toBe('sources');
});

test('a package has its bundle alone', () => {
  for (const path of ['cli/program.ts', 'lambdas', 'dist/sources.json']) {
    rmSync(at(path), { recursive: true });
  }
  expect(told()).toBe('bundle');
});
