/**
 * kuromoji's TokenInfoDictionary, read in place. An entry is ten bytes: left id, right id and cost of 16 bits each,
 * then where its features are; an entry's id is its own place. A word has one or more, a character class too.
 */
export type DictionaryEntries = {
  /** The entries as 16-bit numbers: that of id n begins at n / 2. */
  readonly shorts: Int16Array;
  /** (word, count, id × count) for each word, after the number of words. */
  readonly map: Int32Array;
  /** Where in `map` a word's count stands. */
  readonly counts: Int32Array;
  readonly features: (id: number) => Features;
};

/** What the dictionary says of a word; `base` is null where it is the surface itself. */
export type Features = {
  readonly pos: string;
  readonly posDetail: string;
  readonly base: string | null;
  readonly reading: string | null;
};

export const int16 = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Int16Array(buffer, byteOffset, byteLength / 2);

export const int32 = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Int32Array(buffer, byteOffset, byteLength / 4);

/** The files `tid`, `tid_pos` and `tid_map` for words, `unk`, `unk_pos` and `unk_map` for classes. */
export function entriesOf(
  file: Uint8Array,
  featureFile: Uint8Array,
  mapFile: Uint8Array,
): DictionaryEntries {
  const [shorts, map] = [int16(file), int32(mapFile)];
  return { shorts, map, counts: countsIn(map), features: featuresIn(shorts, featureFile) };
}

/** The files are padded with zeros up to a megabyte: the number of words tells where they end. */
function countsIn(map: Int32Array): Int32Array {
  const counts = new Int32Array(map.length);
  for (let at = 1, words = map[0] ?? 0; words > 0; words--) {
    counts[map[at] ?? 0] = at + 1;
    at += 2 + (map[at + 1] ?? 0);
  }
  return counts;
}

/** Features are UTF-8 with commas and a zero at the end. A sheet has few different words, so they are kept once read. */
function featuresIn(shorts: Int16Array, file: Uint8Array): (id: number) => Features {
  const utf8 = new TextDecoder();
  const read = new Map<number, Features>();
  return (id) => {
    const known = read.get(id);
    if (known) return known;
    const at = id / 2;
    const place = ((shorts[at + 4] ?? 0) << 16) | ((shorts[at + 3] ?? 0) & 0xffff);
    const [, pos = '', ...rest] = utf8
      .decode(file.subarray(place, file.indexOf(0, place)))
      .split(',');
    const details = rest.slice(0, 3).filter((detail) => detail !== '*');
    const [base = '*', reading = null] = rest.slice(5);
    const features = {
      pos,
      posDetail: details.join('-'),
      base: base === '*' ? null : base,
      reading,
    };
    read.set(id, features);
    return features;
  };
}
