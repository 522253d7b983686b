import { writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { OUT_OF_MEMORY } from './messages.ts';

/** What the guard is told: how many bytes the process may take from now on, or that nothing is being read. */
export type Allowed = number | 'idle';

/** A thread's own `process.stderr` writes through the main one, which is busy. */
const STDERR = 2;

/** Inflating fills some 10 MB in this time. */
const WATCH_MS = 10;

/** Ends the process when it takes more memory than it is allowed, and when its parent is gone. */
export function watch(): void {
  const parent = process.ppid;
  let allowed: Allowed = 'idle';
  let timer: NodeJS.Timeout | undefined;

  const look = () => {
    if (process.ppid !== parent) endProcess();
    if (allowed === 'idle' || process.memoryUsage.rss() <= allowed) return;
    // The other thread is busy, so the parent is told as V8 tells it: by last words.
    writeSync(STDERR, OUT_OF_MEMORY);
    endProcess();
  };
  parentPort?.on('message', (message: Allowed) => {
    allowed = message;
    clearInterval(timer);
    if (allowed !== 'idle') timer = setInterval(look, WATCH_MS);
  });
}

/** At once: `process.exit` would wait for native code. */
export const endProcess = () => process.kill(process.pid, 'SIGKILL');
