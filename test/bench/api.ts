/**
 * The API over a thousand sheets in the embedded stack under 50 clients at once, each endpoint beside /v1/health in the
 * same run, and what an export takes: `node test/bench/api.ts [SHEETS]`.
 */
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';
import { load } from './load.ts';
import { startShisaku } from './stack.ts';

const count = Number(process.argv[2] ?? 1000);
const LOAD = { clients: 50, seconds: 10 };

const sheets = await searchCorpus(count);
const stack = await startShisaku();
try {
  const started = performance.now();
  for (const sheet of sheets) await publish(stack.store, sheet);
  const each = (performance.now() - started) / count;
  console.log(`${count} sheets, published in ${each.toFixed(0)} ms each`);

  const some = <T>(values: readonly T[]): T[] => [...new Set(values)].slice(0, 20);
  const encoded = (values: readonly (string | null)[]) =>
    some(values.flatMap((value) => (value === null ? [] : [encodeURIComponent(value)])));
  const names = sheets.flatMap(({ indicators }) => indicators.map(({ name }) => name));
  const paths: Record<string, string[]> = {
    health: ['/v1/health'],
    'a sheet': some(sheets.map(({ id }) => `/v1/sheets/${id}`)),
    'sheets of a year': some(sheets.map(({ fiscalYear }) => `/v1/sheets?fiscalYear=${fiscalYear}`)),
    'sheets of a department': encoded(sheets.map(({ department }) => department)).map(
      (department) => `/v1/sheets?department=${department}`,
    ),
    'sheets of a grade': ['A', 'B', 'C', 'D'].map((grade) => `/v1/sheets?grade=${grade}`),
    'indicators of a year': some(
      sheets.map(({ fiscalYear }) => `/v1/indicators?fiscalYear=${fiscalYear}`),
    ),
    'indicators of a name': encoded(names).map((name) => `/v1/indicators?name=${name}`),
    'indicators of a level': ['/v1/indicators?level=activity', '/v1/indicators?level=project'],
    'items of a year': some(
      sheets.map(({ fiscalYear }) => `/v1/initiatives?fiscalYear=${fiscalYear}`),
    ),
    'observations of a year': some(
      sheets.map(({ fiscalYear }) => `/v1/observations?fiscalYear=${fiscalYear}`),
    ),
    'a search': encoded(names.map((name) => name.slice(0, 4))).map((q) => `/v1/search?q=${q}`),
  };
  let baseline: number | undefined;
  for (const [name, asked] of Object.entries(paths)) {
    const { p50, p95, rate, failed } = await load(stack.apiUrl, asked, LOAD);
    // Requests that were cut off are still being answered: the next endpoint is not to wait for them.
    for (const path of asked) await stack.json(path);
    baseline ??= p50;
    console.log(
      `${name}, ${LOAD.clients} clients: p50 ${p50.toFixed(0)} ms (${(p50 / baseline).toFixed(1)} × health), ` +
        `p95 ${p95.toFixed(0)} ms, ${rate.toFixed(0)} requests a second, ${failed} failed`,
    );
  }

  const before = await stack.peakMemory();
  const begun = performance.now();
  const { body } = await fetch(`${stack.apiUrl}/v1/observations?format=csv`);
  let bytes = 0;
  for await (const chunk of body ?? []) bytes += chunk.length;
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `all figures as CSV: ${(bytes / 2 ** 20).toFixed(1)} MB in ${seconds.toFixed(1)} s; ` +
      `peak memory of the stack ${((await stack.peakMemory()) / before).toFixed(2)} × that before`,
  );
} finally {
  await stack.stop();
}
