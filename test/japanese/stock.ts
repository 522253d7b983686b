import { fileURLToPath } from 'node:url';
import kuromoji from 'kuromoji';
import type { Token } from '../../parsers/japanese/tokens.ts';

export const directory = fileURLToPath(import.meta.resolve('kuromoji/dict'));

/** kuromoji as it is published: the reference for our tokens. */
export function stockTokenizer(): Promise<kuromoji.Tokenizer> {
  return new Promise((resolve, reject) => {
    kuromoji
      .builder({ dicPath: directory })
      .build((error, built) => (error ? reject(error) : resolve(built)));
  });
}

/** A token without its place, which kuromoji counts from 1 and in code points. */
export function fromIpadic(token: kuromoji.IpadicToken): Omit<Token, 'start' | 'end'> {
  return {
    surface: token.surface_form,
    pos: token.pos,
    posDetail: [token.pos_detail_1, token.pos_detail_2, token.pos_detail_3]
      .filter((detail) => detail !== '*')
      .join('-'),
    base: token.basic_form === '*' ? token.surface_form : token.basic_form,
    reading: token.reading ?? null,
    known: token.word_type === 'KNOWN',
  };
}
