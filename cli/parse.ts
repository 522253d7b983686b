import type { ReadOptions } from '../lambdas/reader/messages.ts';
import { readPdf } from '../lambdas/reader/read.ts';
import type { DocumentRecord } from '../parsers/records/document.ts';
import { Refusal } from '../parsers/records/refusal.ts';
import { InputError, readInput } from './input.ts';
import { sentenceOf } from './messages/speak.ts';

export type ParseOptions = { readonly formats?: string; readonly publisher?: string };
type Refused = { file: string; error: { code: string; message: string } };

/** One file gives one JSON value; several give an array, in which a refused file is told. */
export async function parseFiles(files: readonly string[], options: ParseOptions): Promise<void> {
  const told = await readOptions(options);
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    print(await readPdf(await readInput(only), told));
    return;
  }
  const results = await Promise.all(files.map((file) => parseOrRefuse(file, told)));
  print(results);
  if (results.some((result) => 'error' in result)) process.exitCode = 2;
}

/** The tables of governments and of formats are loaded for whoever gives such an option. */
async function readOptions({ formats, publisher }: ParseOptions): Promise<ReadOptions> {
  return {
    formats: formats === undefined ? [] : (await import('./formats.ts')).formatsIn(formats),
    publisher:
      publisher === undefined
        ? undefined
        : (await import('./publisher.ts')).publisherGiven(publisher),
  };
}

async function parseOrRefuse(
  file: string,
  options: ReadOptions,
): Promise<DocumentRecord | Refused> {
  try {
    return await readPdf(await readInput(file), options);
  } catch (error) {
    if (error instanceof Refusal || error instanceof InputError) {
      const { code, message } = error;
      process.stderr.write(`error: ${code}: ${file}: ${sentenceOf(code) ?? message}\n`);
      return { file, error: { code, message } };
    }
    throw error;
  }
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
