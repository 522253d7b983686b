import { readFile } from 'node:fs/promises';

/** An input or usage that is refused: told as `error: CODE: sentence`, exit code 2. */
export class InputError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The bytes of a file; an `InputError` says why it cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new InputError('file-not-found', `There is no file ${file}.`);
    if (code === 'EISDIR') throw new InputError('not-a-file', `${file} is a folder, not a file.`);
    if (code === 'EACCES') throw new InputError('not-readable', `${file} may not be read.`);
    throw error;
  }
}
