import autocannon from 'autocannon';
import { ask } from '../stack/ask.ts';

export interface Load {
  readonly p50: number;
  readonly p95: number;
  /** requests a second */
  readonly rate: number;
  readonly failed: number;
}

/** Many clients that ask for one of the paths after the other, for some seconds; milliseconds. */
export async function load(
  url: string,
  paths: readonly string[],
  { clients, seconds }: { clients: number; seconds: number },
): Promise<Load> {
  const times: number[] = [];
  const { requests, non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url,
      connections: clients,
      duration: seconds,
      requests: paths.map((path) => ({ path })),
    };
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result))).on(
      'response',
      (_client, _status, _bytes, ms) => times.push(ms),
    );
  });
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    rate: requests.average,
    failed: non2xx + errors,
  };
}

/** Each path once, by many clients; answers that are none are failed. */
export async function loadOnce(
  url: string,
  paths: readonly string[],
  { clients, language }: { clients: number; language?: string },
): Promise<Load> {
  const headers = {
    'accept-encoding': 'identity',
    ...(language ? { 'accept-language': language } : {}),
  };
  const times: number[] = [];
  let failed = 0;
  const left = paths.values();
  const client = async () => {
    for (const path of left) {
      const start = performance.now();
      const answer = await ask(url + path, { headers });
      await answer.arrayBuffer();
      times.push(performance.now() - start);
      if (answer.status !== 200) failed++;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const rate = (1000 * times.length) / (performance.now() - start);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), rate, failed };
}

export function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
