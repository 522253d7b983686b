import { int32 } from './entries.ts';

/** How words that the dictionary does not have begin: kuromoji's CharacterDefinition, without what it never asks. */
export type Classes = {
  /** The class of each UTF-16 unit. */
  readonly of: Uint8Array;
  /** Whether an unknown word of the class may begin even where a known one does. */
  readonly invoked: readonly boolean[];
  /** Whether it takes in all characters of the class that follow, or is one character. */
  readonly grouped: readonly boolean[];
};

/** Records of `unk_invoke`: invoked and grouped of a byte each, 4 bytes of length (unused), a name that ends with 0. */
export function classesOf(of: Uint8Array, records: Uint8Array, map: Uint8Array): Classes {
  const invoked: boolean[] = [];
  const grouped: boolean[] = [];
  const count = int32(map)[0] ?? 0;
  for (let at = 0; invoked.length < count; at = records.indexOf(0, at + 6) + 1) {
    invoked.push(records[at] === 1);
    grouped.push(records[at + 1] === 1);
  }
  return { of, invoked, grouped };
}
