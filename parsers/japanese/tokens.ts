import type { Dictionary } from './dictionary.ts';
import { segmenter } from './segments.ts';

/** One word of a text; `start` and `end` are UTF-16 indices into the text that was given. */
export type Token = {
  surface: string;
  start: number;
  end: number;
  pos: string;
  /** IPADIC's 品詞細分類 from coarse to fine: 接尾-助数詞, サ変接続; empty where there is none. */
  posDetail: string;
  base: string;
  reading: string | null;
  known: boolean;
};

/** Words in order, not overlapping; they cover the text. */
export type Tokenize = (text: string) => Token[];

/**
 * What is read by itself: a sentence up to 、 or 。 as kuromoji's Tokenizer cuts them, or a run of surrogates, which
 * the dictionary has no words of; kuromoji counts them in two ways at once and loses its path.
 */
const PARTS = /[^、。\ud800-\udfff]+[、。]?|[、。]|[\ud800-\udfff]+/g;
const SURROGATE = /^[\ud800-\udfff]/;

/** The words that kuromoji's Tokenizer finds, from the same dictionary in a tenth of the time. */
export function tokenizer(dictionary: Dictionary): Tokenize {
  const segment = segmenter(dictionary);
  const { known, unknown } = dictionary;
  return (text) => {
    const tokens: Token[] = [];
    for (const { 0: part, index } of text.matchAll(PARTS)) {
      if (SURROGATE.test(part)) {
        tokens.push(unknownNoun(part, index));
        continue;
      }
      for (const word of segment(part)) {
        const surface = part.slice(word.start, word.end);
        const { pos, posDetail, base, reading } = (word.known ? known : unknown).features(word.id);
        tokens.push({
          surface,
          start: index + word.start,
          end: index + word.end,
          pos,
          posDetail,
          base: base ?? surface,
          reading: word.known ? reading : null,
          known: word.known,
        });
      }
    }
    return tokens;
  };
}

const unknownNoun = (surface: string, start: number): Token => ({
  surface,
  start,
  end: start + surface.length,
  pos: '名詞',
  posDetail: '一般',
  base: surface,
  reading: null,
  known: false,
});
