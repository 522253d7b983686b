import {
  inHiragana,
  inKatakana,
  searchable,
  sounding,
} from '../../../parsers/japanese/searchable.ts';
import { contentWords, pairs, strangers, wordPartsOf } from '../../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../../parsers/japanese/tokens.ts';
import { variantsOf } from '../../../parsers/japanese/variants.ts';
import { type Gram, gramsOf } from './grams.ts';

/** One of the words or phrases that must all be found; any of its readings will do. */
export interface Word {
  /** as it was typed, to be shown where the text has it so; compares by how it sounds */
  readonly typed: string;
  readonly readings: readonly QuestionReading[];
}

/** Terms that must stand in one unit. */
export interface QuestionReading {
  /** `offset`: how far behind the first of them the word has it */
  readonly terms: readonly {
    readonly key: string;
    readonly offset: number;
    readonly gram?: Gram;
  }[];
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
const ASCII = /^[\x20-\x7e]+$/;
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

/**
 * What a question asks for: every word of it, but particles.
 * @throws Unsearchable
 */
export function wordsAsked(question: string, tokenize: Tokenize): Word[] {
  const all = [...question.matchAll(WORDS)].flatMap(([all, ...phrases]) => {
    const phrase = phrases.find((one) => one !== undefined);
    const { text } = searchable(phrase ?? all);
    const spellings = [text, ...variantsOf(text)];
    const readings = spellings.flatMap((one) => readingsOf(one, phrase !== undefined, tokenize));
    return [
      {
        typed: sounding(text),
        readings,
        stretches: spellings.flatMap(cutNumbers).flatMap(asStretch),
      },
    ];
  });
  // について is no word beside others, but it can be looked for.
  const meant = all.some(({ readings }) => readings.length > 0)
    ? all.filter(({ readings }) => readings.length > 0)
    : all;
  const words = meant
    .map(({ typed, readings, stretches }) => ({ typed, readings: [...readings, ...stretches] }))
    .filter(({ readings }) => readings.length > 0);
  if (words.length === 0) throw new Unsearchable('there is no word in it to search for');
  if (words.length > MOST_WORDS) throw new Unsearchable(`at most ${MOST_WORDS} words`);
  return words;
}

/**
 * A word as it is typed, or with its kana of the other kind: kuromoji knows チェーンソー, not ちぇーんそー. What is made
 * of particles alone is no word (について), but where the other kana are (かに).
 */
function readingsOf(word: string, phrase: boolean, tokenize: Tokenize): QuestionReading[] {
  const typed = spelled(word, phrase, tokenize);
  const others = [inKatakana(word), inHiragana(word)]
    .filter((one) => one !== word)
    .map((one) => spelled(one, phrase, tokenize))
    .flatMap(({ readings, understood }) =>
      readings.filter(({ literal }) => understood || (!typed.understood && literal !== null)),
    );
  const all = [...typed.readings, ...others];
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** `understood`: every piece of it is a word of the dictionary. */
function spelled(
  word: string,
  phrase: boolean,
  tokenize: Tokenize,
): { readings: QuestionReading[]; understood: boolean } {
  const tokens = tokenize(word);
  const known = tokens.every((token) => token.known || ASCII.test(token.surface));
  if (known && tokens.every(({ pos }) => PARTICLES.has(pos))) {
    return { readings: [], understood: true };
  }
  const content = contentWords(word, tokens);
  // Hiragana that kuromoji cuts up are a name that it does not know, whatever it takes the pieces for.
  const shredded = KANA.test(word) && !(known && (tokens.length === 1 || KATAKANA.test(word)));
  const exact = phrase || shredded || /\d/.test(word);
  const readings = [reading(content, exact ? word : null)];

  // And what is one word of it may be the beginning of a name: こもれ of こもれび号.
  const whole = shredded || /^[ぁ-ゖー]{3,}$/.test(word);
  const strange = whole ? [{ start: 0, end: word.length }] : strangers(word, tokens);
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
    const heads = wordPartsOf(word.slice(only.start, only.end), only.start, tokenize);
    const head = heads.findLast(({ start }) => start === only.start);
    if (head) readings.push(reading([head], word));
  }
  return {
    readings: readings.filter(({ terms }) => terms.length > 0),
    understood: known && !shredded,
  };
}

/** As it is typed, and where it may be cut out of a number without that number's comma: 8,94 of 38,940. */
function cutNumbers(word: string): string[] {
  const cut = word.replace(/^,(?=\d{3}(?!\d))/, '').replace(/(?<=\d),(?=\d{0,3}$)/, '');
  return [...new Set([word, cut])];
}

/** The text as it stands, wherever its words begin and end. */
function asStretch(word: string): QuestionReading[] {
  const literal = sounding(word);
  const terms = gramsOf(literal).map(({ gram, offset }) => ({
    key: `${gram.key}/${gram.tag}`,
    offset,
    gram,
  }));
  return terms.length > 0 && /[\p{L}\p{N}]/u.test(word) ? [{ terms, literal }] : [];
}

function reading(
  content: readonly { readonly key: string; readonly start: number }[],
  literal: string | null,
): QuestionReading {
  const sorted = content.toSorted((a, b) => a.start - b.start);
  const first = sorted[0]?.start ?? 0;
  const terms = sorted.map(({ key, start }) => ({ key, offset: start - first }));
  return { terms, literal: literal && sounding(literal) };
}
