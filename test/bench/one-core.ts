/**
 * Reads files one after the other and prints how many milliseconds that took: `taskset -c 0 node test/bench/one-core.ts
 * FILE…`. Held to one core with its reading process and all their threads; one process by itself would collect garbage
 * and compile on the others.
 */
import { readFile } from 'node:fs/promises';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { Refusal } from '../../parsers/records/refusal.ts';

const read = sandboxedReader(1, sandboxBoundsOf(process.env));
const files = await Promise.all(process.argv.slice(2).map((path) => readFile(path)));
const readAll = async (some: readonly Uint8Array[]) => {
  for (const bytes of some) {
    await read(bytes).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
};

// What starting a process takes is not of a file's time.
await readAll(files.slice(0, 10));
const began = performance.now();
await readAll(files);
console.log(performance.now() - began);
