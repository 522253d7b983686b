import { type Classes, classesOf } from './classes.ts';
import { type DictionaryEntries, entriesOf, int16, int32 } from './entries.ts';
import type { Trie } from './trie.ts';

/** The files of kuromoji's compiled IPADIC that are needed, without their suffix `.dat.gz`. */
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
  'unk_invoke',
] as const;

/** Decompressed files, each starting at a multiple of 4 bytes of its buffer; they are read in place and must not change. */
export type DictionaryFiles = Record<(typeof DICTIONARY_FILES)[number], Uint8Array>;

export type Dictionary = {
  readonly trie: Trie;
  /** By the number of a word in the trie. */
  readonly known: DictionaryEntries;
  /** By the number of a character class. */
  readonly unknown: DictionaryEntries;
  readonly classes: Classes;
  /** What it costs that a left id follows a right id: at right × width + left + 2, after both sizes. */
  readonly connections: Int16Array;
};

/** kuromoji unpacks its files into an object of 300,000 arrays; here they are viewed, which takes no time or heap. */
export function openDictionary(files: DictionaryFiles): Dictionary {
  return {
    trie: { base: int32(files.base), check: int32(files.check) },
    known: entriesOf(files.tid, files.tid_pos, files.tid_map),
    unknown: entriesOf(files.unk, files.unk_pos, files.unk_map),
    classes: classesOf(files.unk_char, files.unk_invoke, files.unk_map),
    connections: int16(files.cc),
  };
}
