import { parentPort } from 'node:worker_threads';
import { parse } from '../../parsers/parse.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { READY, type ReadAnswer, type ReadRequest } from './messages.ts';
import { resources } from './resources.ts';

// The thread that reads: one PDF at a time.

async function read({ bytes, fence }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { record: await parse(bytes, resources, fence) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { refusal: { code: error.code, message: error.message } };
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { fault: { message, ...(stack ? { stack } : {}) } };
  }
}

parentPort?.on('message', async (request: ReadRequest) => {
  parentPort?.postMessage(await read(request));
});
parentPort?.postMessage(READY);
