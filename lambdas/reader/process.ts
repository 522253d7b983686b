import { isMainThread, Worker } from 'node:worker_threads';
import {
  BROKEN_REFERENCES,
  READY,
  type ReadAnswer,
  type ReadReply,
  type ReadRequest,
  SCANNING,
  TOO_MUCH_MEMORY,
} from './messages.ts';

// The reading process, which can be killed without harm to anything else. One thread reads; this one is never busy, so
// that it sees how much memory is taken, buffers and all, and that the parent is gone.

/** Inflating fills some 10 MB in this time. */
const WATCH_MS = 10;

/** Memory that one document leaves behind is not to be held against the next: this share of the bound is too much. */
const SPENT = 0.75;

/** A page of pixels and the networks that read it take so many times what text may. */
const SCAN_SHARE = 2;

function guard(reader: Worker): void {
  let maxMemory = Infinity;
  let scanMemory = Infinity;
  let watch: NodeJS.Timeout | undefined;

  const reply = (answer: ReadAnswer, spent: boolean) => {
    clearInterval(watch);
    process.send?.({ answer, spent } satisfies ReadReply, () => spent && end());
  };
  const tooLarge = () => reply({ refusal: TOO_MUCH_MEMORY }, true);

  process.on('message', (request: ReadRequest) => {
    maxMemory = request.bounds.maxMemory;
    scanMemory = SCAN_SHARE * maxMemory;
    watch = setInterval(() => {
      if (process.memoryUsage.rss() > maxMemory) tooLarge();
    }, WATCH_MS);
    reader.postMessage(request);
  });
  reader.on('message', (said: ReadAnswer | typeof READY | typeof SCANNING) => {
    if (said === SCANNING) maxMemory = scanMemory;
    if (said === READY || said === SCANNING) process.send?.(said);
    else reply(said, process.memoryUsage.rss() > SPENT * (scanMemory / SCAN_SHARE));
  });
  reader.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge();
    // pdf.js leaves some rejections of its own to nobody.
    if (/"XRef\w+Exception/.test(error.message)) return reply({ refusal: BROKEN_REFERENCES }, true);
    reply(
      { fault: { message: error.message, ...(error.stack ? { stack: error.stack } : {}) } },
      true,
    );
  });
  process.on('disconnect', end);
  // Ctrl-C reaches the whole process group; the parent decides when reading ends.
  process.on('SIGINT', () => {});
}

/** At once: `process.exit` would wait for the reading thread to come out of native code. */
const end = () => process.kill(process.pid, 'SIGKILL');

if (isMainThread) guard(new Worker(import.meta.filename));
else {
  // The dictionary is inflated beside the loading of the rest; where it cannot be read, whoever asks for it is told.
  const { loadTokenize } = await import('../dictionary.ts');
  loadTokenize().catch(() => {});
  const { withLateCanvas } = await import('./late-canvas.ts');
  await withLateCanvas(() => import('./reading.ts'));
}
