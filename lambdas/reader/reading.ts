import { flushCompileCache } from 'node:module';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { parse } from '../../parsers/parse.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { withSeverity } from '../../parsers/records/warning.ts';
import { ocrEngine } from '../ocr/engine.ts';
import { knownFormats } from './formats.ts';
import { type Allowed, endProcess } from './guard.ts';
import {
  BROKEN_REFERENCES,
  READY,
  type ReadAnswer,
  type ReadReply,
  type ReadRequest,
  SCANNING,
} from './messages.ts';
import { resources } from './resources.ts';

/** Threads for the lines of scans; each takes 100 MB. */
const LANES = Math.min(2, availableParallelism());

/** Memory that one document leaves behind is not to be held against the next: this share of the bound is too much. */
const SPENT = 0.75;

/** A page of pixels and the networks that read it take so many times what text may. */
const SCAN_SHARE = 2;

/** Answers what the parent asks, one PDF at a time; the guard is told how much memory each may take. */
export function answerRequests(guard: Worker): void {
  const allow = (memory: Allowed) => guard.postMessage(memory);
  const reply = (answer: ReadAnswer, spent: boolean) => {
    process.send?.({ answer, spent } satisfies ReadReply, () => spent && endProcess());
  };

  process.on('message', async (request: ReadRequest) => {
    const { maxMemory } = request.bounds;
    allow(maxMemory);
    const answer = await read(request, () => {
      allow(SCAN_SHARE * maxMemory);
      process.send?.(SCANNING);
    });
    allow('idle');
    // Whoever asked may be gone with the answer, and this process is killed with them: what was compiled is kept before.
    flushCompileCache();
    reply(answer, process.memoryUsage.rss() > SPENT * maxMemory);
  });
  process.on('uncaughtException', ({ message, stack }: Error) => {
    // pdf.js leaves some rejections of its own to nobody.
    if (/"XRef\w+Exception/.test(message)) reply({ refusal: BROKEN_REFERENCES }, true);
    else reply({ fault: { message, ...(stack ? { stack } : {}) } }, true);
  });
  process.on('disconnect', endProcess);
  // Ctrl-C reaches the whole process group; the parent decides when reading ends.
  process.on('SIGINT', () => {});
  process.send?.(READY);
}

async function read(
  { bytes, bounds, options }: ReadRequest,
  scanning: () => void,
): Promise<ReadAnswer> {
  const { formats, forms, broken } = knownFormats(options.formats ?? []);
  const unused = broken.map(
    ({ name, message }) => `The format file ${name} is not used: ${message}`,
  );
  const ocr = bounds.ocr ? ocrEngine(LANES, scanning) : undefined;
  try {
    const known = { ...resources, formats, forms, ocr };
    const record = await parse(bytes, known, bounds, options.publisher);
    const findings = unused.map((message) =>
      withSeverity({ code: 'malformed-format' as const, message }),
    );
    return { record: { ...record, warnings: [...record.warnings, ...findings] } };
  } catch (error) {
    if (error instanceof Refusal) {
      const told = error.code === 'unrecognized-format' ? unused : [];
      return { refusal: { code: error.code, message: [error.message, ...told].join(' ') } };
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { fault: { message, ...(stack ? { stack } : {}) } };
  } finally {
    await ocr?.stop();
  }
}
