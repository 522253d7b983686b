import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between looks. */
const PAUSE = 500;

/**
 * Does the work again and again, in the background, until the function that it gives is called; that resolves when the
 * last turn has ended. What fails is tried at the next turn: whoever needs it meanwhile is told.
 */
export function catchingUp(work: () => Promise<void>): () => Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const turns = async () => {
    while (!signal.aborted) {
      await work().catch(() => {});
      await sleep(PAUSE, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const ended = turns();
  return () => {
    stop.abort();
    return ended;
  };
}
