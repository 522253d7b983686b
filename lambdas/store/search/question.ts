import {
  inHiragana,
  inKatakana,
  searchable,
  sounding,
} from '../../../parsers/japanese/searchable.ts';
import { contentWords, pairs, partsOf, strangers } from '../../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../../parsers/japanese/tokens.ts';

/** One of the words or phrases that must all be found; any of its readings will do. */
export interface Word {
  /** as it was typed, to be shown where the text has it so; compares by how it sounds */
  readonly typed: string;
  readonly readings: readonly Reading[];
}

/** Terms that must stand in one unit. */
export interface Reading {
  /** `offset`: how far behind the first of them the word has it */
  readonly terms: readonly { readonly key: string; readonly offset: number }[];
  /** where not null, one text must have this, sounding alike, and so the terms at these very distances */
  readonly literal: string | null;
}

/** The question has no word that could be searched for; the message says why. */
export class Unsearchable extends Error {
  override readonly name = 'Unsearchable';
}

export const LONGEST_QUESTION = 200;
const MOST_WORDS = 12;
/** Phrases in straight, curly or Japanese quotation marks, of which the last may be left open; else what spaces part. */
const WORDS = /["“”＂]([^"“”＂]*)["“”＂]?|「([^」]*)」?|『([^』]*)』?|[^\s"“”＂「『]+/gu;
const PARTICLES = new Set('助詞 助動詞 接続詞 連体詞 感動詞 フィラー 記号'.split(' '));
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/**
 * What a question asks for: every word of it, but particles.
 * @throws Unsearchable
 */
export function wordsOf(question: string, tokenize: Tokenize): Word[] {
  const words = [...question.matchAll(WORDS)].flatMap(([all, ...phrases]) => {
    const phrase = phrases.find((one) => one !== undefined);
    const { text } = searchable(phrase ?? all);
    const readings = readingsOf(text, phrase !== undefined, tokenize);
    return readings.length > 0 ? [{ typed: sounding(text), readings }] : [];
  });
  if (words.length === 0) throw new Unsearchable('there is no word in it to search for');
  if (words.length > MOST_WORDS) throw new Unsearchable(`at most ${MOST_WORDS} words`);
  return words;
}

/**
 * A word as it is typed, or with its kana of the other kind: kuromoji knows チェーンソー, not ちぇーんそー. What is made
 * of particles alone is no word (について), but where the other kana are (かに).
 */
function readingsOf(word: string, phrase: boolean, tokenize: Tokenize): Reading[] {
  const typed = spelled(word, phrase, true, tokenize);
  const other = [inKatakana(word), inHiragana(word)]
    .filter((one) => one !== word)
    .flatMap((one) => spelled(one, phrase, false, tokenize))
    .filter(({ literal }) => typed.length > 0 || literal === null);
  return [...new Map([...typed, ...other].map((one) => [JSON.stringify(one), one])).values()];
}

function spelled(word: string, phrase: boolean, typed: boolean, tokenize: Tokenize): Reading[] {
  const tokens = tokenize(word);
  const content = contentWords(word, tokens);
  if (tokens.every(({ known, pos }) => known && PARTICLES.has(pos))) return [];
  const kana = KANA.test(word);
  // Kana that kuromoji cuts up is a name that it does not know, whatever it takes the pieces for.
  const shredded = kana && (tokens.length > 1 || !tokens[0]?.known);
  if (!typed && !kana && content.some(({ known }) => !known)) return [];
  const exact = phrase || shredded || /\d/.test(word);
  const readings = [reading(content, exact ? word : null)];

  const strange = shredded ? [{ start: 0, end: word.length }] : strangers(word, tokens);
  if (strange.length > 0) {
    const apart = content.filter(
      (one) => !strange.some(({ start, end }) => one.start < end && start < one.end),
    );
    const paired = strange.flatMap((span) => pairs(word, span));
    if (paired.length > 0) readings.push(reading([...apart, ...paired], word));
  }
  // 商工会 is one word here, and 商工 and 会議 where the text goes on.
  const [only, more] = content;
  if (only?.known && !more) {
    const heads = partsOf(word.slice(only.start, only.end), only.start, tokenize);
    const head = heads.findLast(({ start }) => start === only.start);
    if (head) readings.push(reading([head], word));
  }
  return readings.filter(({ terms }) => terms.length > 0);
}

function reading(
  content: readonly { readonly key: string; readonly start: number }[],
  literal: string | null,
): Reading {
  const sorted = content.toSorted((a, b) => a.start - b.start);
  const first = sorted[0]?.start ?? 0;
  const terms = sorted.map(({ key, start }) => ({ key, offset: start - first }));
  return { terms, literal: literal && sounding(literal) };
}
