import { readdir, readFile } from 'node:fs/promises';

export interface Sample {
  /** minutes from the beginning */
  readonly at: number;
  /** MB of resident memory: the stack's own, and of all its reading processes */
  readonly stack: number;
  readonly readers: number;
}

/** Notes the memory of a process and its children every few seconds (Linux: /proc). */
export function watchMemory(pid: number) {
  const from = performance.now();
  const samples: Sample[] = [];
  const take = async () => {
    const readers = await Promise.all((await childrenOf(pid)).map(residentOf));
    samples.push({
      at: (performance.now() - from) / 60_000,
      stack: await residentOf(pid),
      readers: readers.reduce((sum, one) => sum + one, 0),
    });
  };
  const timer = setInterval(() => void take(), 3000);
  return {
    stop(): readonly Sample[] {
      clearInterval(timer);
      return samples;
    },
  };
}

/** Least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (pick: 0 | 1) => points.reduce((sum, one) => sum + one[pick], 0) / points.length;
  const [x0, y0] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
}

async function residentOf(pid: number | string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function childrenOf(pid: number): Promise<string[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = threads.map((thread) =>
    readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
  );
  return (await Promise.all(lists)).flatMap((list) => list.split(' ').filter(Boolean));
}
