import { type FormatFile, formatFiles } from '../lambdas/reader/format-files.ts';
import { knownFormats } from '../lambdas/reader/formats.ts';
import { InputError } from './input.ts';
import { phrase } from './messages/said.ts';

/**
 * The format files of a folder; none where no folder is given.
 * @throws InputError no-formats, malformed-format
 */
export function formatsIn(folder: string | undefined): FormatFile[] {
  if (folder === undefined) return [];
  const files = read(folder);
  if (files.length === 0) throw new InputError('no-formats', phrase`${folder} has no .yaml file.`);
  const [broken] = knownFormats(files).broken;
  if (broken)
    throw new InputError('malformed-format', phrase`${folder}/${broken.name}: ${broken.message}`);
  return files;
}

function read(folder: string): FormatFile[] {
  try {
    return formatFiles(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new InputError('no-formats', phrase`There is no folder ${folder}.`);
    if (code === 'ENOTDIR') throw new InputError('no-formats', phrase`${folder} is no folder.`);
    throw error;
  }
}
