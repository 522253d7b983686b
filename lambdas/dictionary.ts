import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  DICTIONARY_FILES,
  type DictionaryFiles,
  openDictionary,
} from '../parsers/japanese/dictionary.ts';
import { type Tokenize, tokenizer } from '../parsers/japanese/tokens.ts';

const inflate = promisify(gunzip);

/** gzip ends with the plain size: with one output chunk of that size zlib neither grows nor joins buffers. */
async function readInflated(path: string): Promise<Uint8Array> {
  const zipped = await readFile(path);
  return inflate(zipped, { chunkSize: zipped.readUInt32LE(zipped.length - 4) });
}

/** Reads the `.dat.gz` files of a kuromoji dictionary folder; throws what `readFile` and zlib throw. */
export async function readDictionary(directory: string): Promise<DictionaryFiles> {
  const entries = DICTIONARY_FILES.map(
    async (name) => [name, await readInflated(`${directory}/${name}.dat.gz`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as DictionaryFiles;
}

let loading: Promise<Tokenize> | undefined;

/** The process's one tokenizer, loaded when it is first asked for; ask early, await late. */
export function loadTokenize(directory?: string): Promise<Tokenize> {
  loading ??= readDictionary(directory ?? fileURLToPath(import.meta.resolve('kuromoji/dict'))).then(
    (files) => tokenizer(openDictionary(files)),
  );
  return loading;
}
