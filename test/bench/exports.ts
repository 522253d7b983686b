/**
 * A million observations as CSV and as Parquet, from a store of SQLite through the API: rows a second and the memory held,
 * with a heap of 400 MB (`npm run bench:exports`).
 */
import { observationsOf } from '../../lambdas/domain/observation.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { openUniverse } from '../ingest/world.ts';
import { searchCorpus } from '../search/corpus.ts';
import { publish } from '../search/library.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);

const universe = await openUniverse('sqlite');
const library = await universe.world();
for (const sheet of await searchCorpus(12)) await publish(library.store, sheet);
try {
  const { records } = await library.store.standing({});
  const sheets: RevisedSheet[] = await Array.fromAsync(records());
  const own = sheets.filter((sheet) => observationsOf(sheet).length > 0);
  let rows = 0;
  /** The same records again and again under ids of their own, read from the store each time. */
  async function* many(): AsyncGenerator<RevisedSheet, undefined> {
    rows = 0;
    for (let n = 0; rows < ROWS; n++) {
      const model = own[n % own.length];
      const sheet = model && (await library.store.sheet(model.id));
      if (!sheet) continue;
      rows += observationsOf(sheet).length;
      yield { ...sheet, id: `${sheet.id}-${n}` };
    }
  }
  const standing = async () => ({ state: 'bench', records: many });
  const app = makeApp({ store: { ...library.store, standing }, bucket: library.bucket });
  for (const format of ['csv', 'parquet']) {
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    const answer = await app.request(`/v1/observations?format=${format}`);
    let bytes = 0;
    let pieces = 0;
    let peak = 0;
    for await (const piece of answer.body ?? []) {
      bytes += piece.length;
      // To look takes as long as to write some rows.
      if (pieces++ % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
    const seconds = (performance.now() - before) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const busy = (user + system) / 1e6;
    console.log(
      `${format}: ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds).toLocaleString('en')} a second (of processor time ${Math.round(rows / busy).toLocaleString('en')}); ` +
        `${Math.round(bytes / 1e6)} MB written, at most ${Math.round(peak / 1e6)} MB of memory`,
    );
  }
} finally {
  await universe.close();
}
