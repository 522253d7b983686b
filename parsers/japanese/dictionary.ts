import DynamicDictionaries from 'kuromoji/src/dict/DynamicDictionaries.js';
import Tokenizer from 'kuromoji/src/Tokenizer.js';

/** The files of kuromoji's compiled IPADIC, without their suffix `.dat.gz`. */
export const DICTIONARY_FILES = [
  'base',
  'check',
  'tid',
  'tid_pos',
  'tid_map',
  'cc',
  'unk',
  'unk_pos',
  'unk_map',
  'unk_char',
  'unk_compat',
  'unk_invoke',
] as const;

/** Decompressed files, each starting at a multiple of 4 bytes of its buffer; they are read in place and must not change. */
export type DictionaryFiles = Record<(typeof DICTIONARY_FILES)[number], Uint8Array>;

const words = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Int32Array(buffer, byteOffset, byteLength / 4);

/** The files are padded with zeros up to a megabyte, which kuromoji would read as 150,000 character classes. */
function unpadded(file: Uint8Array): Uint8Array {
  const padded = words(file);
  let length = padded.length;
  while (length > 0 && padded[length - 1] === 0) length--;
  return file.subarray(0, length * 4);
}

/**
 * kuromoji unpacks this file into an object of 300,000 arrays, most of its loading time and heap. Here the
 * file itself is the map: (key, count, value × count) after the number of keys, found through one index.
 */
function mapInPlace(file: Uint8Array): DynamicDictionaries.TargetMap {
  const map = words(file);
  const starts = new Int32Array(map.length);
  for (let at = 1, keys = map[0] ?? 0; keys > 0; keys--) {
    starts[map[at] ?? 0] = at + 1;
    at += 2 + (map[at + 1] ?? 0);
  }
  return new Proxy<DynamicDictionaries.TargetMap>([], {
    get(_, key) {
      const start = starts[Number(key)] ?? 0;
      return map.subarray(start + 1, start + 1 + (map[start] ?? 0));
    },
  });
}

/** kuromoji's own tokenizer over dictionary files that are viewed, not copied. */
export function buildTokenizer(files: DictionaryFiles): Tokenizer {
  const dictionaries = new DynamicDictionaries()
    .loadTrie(words(files.base), words(files.check))
    .loadConnectionCosts(new Int16Array(files.cc.buffer, files.cc.byteOffset, files.cc.length / 2))
    .loadUnknownDictionaries(
      files.unk,
      files.unk_pos,
      unpadded(files.unk_map),
      files.unk_char,
      new Uint32Array(files.unk_compat.buffer, files.unk_compat.byteOffset, 0x10000),
      unpadded(files.unk_invoke),
    );
  const known = dictionaries.token_info_dictionary;
  known.loadDictionary(files.tid).loadPosVector(files.tid_pos);
  known.target_map = mapInPlace(files.tid_map);
  return new Tokenizer(dictionaries);
}
