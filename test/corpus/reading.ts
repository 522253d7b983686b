import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { type ReadPdf, sandboxedReader } from '../../lambdas/reader/sandbox.ts';
import { Output } from '../../samples/scoring/record.ts';
import type { Case } from '../../samples/scoring/report.ts';
import { score } from '../../samples/scoring/score.ts';
import type { Entry } from '../../samples/scoring/set.ts';

export type Read = Case & {
  readonly sheets: number /** 0 of what was not read */;
  readonly pages: number;
};

/**
 * Reads the PDFs of a folder on all cores and scores them; a kept record lands in `outputs/<pdf name>.json`.
 * @param as how a record is compared with the truths
 * @param told of each document when it was read
 */
export async function readAndScore(
  folder: string,
  entries: readonly Entry[],
  keep: boolean,
  as: (record: unknown) => unknown = (record) => record,
  told: (read: Read) => void = () => {},
): Promise<Read[]> {
  const size = availableParallelism();
  const read = sandboxedReader(size, sandboxBoundsOf(process.env));
  const outputs = join(folder, 'outputs');
  if (keep) await mkdir(outputs, { recursive: true });

  const done: Read[] = [];
  const queue = entries.values();
  const work = async () => {
    for (const { file, group, truths } of queue) {
      const record = await recordOf(read, join(folder, file));
      if (keep) await writeFile(join(outputs, `${file}.json`), `${JSON.stringify(record)}\n`);
      const { success, data } = Output.safeParse(as(record));
      const tally = score(truths, success ? data : null);
      const one = { file, group, tally, sheets: truths.length, pages: pagesOf(record) };
      done.push(one);
      told(one);
      process.stderr.write(`\r${done.length} of ${entries.length}`);
    }
  };
  await Promise.all(Array.from({ length: size }, work));
  process.stderr.write('\n');
  return done.sort((a, b) => (a.file < b.file ? -1 : 1));
}

const Pages = z.object({ document: z.object({ pages: z.int() }) });
const pagesOf = (record: unknown): number => Pages.safeParse(record).data?.document.pages ?? 0;

/** The record; of a PDF that cannot be read the error, which is no output to the scorer. */
async function recordOf(read: ReadPdf, path: string): Promise<unknown> {
  try {
    return await read(new Uint8Array(await readFile(path)));
  } catch (error) {
    process.stderr.write(`\n${path}: ${error}\n`);
    return { error: String(error) };
  }
}
