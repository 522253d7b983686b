/**
 * How large each function's bundle is, and what its cold start is made of, against an empty function in the same
 * runtime interface client: `npm run bench:cold-start`.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { makeBundles } from '../../infra/bundles.ts';
import { startBacking } from '../bundle/backing.ts';
import { httpEvent, sqsEvent } from '../bundle/events.ts';
import { startFunction } from '../bundle/function.ts';

const RUNS = 7;
const { RIC } = process.env;
if (!RIC) throw new Error('RIC is the path of aws-lambda-ric; `npm run bench:cold-start` sets it.');

const folder = mkdtempSync(join(tmpdir(), 'cold-start-'));
const folders = makeBundles(folder);
const backing = await startBacking();
const pdf = readFileSync('samples/shiomi-2014-kyoso-5.pdf');

const empty = join(folder, 'empty');
mkdirSync(empty);
writeFileSync(join(empty, 'index.mjs'), 'export const handler = async () => ({});');

/** An upload of the same sheet in bytes of its own. */
let uploads = 0;
const upload = async () => {
  const bytes = new Uint8Array([...pdf, ...Buffer.from(`\n% ${++uploads}`)]);
  return sqsEvent(JSON.stringify(await backing.put(`${uploads}.pdf`, bytes)));
};

/** Milliseconds from spawn until it asks for events, then of its first and its second invocation. */
async function measure(of: string, event: () => unknown) {
  const times = [performance.now()];
  const fn = await startFunction(RIC ?? '', of, backing.environment);
  times.push(performance.now());
  for (let invocation = 0; invocation < 2; invocation++) {
    const next = await event();
    const start = performance.now();
    await fn.invoke(next);
    times.push(performance.now() - start);
  }
  await fn.stop();
  const [spawned = 0, ready = 0, first = 0, second = 0] = times;
  return { init: ready - spawned, first, second };
}

const CASES = {
  empty: { folder: empty, event: () => ({}) },
  'query: health': { folder: folders.query, event: () => httpEvent('/v1/health') },
  'query: sheets': { folder: folders.query, event: () => httpEvent('/v1/sheets') },
  'ingest: a test event': {
    folder: folders.ingest,
    event: () => sqsEvent('{"Event":"s3:TestEvent"}'),
  },
  'ingest: a sheet': { folder: folders.ingest, event: upload },
};

const sizes = (of: string) => {
  const parts = new Map<string, { plain: number; zipped: number }>();
  for (const entry of globSync('**', { cwd: of, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const name = relative(of, path).replace(
      /^node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/,
      '$1 (data)',
    );
    const { plain, zipped } = parts.get(name) ?? { plain: 0, zipped: 0 };
    const compressed = deflateRawSync(bytes).length;
    parts.set(name, { plain: plain + bytes.length, zipped: zipped + compressed });
  }
  return parts;
};
const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} kB`;
for (const [name, of] of Object.entries(folders)) {
  const parts = [...sizes(of)];
  const sum = (which: 'plain' | 'zipped') => parts.reduce((all, [, part]) => all + part[which], 0);
  console.log(`${name}: ${kb(sum('zipped'))} zipped, ${kb(sum('plain'))} unpacked`);
  for (const [part, { plain, zipped }] of parts.toSorted(([, a], [, b]) => b.zipped - a.zipped)) {
    console.log(`  ${part}: ${kb(zipped)} zipped, ${kb(plain)} unpacked`);
  }
}

type Times = Awaited<ReturnType<typeof measure>>;
const all = new Map<string, Times[]>();
for (let run = 0; run < RUNS; run++) {
  for (const [name, one] of Object.entries(CASES)) {
    all.set(name, [...(all.get(name) ?? []), await measure(one.folder, one.event)]);
  }
}
await backing.close();
rmSync(folder, { recursive: true });

const median = (name: string, phase: keyof Times): number =>
  (all.get(name) ?? []).map((times) => times[phase]).toSorted((a, b) => a - b)[RUNS >> 1] ?? NaN;
const total = (name: string) => median(name, 'init') + median(name, 'first');
console.log(
  `\ncold start, median of ${RUNS}; in brackets: as multiples of the empty function's whole`,
);
for (const name of Object.keys(CASES)) {
  const init = median(name, 'init');
  const first = median(name, 'first');
  const second = median(name, 'second');
  const base = median('empty', 'init');
  const ratio = (ms: number) => `${ms.toFixed(0)} ms (${(ms / total('empty')).toFixed(2)})`;
  console.log(
    `${name}: ${ratio(init + first)} = node and the runtime client ${ratio(Math.min(base, init))}` +
      ` + loading the code ${ratio(Math.max(0, init - base))} + the first event ${ratio(first)};` +
      ` the next event takes ${ratio(second)}`,
  );
}
