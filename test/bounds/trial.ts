import { readFileSync } from 'node:fs';
import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { Refusal } from '../../parsers/records/refusal.ts';

/** How one hostile file ended: `read` or a refusal's code; anything else is a failure of ours. */
export type Trial = {
  readonly outcome: string;
  readonly message: string;
  readonly seconds: number;
  /** Of the reading processes, in MB; null where the system does not tell (no /proc). */
  readonly peak: number | null;
};

export async function tryFile(read: ReadPdf, bytes: Uint8Array): Promise<Trial> {
  const gauge = startGauge();
  const start = performance.now();
  const [outcome, message] = await read(bytes).then(
    () => ['read', ''] as const,
    (error: unknown) =>
      error instanceof Refusal
        ? ([error.code, error.message] as const)
        : ([`FAILED: ${error}`, ''] as const),
  );
  const seconds = (performance.now() - start) / 1000;
  return { outcome, message, seconds, peak: gauge() };
}

/** Watches the most that any child of this process has had in memory; the call ends it and gives that in MB. */
function startGauge(): () => number | null {
  let peak = 0;
  const look = () => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, highWater(pid));
  };
  const timer = setInterval(look, 5);
  return () => {
    clearInterval(timer);
    return peak === 0 ? null : peak;
  };
}

function childrenOf(pid: number): string[] {
  return procFile(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
}

function highWater(pid: string): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(procFile(`/proc/${pid}/status`)) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

function procFile(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
