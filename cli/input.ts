import { readFile } from 'node:fs/promises';
import { phrase, said } from './messages/said.ts';

/** An input or usage that is refused: told as `error: CODE: sentence`, exit code 2. */
export class InputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const STDIN = '-';
let stdinRead = false;

/** The bytes of a file, or of standard input where it is `-`; an `InputError` says why it cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === STDIN) return readStdin();
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT')
      throw new InputError('file-not-found', phrase`There is no file ${file}.`);
    if (code === 'EISDIR')
      throw new InputError('not-a-file', phrase`${file} is a folder, not a file.`);
    if (code === 'EACCES') throw new InputError('not-readable', phrase`${file} may not be read.`);
    throw error;
  }
}

async function readStdin(): Promise<Uint8Array> {
  if (stdinRead) throw new InputError('usage', said('Standard input (-) can be read once only.'));
  stdinRead = true;
  const { buffer } = await import('node:stream/consumers');
  return buffer(process.stdin);
}
