import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from './input.ts';
import { phrase } from './messages/said.ts';

/**
 * Refuses a file that could not be written, before the work that it is to hold is done.
 * @param option the one that names it
 * @throws InputError report-not-writable, svg-not-writable, output-not-writable
 */
export async function checkWritable(
  option: 'report' | 'svg' | 'output',
  file: string,
): Promise<void> {
  const refused = (why: string) => new InputError(`${option}-not-writable`, why);
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw refused(phrase`${file} is a folder, not a file.`);
  const [place, why] = there
    ? [file, phrase`${file} may not be written.`]
    : [dirname(file), phrase`${dirname(file)} is no folder to write to.`];
  await access(place, constants.W_OK).catch(() => {
    throw refused(why);
  });
}
