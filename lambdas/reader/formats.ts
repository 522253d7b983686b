import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFormat } from '../../parsers/formats/compile.ts';
import type { Format } from '../../parsers/formats/format.ts';

/** A format file: its name without folders, and its YAML. */
export type FormatFile = { readonly name: string; readonly yaml: string };

/** The files of a folder that describe formats, by name. */
export function formatFiles(folder: string): FormatFile[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({ name, yaml: readFileSync(`${folder}/${name}`, 'utf8') }));
}

/** In a checkout beside the schema, in a bundle beside the reading process. */
const FOLDERS = ['../../parsers/formats/', './formats/'];

/** The formats that come with shisaku. */
export function builtInFormats(): FormatFile[] {
  for (const folder of FOLDERS) {
    try {
      return formatFiles(fileURLToPath(new URL(folder, import.meta.url)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`No formats in ${FOLDERS.join(' or ')}`);
}

export const FORMATS: readonly Format[] = builtInFormats().map(({ yaml }) => readFormat(yaml));
