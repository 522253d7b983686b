// The reading process: takes one PDF at a time, and can be killed without harm to anything else.
import { parse } from '../../parsers/parse.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import type { ReadAnswer, ReadRequest } from './messages.ts';
import { resources } from './resources.ts';

async function answer({ bytes, limits }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { record: await parse(bytes, resources, limits) };
  } catch (error) {
    if (error instanceof Refusal) {
      return { refusal: { code: error.code, message: error.message } };
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { fault: { message, ...(stack ? { stack } : {}) } };
  }
}

process.on('message', async (request: ReadRequest) => {
  process.send?.(await answer(request));
});
// Ctrl-C reaches the whole process group; the parent decides when reading ends.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
