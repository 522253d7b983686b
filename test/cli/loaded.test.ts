import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Tells the address of every module on stderr as it is loaded, before any other module is. */
const TELL = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  import { writeSync } from 'node:fs';
  registerHooks({ load: (url, context, next) => { writeSync(2, 'loaded ' + url + '\\n'); return next(url, context); } });
`)}`;

const dir = await mkdtemp(join(tmpdir(), 'shisaku-loaded-'));

function loadedBy(...args: string[]): string[] {
  const { stderr } = spawnSync(process.execPath, ['--import', TELL, 'cli/program.ts', ...args], {
    encoding: 'utf8',
  });
  return stderr.split('\n').flatMap((line) => /^loaded (.*)$/.exec(line)?.[1] ?? []);
}

/** What of Node itself is large: it is loaded where it is needed. */
const LARGE = ['node:crypto', 'node:stream/consumers', 'node:sqlite', 'node:http', 'node:zlib'];

const packagesOf = (urls: readonly string[]) =>
  new Set(urls.flatMap((url) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? []));

test.each([['--help'], ['--version'], ['parse', '--help'], ['backfill', '--help']])(
  'shisaku %s %s loads the command line and nothing else',
  (...args) => {
    const urls = loadedBy(...args.filter((arg) => arg !== undefined));
    expect(packagesOf(urls)).toEqual(new Set(['commander']));
    expect(urls.filter((url) => /\/(?:parsers\/(?:pdf|japanese|forms)|infra)\//.test(url))).toEqual(
      [],
    );
    const version = args.includes('--version') ? ['node:crypto'] : [];
    expect(urls.filter((url) => LARGE.includes(url))).toEqual(version);
  },
);

test('a file that is no PDF is refused before a reader is loaded', () => {
  const file = join(dir, 'empty.pdf');
  writeFileSync(file, '');
  expect(packagesOf(loadedBy('parse', file))).toEqual(new Set(['commander']));
});

test('reading loads no client of AWS, no server and no tool that draws', () => {
  const packages = packagesOf(loadedBy('parse', 'samples/shiomi-2012-kinkyu-2.pdf'));
  expect([...packages].filter((name) => /aws|hono|smithy|fast-xml|swagger/.test(name))).toEqual([]);
});
