/**
 * The API over a thousand sheets in the embedded stack under 50 clients at once, each endpoint beside what it was before,
 * and what an export takes: `node test/bench/api.ts [SHEETS]`.
 */

import { randomFrom } from '../faults/random.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';
import { compare, compared } from './compare.ts';
import { drawSearches } from './questions.ts';
import { startShisaku } from './stack.ts';

const count = Number(process.argv[2] ?? 1000);
/** Of p95, milliseconds, and of requests a second, as far as they were measured with the records in dynalite. */
const BEFORE: Readonly<Record<string, { rate?: number; p95?: number }>> = {
  health: { p95: 23 },
  'a sheet': { p95: 283, rate: 251 },
  'sheets of a year': { p95: 1347, rate: 63 },
  'indicators of a name': { p95: 278 },
  'a search': { p95: 4192, rate: 29 },
};
const SEARCHES = 1_000;
const SEED = 21;

const sheets = await searchCorpus(count);
const stack = await startShisaku();
try {
  const started = performance.now();
  for (const sheet of sheets) await publish(stack.store, sheet);
  const each = (performance.now() - started) / count;
  console.log(`${count} sheets, published in ${each.toFixed(0)} ms each`);

  const some = <T>(values: readonly T[]): T[] => [...new Set(values)].slice(0, 200);
  const encoded = (values: readonly (string | null)[]) =>
    some(values.flatMap((value) => (value === null ? [] : [encodeURIComponent(value)])));
  const names = sheets.flatMap(({ indicators }) => indicators.map(({ name }) => name));
  const paths: Record<string, string[]> = {
    health: ['/v1/health'],
    'a sheet': sheets.map(({ id }) => `/v1/sheets/${id}`),
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
    'a search': drawSearches(sheets, SEARCHES, randomFrom(SEED)),
  };
  const measured = [];
  for (const [name, asked] of Object.entries(paths)) {
    measured.push(await compare(stack.apiUrl, name, asked, BEFORE[name]));
  }
  console.log(compared(measured));

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
