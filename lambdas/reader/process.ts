import { isMainThread, Worker } from 'node:worker_threads';

// The reading process, which can be killed without harm to anything else. Its main thread reads; a second one is never
// busy, so that it sees how much memory is taken, buffers and all, and that the parent is gone.

if (isMainThread) {
  const guard = new Worker(import.meta.filename);
  // The dictionary is inflated beside the loading of the rest; where it cannot be read, whoever asks for it is told.
  const { loadTokenize } = await import('../dictionary.ts');
  loadTokenize().catch(() => {});
  const { withLateCanvas } = await import('./late-canvas.ts');
  const { answerRequests } = await withLateCanvas(() => import('./reading.ts'));
  answerRequests(guard);
} else {
  const { watch } = await import('./guard.ts');
  watch();
}
