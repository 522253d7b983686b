import { type Searchable, searchable } from '../../../parsers/japanese/searchable.ts';
import { terms } from '../../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../../parsers/japanese/tokens.ts';
import type { TextField, Unit } from './units.ts';

/** A stretch of a text, in UTF-16 units. */
export interface TextStretch {
  readonly start: number;
  readonly end: number;
}

/** A text with the terms that stand in it. */
export interface ReadText {
  readonly field: TextField;
  /** as printed */
  readonly text: string;
  readonly folded: Searchable;
  /** where each term stands in the searchable text */
  readonly terms: Pick<ReadonlyMap<string, readonly TextStretch[]>, 'get' | 'has'>;
}

export interface ReadUnit extends Omit<Unit, 'texts'> {
  readonly texts: readonly ReadText[];
}

export const readUnit = ({ texts, ...unit }: Unit, tokenize: Tokenize) => ({
  ...unit,
  texts: texts.map(({ field, text }) => {
    const folded = searchable(text);
    return { field, text, folded, terms: Map.groupBy(terms(folded, tokenize), ({ key }) => key) };
  }),
});
