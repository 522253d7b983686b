/**
 * Search over a thousand sheets in the embedded stack: what the index takes, how many of the known answers are among
 * the first ten hits, whether sheets that do not match cost anything, and latency under 50 clients at once, beside
 * lists and records: `node test/bench/search.ts [SHEETS]`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { CREDENTIALS, REGION, TABLE_NAME } from '../../cli/stack/defaults.ts';
import { connectStore } from '../../lambdas/store/connect.ts';
import { searchCorpus } from '../search/corpus.ts';
import { indexFigures } from '../search/figures.ts';
import { hitRate, judge } from '../search/judge.ts';
import { publish, searchPath } from '../search/library.ts';
import { questions } from '../search/queries.ts';

const count = Number(process.argv[2] ?? 1000);
const CLIENTS = 50;
const SECONDS = 10;
/** Found in the samples alone, though some words of them are everywhere. */
const FOUND_AS_BEFORE = [
  '遊水地 用地取得',
  'チェーンソー',
  '"やさしい日本語"',
  '県内 点訳',
  'こもれび',
];

const [few, many] = await Promise.all([startShisaku(), startShisaku()]);
try {
  const sheets = await searchCorpus(count);
  console.log(await indexFigures(sheets));

  const quarter = sheets.slice(0, Math.round(count / 4));
  for (const sheet of quarter) await publish(few.store, sheet);
  const started = performance.now();
  for (const sheet of sheets) await publish(many.store, sheet);
  console.log(`publishing: ${((performance.now() - started) / count).toFixed(0)} ms a sheet`);

  const judged = await judge(sheets, many.json);
  for (const { question, rank } of judged) {
    if (rank !== 1) console.log(`  ${question.q}: ${rank === null ? 'not found' : `hit ${rank}`}`);
  }
  console.log(`hit rate at 10: ${hitRate(judged).toFixed(3)} of ${judged.length} questions`);

  const [inFew, inMany] = await searchTimes();
  console.log(
    `searches whose hits stay the same: ${inFew.toFixed(1)} ms among ${quarter.length} sheets, ` +
      `${inMany.toFixed(1)} ms among ${count}, ratio ${(inMany / inFew).toFixed(2)}`,
  );
  const searches = questions.map(({ q, filters }) => searchPath(q, { ...filters, limit: 20 }));
  const years = [2012, 2013, 2014, 2015];
  await load('search', searches);
  await load(
    'list',
    years.map((year) => `/v1/sheets?fiscalYear=${year}`),
  );
  await load(
    'get',
    sheets.slice(0, 30).map(({ id }) => `/v1/sheets/${id}`),
  );
} finally {
  await Promise.all([few.stop(), many.stop()]);
}

/** Median milliseconds of one search among few and among many sheets, asked in turn. */
async function searchTimes(): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 40; round++) {
    for (const q of FOUND_AS_BEFORE) {
      for (const [n, { json }] of [few, many].entries()) {
        const start = performance.now();
        await json(searchPath(q));
        if (round >= 8) times[n]?.push(performance.now() - start);
      }
    }
  }
  return [percentile(times[0], 0.5), percentile(times[1], 0.5)];
}

async function load(name: string, paths: readonly string[]): Promise<void> {
  const times: number[] = [];
  const { requests, non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url: many.apiUrl,
      connections: CLIENTS,
      duration: SECONDS,
      requests: paths.map((path) => ({ path })),
    };
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, _status, _bytes, ms) => times.push(ms),
    );
  });
  console.log(
    `${name}, ${CLIENTS} clients: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ` +
      `${percentile(times, 0.95).toFixed(0)} ms, ${requests.average.toFixed(0)} requests a second, ` +
      `${non2xx + errors} failed`,
  );
}

function percentile(values: number[], part: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}

/** `shisaku start` in a process of its own, so that the clients take nothing from it. */
async function startShisaku() {
  const data = await mkdtemp(join(tmpdir(), 'shisaku-bench-'));
  const ports = ['--port', '0', '--s3-port', '0', '--dynamodb-port', '0'];
  const shisaku = fileURLToPath(new URL('../../cli/shisaku.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    [shisaku, 'start', ...ports, '--data', data, '--no-samples'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let told = '';
  child.stderr.on('data', (text) => {
    told += text;
  });
  const exited = once(child, 'exit').then(() => Promise.reject(new Error(told)));
  const [ready]: string[] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited,
  ]);
  exited.catch(() => {});
  const apiUrl = (ready ?? '').replace('ready: ', '');
  const endpoint = /DynamoDB\s+(http\S+)/.exec(told)?.[1] ?? '';
  const aws = { region: REGION, credentials: CREDENTIALS, endpoint };
  return {
    apiUrl,
    store: connectStore(TABLE_NAME, aws),
    json: async (path: string) => (await fetch(apiUrl + path)).json(),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(data, { recursive: true, force: true });
    },
  };
}
