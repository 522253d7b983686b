import { startFixed } from './fixed.ts';
import { type Load, load, loadOnce } from './load.ts';
import { table } from './table.ts';

/** What was measured when the records were in dynalite, of a thousand sheets under 50 clients, on two cores. */
interface Before {
  /** requests a second */
  readonly rate?: number;
  /** milliseconds */
  readonly p95?: number;
}

export interface Compared {
  readonly name: string;
  readonly before: Before;
  /** each path once: the stack remembers what it answered while nothing is written */
  readonly first: Load;
  /** the same paths again and again */
  readonly again: Load;
  /** the same app answering with one of these answers, and no store */
  readonly fixed: Load;
  /** one client that asks each path once */
  readonly alone: Load;
}

const LOAD = { clients: 50, seconds: 10 };
/** So many are asked again: the stack has room for the answers to them. */
const AGAIN = 200;

export async function compare(
  url: string,
  name: string,
  paths: readonly string[],
  before: Before = {},
): Promise<Compared> {
  const first = await loadOnce(url, paths, LOAD);
  const some = paths.slice(0, AGAIN);
  await loadOnce(url, some, LOAD);
  const again = await load(url, some, LOAD);
  // In another language, and so no answer that the stack remembers.
  const alone = await loadOnce(url, paths.slice(0, AGAIN), { clients: 1, language: 'ja' });
  return { name, before, first, again, fixed: await loadFixed(url, paths[0] ?? ''), alone };
}

async function loadFixed(url: string, path: string): Promise<Load> {
  const body = await (await fetch(url + path)).text();
  const fixed = await startFixed({ '/v1/fixed': body });
  try {
    await loadOnce(fixed.url, Array(AGAIN).fill('/v1/fixed'), LOAD);
    return await loadOnce(fixed.url, Array(1_000).fill('/v1/fixed'), LOAD);
  } finally {
    await fixed.stop();
  }
}

/** All of it in one table. */
export function compared(all: readonly Compared[]): string {
  const whole = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(0));
  const times = (before: number | undefined, now: number) =>
    before === undefined ? '–' : `${(now / before).toFixed(1)} ×`;
  return table(
    [
      `${LOAD.clients} clients`,
      ...['requests/s before', 'now, first asked', '', 'asked again', ''],
      ...['p95 ms before', 'now, first asked', 'asked again'],
      ...['of a fixed body', '', 'one client, median ms', 'failed'],
    ],
    all.map(({ name, before, first, again, fixed, alone }) => [
      name,
      ...[whole(before.rate), whole(first.rate), times(before.rate, first.rate)],
      ...[whole(again.rate), times(before.rate, again.rate)],
      ...[whole(before.p95), whole(first.p95), whole(again.p95)],
      ...[whole(fixed.p95), times(fixed.p95, first.p95), alone.p50.toFixed(1)],
      whole(first.failed + again.failed),
    ]),
  );
}
