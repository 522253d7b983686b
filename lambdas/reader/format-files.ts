import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codeVersion } from './code-version.ts';

/** A format file: its name without folders, and its YAML. */
export type FormatFile = { readonly name: string; readonly yaml: string };

export const isFormatFile = (name: string): boolean => /\.ya?ml$/.test(name);

/** The files of a folder that describe formats, by name; throws what the file system throws. */
export function formatFiles(folder: string): FormatFile[] {
  return readdirSync(folder)
    .filter(isFormatFile)
    .sort()
    .map((name) => ({ name, yaml: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** In a checkout beside the schema, in a bundle beside the reading process. */
const FOLDERS = ['../../parsers/formats/', './formats/'];

function builtInFiles(): FormatFile[] {
  for (const folder of FOLDERS) {
    try {
      return formatFiles(fileURLToPath(new URL(folder, import.meta.url)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`No formats in ${FOLDERS.join(' or ')}`);
}

/** The files that come with shisaku. */
export const BUILT_IN: readonly FormatFile[] = builtInFiles();

/** Of the code and of the formats that come with it. */
export const ownVersion = (): string => `${codeVersion()}.${hashOf(BUILT_IN)}`;

/** Names what reads: the same version reads the same document the same way. `files` are the formats beside its own. */
export const readerVersion = (files: readonly FormatFile[], own: string = ownVersion()): string =>
  files.length === 0 ? own : `${own}+${hashOf(files)}`;

/** Eight hex digits that stand for these files. */
export function hashOf(files: readonly FormatFile[]): string {
  const text = JSON.stringify(files.map(({ name, yaml }) => [name, yaml]));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
