/**
 * Search over a thousand sheets in the embedded stack: what the index takes, how many of the known answers are among
 * the first ten hits, whether sheets that do not match cost anything, and searches, lists and sheets under 50 clients at
 * once, beside what they were before: `node test/bench/search.ts [SHEETS]`.
 */
import { randomFrom } from '../faults/random.ts';
import { searchCorpus } from '../search/corpus.ts';
import { indexFigures } from '../search/figures.ts';
import { hitRate, judge } from '../search/judge.ts';
import { publish, searchPath } from '../search/library.ts';
import { compare, compared } from './compare.ts';
import { percentile } from './load.ts';
import { drawSearches } from './questions.ts';
import { startShisaku } from './stack.ts';

const count = Number(process.argv[2] ?? 1000);
/** Found in the samples alone, though some words of them are everywhere. */
const FOUND_AS_BEFORE = [
  '遊水地 用地取得',
  'チェーンソー',
  '"やさしい日本語"',
  '県内 点訳',
  'こもれび',
];

const SEARCHES = 2_000;
const SEED = 20;

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
  const { apiUrl } = many;
  const filters = sheets.map(({ fiscalYear, publisher, program, department, progress }, n) => {
    const of = [{ fiscalYear }, { publisher, fiscalYear }, { fiscalYear, program }, { department }];
    const query = new URLSearchParams({ limit: String(50 - (n % 10)) });
    const grade = n % 8 < 4 ? progress?.grade : null;
    for (const [name, value] of Object.entries({ ...of[n % 4], grade })) {
      if (value) query.set(name, String(value));
    }
    return `/v1/sheets?${query}`;
  });
  const searches = drawSearches(sheets, SEARCHES, randomFrom(SEED));
  console.log(
    compared([
      await compare(apiUrl, `${searches.length} searches`, searches, { rate: 29 }),
      await compare(apiUrl, 'lists of 50', [...new Set(filters)], { rate: 63 }),
      await compare(
        apiUrl,
        `${sheets.length} sheets`,
        sheets.map(({ id }) => `/v1/sheets/${id}`),
        { rate: 251 },
      ),
    ]),
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
