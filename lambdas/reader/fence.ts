import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../../parsers/limits.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';

/** Bounds of one reading: of the file, and of the time (milliseconds) its process may take. */
export type Fence = Limits & { readonly timeoutMs: number };

/** A PDF's record; rejects with a `Refusal` for the document's own faults and with an `Error` for ours. */
export type ReadPdf = (bytes: Uint8Array) => Promise<DocumentRecord>;

/**
 * pdf.js makes much garbage and V8 lets it pile up: with its usual heap a 500-page book takes 300 MB more than a short
 * one, with these 100 MB, for a tenth more time (`node test/bench/growth.ts`).
 */
export const READER_FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=50'];

/** Beside this module and with its extension: TypeScript in a checkout, JavaScript in a bundle. */
const ENTRY = fileURLToPath(new URL(`./process${extname(import.meta.url)}`, import.meta.url));

/**
 * Reads each PDF in a process of its own kind, since pdf.js works without pause and only a process can be stopped.
 * Processes are kept warm: as many as were ever busy at once, at most `size`.
 */
export function fencedReader(size: number, fence: Fence): ReadPdf {
  const idle: ChildProcess[] = [];
  const waiting: ((child: ChildProcess) => void)[] = [];
  let living = 0;

  const start = (): ChildProcess => {
    living++;
    const child = fork(ENTRY, { serialization: 'advanced', execArgv: READER_FLAGS });
    child.once('exit', () => {
      living--;
      const at = idle.indexOf(child);
      if (at >= 0) idle.splice(at, 1);
      const next = waiting.shift();
      if (next) next(start());
    });
    return child;
  };
  const take = async (): Promise<ChildProcess> => {
    const child = idle.pop() ?? (living < size ? start() : null);
    return child ?? new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (child: ChildProcess) => {
    const next = waiting.shift();
    if (next) return next(child);
    idle.push(child);
    // An idle reader keeps nobody's process alive.
    child.unref();
    child.channel?.unref();
  };

  return async (bytes) => {
    const child = await take();
    child.ref();
    child.channel?.ref();
    const answer = await ask(child, { bytes, limits: fence }, fence.timeoutMs);
    if (child.connected && child.exitCode === null && !child.killed) giveBack(child);
    if ('record' in answer) return answer.record;
    if ('refusal' in answer) throw new Refusal(answer.refusal.code, answer.refusal.message);
    const { message, stack } = answer.fault;
    throw new Error(`The reader failed: ${message}`, { cause: stack });
  };
}

function ask(child: ChildProcess, request: ReadRequest, timeoutMs: number): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    const end = (answer: ReadAnswer) => {
      clearTimeout(timer);
      child.off('message', end);
      child.off('exit', died);
      resolve(answer);
    };
    const died = (code: number | null, signal: string | null) =>
      end({ fault: { message: `the reading process ended with ${signal ?? code}` } });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      const message = `Reading took longer than ${timeoutMs / 1000} seconds and was stopped.`;
      end({ refusal: { code: 'timed-out', message } });
    }, timeoutMs);
    child.on('message', end);
    child.on('exit', died);
    child.send(request, (error) => {
      if (error) end({ fault: { message: error.message } });
    });
  });
}
