import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Socket } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuseUnread } from '../../parsers/pdf/refuse-unread.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { ReaderCrashed } from './crashed.ts';
import type { SandboxBounds } from './limits.ts';
import {
  OUT_OF_MEMORY,
  type ReadAnswer,
  type ReadOptions,
  type ReadReply,
  type ReadRequest,
  SCANNING,
  TOO_MUCH_MEMORY,
} from './messages.ts';

/**
 * A PDF's record.
 * @throws Refusal for the document's own faults: `timed-out` and `too-large` where it takes more than the bounds allow
 * @throws ReaderCrashed for ours
 */
export type ReadPdf = (bytes: Uint8Array, options?: ReadOptions) => Promise<DocumentRecord>;

/**
 * pdf.js makes much garbage and V8 lets it pile up: with its usual heap a 500-page book takes 300 MB more than a short
 * one, with these 50 to 70 MB, for a tenth more time (`node test/bench/growth.ts`, `sandbox.ts`).
 */
export const READER_FLAGS = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
  // Before that much is taken nothing is worth cleaning up: what a reader loads takes the half of it.
  '--initial-heap-size=96',
];

/** V8's share of the memory; it cleans up in earnest when it comes near, so that no garbage counts as too large. */
const HEAP_SHARE = 0.75;

/** Beside this module and with its extension: TypeScript in a checkout, JavaScript in a bundle. */
const ENTRY = fileURLToPath(new URL(`./process${extname(import.meta.url)}`, import.meta.url));

type Reader = { readonly child: ChildProcess; readonly lastWords: () => string };

/**
 * Reads each PDF in a process of its own kind, since pdf.js works without pause and only a process can be stopped.
 * Processes are kept warm: as many as were ever busy at once, at most `size`.
 */
export function sandboxedReader(size: number, bounds: SandboxBounds): ReadPdf {
  const idle: Reader[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;

  const takeTurn = async () => {
    if (busy === size) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
  };
  const passTurn = () => {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  };
  const keep = (reader: Reader) => {
    holdProcess(reader, false);
    idle.push(reader);
  };

  return async (bytes, options = {}) => {
    refuseUnread(bytes, bounds);
    await takeTurn();
    try {
      const reader = idle.pop() ?? (await start(bounds));
      holdProcess(reader, true);
      const { answer, spent } = await ask(reader, { bytes, bounds, options });
      if (!spent) keep(reader);
      return recordOf(answer);
    } finally {
      passTurn();
    }
  };

  async function start({ maxMemory }: SandboxBounds): Promise<Reader> {
    const heap = Math.floor((maxMemory * HEAP_SHARE) / 1024 / 1024);
    const cache = getCompileCacheDir();
    const child = fork(ENTRY, {
      env: { ...process.env, ...(cache !== undefined && { NODE_COMPILE_CACHE: cache }) },
      serialization: 'advanced',
      execArgv: [...READER_FLAGS, `--max-old-space-size=${heap}`],
      // A stream that it shared would stay open as long as it lives, and whoever reads it would wait.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LAST_WORDS);
    });
    const reader = { child, lastWords: () => said };
    child.once('exit', () => {
      const at = idle.indexOf(reader);
      if (at >= 0) idle.splice(at, 1);
    });
    await begun(reader);
    return reader;
  }
}

/** Time to begin is not the document's, and on a machine with much else to do it may be long (milliseconds). */
const LATEST_BEGIN = 60_000;

function begun({ child, lastWords }: Reader): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (how: unknown) =>
      reject(new ReaderCrashed(`The reader did not begin: ${how}`, { cause: lastWords() }));
    const timer = setTimeout(() => child.kill('SIGKILL'), LATEST_BEGIN);
    const settle = (outcome: () => void) => {
      clearTimeout(timer);
      child.off('error', notForked).off('close', died).off('message', ready);
      outcome();
    };
    const notForked = (error: Error) => settle(() => failed(error.message));
    const died = (code: number | null, signal: string | null) =>
      settle(() => failed(signal ?? code));
    const ready = () => settle(resolve);
    child.on('error', notForked).on('close', died).on('message', ready);
  });
}

const LAST_WORDS = 4000;

/** An idle reader keeps nobody's process alive. */
function holdProcess({ child }: Reader, hold: boolean): void {
  for (const handle of [child, child.channel, child.stderr as Socket | null]) {
    if (hold) handle?.ref();
    else handle?.unref();
  }
}

/** Resolves when there is an answer and, where the process is spent, when it has ended and its memory is free. */
function ask({ child, lastWords }: Reader, request: ReadRequest): Promise<ReadReply> {
  const { timeoutMs, scanPageMs } = request.bounds;
  return new Promise((resolve) => {
    let last: ReadAnswer | undefined;
    const end = (reply: ReadReply) => {
      clearTimeout(timer);
      child.off('message', replied).off('error', failed).off('close', died);
      resolve(reply);
    };
    const replied = (message: unknown) => {
      if (message === SCANNING) return extend();
      const reply = message as ReadReply;
      if (reply.spent) last ??= reply.answer;
      else if (!last) end(reply);
    };
    const failed = ({ message }: Error) => end({ answer: { fault: { message } }, spent: true });
    const died = (code: number | null, signal: string | null) => {
      const tell = () =>
        end({ answer: last ?? causeOfDeath(signal ?? code, lastWords()), spent: true });
      // What it sent last may still be on its way.
      if (child.connected) child.once('disconnect', tell);
      else tell();
    };
    const began = Date.now();
    let allowed = timeoutMs;
    const stop = () => {
      const message = `Reading took longer than ${allowed / 1000} seconds and was stopped.`;
      last ??= { refusal: { code: 'timed-out', message } };
      child.kill('SIGKILL');
    };
    const extend = () => {
      allowed += scanPageMs;
      clearTimeout(timer);
      timer = setTimeout(stop, began + allowed - Date.now());
    };
    let timer = setTimeout(stop, timeoutMs);
    child.on('message', replied).on('error', failed).on('close', died);
    // Where this fails the process is at its end, which tells more.
    child.send(request, () => {});
  });
}

function causeOfDeath(how: number | string | null, lastWords: string): ReadAnswer {
  if (lastWords.includes(OUT_OF_MEMORY)) return { refusal: TOO_MUCH_MEMORY };
  return { fault: { message: `the reading process ended with ${how}`, stack: lastWords } };
}

function recordOf(answer: ReadAnswer): DocumentRecord {
  if ('record' in answer) return answer.record;
  if ('refusal' in answer) throw new Refusal(answer.refusal.code, answer.refusal.message);
  const { message, stack } = answer.fault;
  throw new ReaderCrashed(`The reader failed: ${message}`, { cause: stack });
}
