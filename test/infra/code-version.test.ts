import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeBundle } from '../../infra/bundles.ts';
import {
  codeVersion,
  codeVersionOf,
  READING_PACKAGES,
  sourcesOf,
} from '../../lambdas/reader/code-version.ts';
import packageJson from '../../package.json' with { type: 'json' };

const SOURCES = ['cli', 'infra', 'lambdas', 'parsers', 'samples', 'web'];

/** A checkout of its own, with a slash behind it. */
const root = `${mkdtempSync(join(tmpdir(), 'shisaku-code-version-'))}/`;
for (const path of [...SOURCES, 'package.json', 'package-lock.json', 'tsconfig.json']) {
  cpSync(path, root + path, { recursive: true });
}
symlinkSync(resolve('node_modules'), `${root}node_modules`);
afterAll(() => rmSync(root, { recursive: true }));

/** Adds a byte to one of its files, for as long as something is asked. */
function changed<T>(path: string, ask: () => T): T {
  appendFileSync(root + path, '\n');
  try {
    return ask();
  } finally {
    cpSync(path, root + path);
  }
}

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
const told = () => /reader (\w+)\./.exec(run('cli/shisaku.js', '--version'))?.[1];

test('a checkout, a package and the bundles of functions are of one version', () => {
  expect(told()).toBe(codeVersion());
  run('infra/package.ts');
  expect(told()).toBe(codeVersion());
  for (const path of ['cli/program.ts', 'lambdas', 'dist/sources.json']) {
    rmSync(root + path, { recursive: true });
  }
  expect(told()).toBe(codeVersion());
  for (const path of ['cli', 'lambdas']) cpSync(path, root + path, { recursive: true });
  for (const name of ['ingest', 'query'] as const) {
    makeBundle(name, join(root, name));
    const code = readFileSync(join(root, name, 'index.mjs'), 'utf8');
    expect(code).toContain(`"${codeVersion()}"`);
    expect(code).not.toContain('BUNDLED_CODE_VERSION');
  }
});

test('a checkout whose parser was changed beside its bundle is of another version', () => {
  run('infra/package.ts');
  const [now, counted] = changed('parsers/forms/leftovers.ts', () => [told(), codeVersionOf(root)]);
  expect(now).toBe(counted);
  expect(now).not.toBe(codeVersion());
});

test.each([
  'parsers/forms/leftovers.ts',
  'parsers/japanese/entries.ts',
  'parsers/japanese/label-weights.json',
  'parsers/forms/vocabulary/money.ts',
  'lambdas/ocr/recogniser.ts',
  'lambdas/dictionary.ts',
])('a byte more of %s is another version', (path) => {
  expect(changed(path, () => codeVersionOf(root))).not.toBe(codeVersion());
});

test.each(['cli/parse.ts', 'lambdas/query/lambda.ts', 'web/assets/build.ts', 'infra/package.ts'])(
  'a byte more of %s is none',
  (path) => {
    expect(changed(path, () => codeVersionOf(root))).toBe(codeVersion());
  },
);

test('what the reading process is made of counts, and nothing of tests', () => {
  const { outputs } = makeBundle('ingest', join(root, 'ingest'));
  const process = Object.entries(outputs).find(([path]) => path.endsWith('process.mjs'));
  const paths = sourcesOf(root).map(([path]) => path);
  const own = Object.keys(process?.[1].inputs ?? {}).filter((path) => path.startsWith('parsers/'));
  expect(own.length).toBeGreaterThan(100);
  expect(own.filter((path) => !paths.includes(path))).toEqual([]);
  expect(paths.filter((path) => !/^(parsers|lambdas)\//.test(path))).toEqual([]);
});

test.each(READING_PACKAGES)('%s is of the same version wherever this is installed', (name) => {
  const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  expect(packageJson.dependencies[name]).toBe(installed.version);
});
