import { flushCompileCache } from 'node:module';
import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { parse } from '../../parsers/parse.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { withSeverity } from '../../parsers/records/warning.ts';
import { ocrEngine } from '../ocr/engine.ts';
import { knownFormats } from './formats.ts';
import { READY, type ReadAnswer, type ReadRequest, SCANNING } from './messages.ts';
import { resources } from './resources.ts';

// The thread that reads: one PDF at a time.

/** Threads for the lines of scans; each takes 100 MB. */
const LANES = Math.min(2, availableParallelism());

async function read({ bytes, bounds, options }: ReadRequest): Promise<ReadAnswer> {
  const { formats, forms, broken } = knownFormats(options.formats ?? []);
  const unused = broken.map(
    ({ name, message }) => `The format file ${name} is not used: ${message}`,
  );
  const ocr = bounds.ocr ? ocrEngine(LANES, () => parentPort?.postMessage(SCANNING)) : undefined;
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

parentPort?.on('message', async (request: ReadRequest) => {
  const answer = await read(request);
  // Whoever asked may be gone with the answer, and this process is killed with them: what was compiled is kept before.
  flushCompileCache();
  parentPort?.postMessage(answer);
});
parentPort?.postMessage(READY);
