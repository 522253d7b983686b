/**
 * `node test/backfill/kill.ts [--count 40] [--kills 10] [--seed N] [--adapter NAME]`: backfills drawn sheets, the samples
 * and bad files, killed (-9) at random moments and resumed, and compares what is stored with an uninterrupted run,
 * without times; over SQLite and DynamoDB, or one of them.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs, promisify } from 'node:util';
import { killedBackfill, randomFrom } from './killing.ts';
import { ADAPTERS, openPlace } from './places.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    kills: { type: 'string', default: '10' },
    adapter: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
  },
});
const { count, kills, seed, adapter = '' } = values;
console.log(`seed ${seed}`);

const dir = await mkdtemp(join(tmpdir(), 'shisaku-kill-'));
try {
  const folder = join(dir, 'in');
  const drawing = ['samples/corpus.ts', '--seed', seed, '--count', count, '--out', folder];
  await promisify(execFile)(process.execPath, drawing);
  const onlyPdfs = { filter: (path: string) => !/\.(ts|json|md)$/.test(path), recursive: true };
  await cp('samples', join(folder, 'samples'), onlyPdfs);
  await cp('test/fixtures', join(folder, 'fixtures'), onlyPdfs);

  for (const name of ADAPTERS.filter((one) => one.includes(adapter))) {
    await using whole = await openPlace(name, join(dir, name, 'whole'));
    const { stdout } = await whole.backfill(folder).ended;
    console.log(`${name}, uninterrupted: ${stdout.trim()}`);

    await using killed = await openPlace(name, join(dir, name, 'killed'));
    const ended = await killedBackfill(folder, killed, Number(kills), randomFrom(Number(seed) + 1));
    console.log(`${name}, killed ${ended.kills} times: ${ended.stdout.trim()}`);

    const same = isDeepStrictEqual(await killed.state(), await whole.state());
    console.log(`${name}: ${same ? 'the same is stored' : 'NOT the same is stored'}`);
    if (!same || ended.stdout !== stdout) process.exitCode = 1;
  }
} finally {
  await rm(dir, { recursive: true });
}
