/**
 * Search over a thousand sheets in the embedded stack: what the index takes, how many of the known answers are among
 * the first ten hits, whether sheets that do not match cost anything, and latency under 50 clients at once, beside
 * lists and records: `node test/bench/search.ts [SHEETS]`.
 */
import { searchCorpus } from '../search/corpus.ts';
import { indexFigures } from '../search/figures.ts';
import { hitRate, judge } from '../search/judge.ts';
import { publish, searchPath } from '../search/library.ts';
import { questions } from '../search/queries.ts';
import { load, percentile } from './load.ts';
import { startShisaku } from './stack.ts';

const count = Number(process.argv[2] ?? 1000);
const LOAD = { clients: 50, seconds: 10 };
/** Found in the samples alone, though some words of them are everywhere. */
const FOUND_AS_BEFORE = [
  '遊水地 用地取得',
  'チェーンソー',
  '"やさしい日本語"',
  '県内 点訳',
  'こもれび',
];

/** Requests a second when the records were in dynalite, with a thousand sheets on two cores. */
const BEFORE: Readonly<Record<string, number>> = { search: 29, list: 63, get: 251 };

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
  // The stack remembers answers while nothing is written: these are asked for once each.
  const limits = Array.from({ length: 20 }, (_, n) => 21 + n);
  const unasked = limits.flatMap((limit) =>
    questions.map(({ q, filters }) => searchPath(q, { ...filters, limit })),
  );
  await tellOnce('search, each question once', unasked);
  const years = [2012, 2013, 2014, 2015];
  await tell('search', searches);
  await tell(
    'list',
    years.map((year) => `/v1/sheets?fiscalYear=${year}`),
  );
  await tell(
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
        await json(searchPath(q, { limit: 20 + round }));
        if (round >= 8) times[n]?.push(performance.now() - start);
      }
    }
  }
  return [percentile(times[0], 0.5), percentile(times[1], 0.5)];
}

/** Each path once, by as many clients as the others have. */
async function tellOnce(name: string, paths: readonly string[]): Promise<void> {
  const times: number[] = [];
  const left = paths.values();
  const client = async () => {
    for (const path of left) {
      const start = performance.now();
      await many.json(path);
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: LOAD.clients }, client));
  const rate = (1000 * times.length) / (performance.now() - start);
  console.log(
    `${name}, ${LOAD.clients} clients: p50 ${percentile(times, 0.5).toFixed(0)} ms, ` +
      `p95 ${percentile(times, 0.95).toFixed(0)} ms, ${rate.toFixed(0)} requests a second`,
  );
}

async function tell(name: string, paths: readonly string[]): Promise<void> {
  const { p50, p95, rate, failed } = await load(many.apiUrl, paths, LOAD);
  const before = BEFORE[name];
  const compared = before ? `${(rate / before).toFixed(1)} times the ${before} before, ` : '';
  console.log(
    `${name}, ${LOAD.clients} clients: ${compared}p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, ` +
      `${rate.toFixed(0)} requests a second, ${failed} failed`,
  );
}
