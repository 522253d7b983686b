import type Tokenizer from 'kuromoji/src/Tokenizer.js';

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

/** kuromoji counts surrogate pairs in two ways at once and loses its path: it never sees them. */
const ASTRAL = /([\ud800-\udfff]+)/;

export function tokenizeWith(tokenizer: Tokenizer): Tokenize {
  return (text) => {
    let end = 0;
    const place = (token: Omit<Token, 'start' | 'end'>): Token => {
      const start = end;
      end += token.surface.length;
      return { ...token, start, end };
    };
    return text
      .split(ASTRAL)
      .flatMap((part, n) =>
        n % 2 === 1
          ? [place(unknownNoun(part))]
          : tokenizer.tokenize(part).map((token) => place(fromIpadic(token))),
      );
  };
}

function fromIpadic(token: Tokenizer.IpadicToken): Omit<Token, 'start' | 'end'> {
  const surface = token.surface_form;
  return {
    surface,
    pos: token.pos,
    posDetail: [token.pos_detail_1, token.pos_detail_2, token.pos_detail_3]
      .filter((detail) => detail !== '*')
      .join('-'),
    base: token.basic_form === '*' ? surface : token.basic_form,
    reading: token.reading ?? null,
    known: token.word_type === 'KNOWN',
  };
}

const unknownNoun = (surface: string) => ({
  surface,
  pos: '名詞',
  posDetail: '一般',
  base: surface,
  reading: null,
  known: false,
});
