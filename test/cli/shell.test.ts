import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownVersion } from '../../lambdas/reader/format-files.ts';
import { SCHEMA_VERSION } from '../../parsers/version.ts';
import { shisaku } from '../backfill/shisaku.ts';

const SHEET = 'samples/shiomi-2012-kinkyu-2.pdf';

/** The command with these bytes on its standard input. */
function piped(bytes: string | Uint8Array, ...args: string[]) {
  const { child, ended } = shisaku(args);
  child.stdin.end(bytes);
  return ended;
}

test('--version tells what reads, as the API does', async () => {
  const { code, stdout } = await shisaku(['--version']).ended;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([code, stdout]).toEqual([
    0,
    `shisaku ${version} (reader ${ownVersion()}, schema ${SCHEMA_VERSION})\n`,
  ]);
});

test.each(['parse', 'inspect'])('%s reads standard input where the file is -', async (command) => {
  const { code, stdout } = await piped(readFileSync(SHEET), command, '-');
  expect([code, stdout]).toEqual([0, (await shisaku([command, SHEET]).ended).stdout]);
});

test('what comes in is refused as a file would be, and is read once', async () => {
  const refused = await piped('no PDF', 'parse', '-');
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^error: not-a-pdf: /);
  const twice = await piped(readFileSync(SHEET), 'parse', '-', '-');
  expect(twice.code).toBe(2);
  expect(twice.stderr).toMatch(/^error: usage: -: .*once/);
  const [first, second] = JSON.parse(twice.stdout);
  expect(first.sheets).toHaveLength(1);
  expect(second).toMatchObject({ file: '-', error: { code: 'usage' } });
});
