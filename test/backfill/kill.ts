/**
 * `node test/backfill/kill.ts [--count 40] [--kills 10] [--seed N]`: backfills drawn sheets, the samples and bad files,
 * killed (-9) at random moments and resumed, and compares what is stored with an uninterrupted run, without times.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs, promisify } from 'node:util';
import { killedBackfill, randomFrom } from './killing.ts';
import { shisaku } from './shisaku.ts';
import { stateAt } from './state.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
  },
});
const { count, kills, seed } = values;
console.log(`seed ${seed}`);

const dir = await mkdtemp(join(tmpdir(), 'shisaku-kill-'));
try {
  const folder = join(dir, 'in');
  const drawing = ['samples/corpus.ts', '--seed', seed, '--count', count, '--out', folder];
  await promisify(execFile)(process.execPath, drawing);
  const onlyPdfs = { filter: (path: string) => !/\.(ts|json|md)$/.test(path), recursive: true };
  await cp('samples', join(folder, 'samples'), onlyPdfs);
  await cp('test/fixtures', join(folder, 'fixtures'), onlyPdfs);

  const whole = join(dir, 'whole');
  const { stdout } = await shisaku(['backfill', folder, '--data', whole]).ended;
  console.log(`uninterrupted: ${stdout.trim()}`);

  const killed = join(dir, 'killed');
  const ended = await killedBackfill(folder, killed, Number(kills), randomFrom(Number(seed) + 1));
  console.log(`killed ${ended.kills} times: ${ended.stdout.trim()}`);

  const same = isDeepStrictEqual(await stateAt(killed), await stateAt(whole));
  console.log(same ? 'the same is stored' : 'NOT the same is stored');
  if (!same || ended.stdout !== stdout) process.exitCode = 1;
} finally {
  await rm(dir, { recursive: true });
}
