import { type Searchable, sounding } from './searchable.ts';
import type { Span } from './span.ts';
import type { Token, Tokenize } from './tokens.ts';

/** A key of the search index and where in the searchable text that which it stands for begins and ends. */
export type Term = Span & { readonly key: string };

/** A word that carries meaning; the dictionary may not have it. */
export type ContentWord = Term & { readonly known: boolean };

const LONGEST = 30;
const LIGHT_VERBS = new Set('する いる ある なる できる 行う 行なう おる くる いく'.split(' '));
const MEANS =
  /^(?:名詞-(?!接尾|非自立|代名詞|特殊|数|接続詞的)|動詞-自立|形容詞-自立|副詞|接頭詞-名詞接続)/;
const NUMBERS = /\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
const LETTERS = /^[\p{L}\p{M}ー々]+(?: [\p{L}]+)*$/u;
const ONE_KANA = /^[ぁ-ヶー]$/;
const LATIN = /^[a-z]+$/;
const BRACKETED = /[「『]([^「」『』]{2,30})[」』]/g;

/** Nouns, verbs and the like in their base form, and numbers without their commas. */
export function contentWords(text: string, tokens: readonly Token[]): ContentWord[] {
  const words = tokens
    .filter(
      ({ surface, pos, posDetail, base }) =>
        LETTERS.test(surface) &&
        !ONE_KANA.test(surface) &&
        MEANS.test(`${pos}-${posDetail}`) &&
        !LIGHT_VERBS.has(base),
    )
    .map(({ base, start, end, known }) => ({ key: keyOf(base), start, end, known }));
  const numbers = [...text.matchAll(NUMBERS)].map(({ 0: number, index }) => ({
    key: number.replaceAll(',', '').slice(0, LONGEST),
    start: index,
    end: index + number.length,
    known: true,
  }));
  return [...words, ...numbers].toSorted((a, b) => a.start - b.start);
}

/**
 * Everything by which a text is found: its words, the words inside of long ones (商工会 and 会議所 in 商工会議所), and
 * pairs of characters where the dictionary does not know the word.
 */
export function terms({ text }: Searchable, tokenize: Tokenize): Term[] {
  const tokens = tokenize(text);
  const words = contentWords(text, tokens);
  const parts = words.flatMap((word) =>
    word.known ? wordPartsOf(text.slice(word.start, word.end), word.start, tokenize) : [],
  );
  return [...words, ...parts, ...strangers(text, tokens).flatMap((span) => pairs(text, span))];
}

/** Every two characters that stand side by side. */
export function pairs(text: string, { start, end }: Span): Term[] {
  const key = sounding(text.slice(start, end));
  return Array.from({ length: Math.max(key.length - 1, 0) }, (_, n) => ({
    key: key.slice(n, n + 2),
    start: start + n,
    end: start + n + 2,
  }));
}

/**
 * One key for the ways to write a word: kana of either kind, a long vowel at the end of a longer loan word or none (as
 * JIS Z 8301 once had it: サーバ, but エラー), 取り組み or 取組 or 取り組む.
 */
function keyOf(base: string): string {
  const word = base.slice(0, LONGEST);
  if (/^[\p{Script=Katakana}ー]{4,}$/u.test(word)) return sounding(word.replace(/ー$/, ''));
  const kanji = word.match(/\p{Script=Han}/gu) ?? [];
  const mixed = kanji.length > 1 && /\p{Script=Hiragana}/u.test(word);
  return sounding(mixed ? kanji.join('') : word);
}

/** Where text stands that the dictionary has no word for, with what it was cut off from. */
export function strangers(text: string, tokens: readonly Token[]): Span[] {
  const spans = tokens.flatMap(({ known, surface, start, end }) => {
    if (known || !LETTERS.test(surface) || LATIN.test(surface)) return [];
    if (/^[ぁ-ゖー]+$/.test(surface)) return [hiraganaAround(text, start)];
    const alone = end - start === 1;
    return [alone ? { start: start - 1, end: end + 1 } : { start, end }];
  });
  for (const { index, 1: name = '' } of text.matchAll(BRACKETED)) {
    for (const { index: at, 0: run } of name.matchAll(/[ぁ-ゖー]{3,}/g)) {
      const [start, end] = [index + 1 + at, index + 1 + at + run.length];
      if (!tokens.some((token) => token.start === start && token.end === end)) {
        spans.push({ start, end });
      }
    }
  }
  return merged(spans).map(({ start, end }) => ({
    start: Math.max(start, 0),
    end: Math.min(end, text.length, start + LONGEST),
  }));
}

function hiraganaAround(text: string, at: number): Span {
  let [start, end] = [at, at];
  while (/[ぁ-ゖー]/.test(text[start - 1] ?? '')) start--;
  while (/[ぁ-ゖー]/.test(text[end] ?? '')) end++;
  return { start, end };
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) apart.splice(-1, 1, { ...last, end: Math.max(end, last.end) });
    else apart.push({ start, end });
  }
  return apart;
}

/** By surface: the corpus has few different long words, and each costs a dozen look-ups. */
const PARTS = new Map<string, readonly Term[]>();

/** Words of the dictionary that a longer one begins or ends with. */
export function wordPartsOf(surface: string, at: number, tokenize: Tokenize): Term[] {
  const shortest = /^[\p{Script=Katakana}ー]+$/u.test(surface) ? 3 : 2;
  if (surface.length <= shortest || !/^[\p{Script=Han}\p{Script=Katakana}ー]+$/u.test(surface)) {
    return [];
  }
  let parts = PARTS.get(surface);
  if (!parts) {
    parts = spansWithin(surface.length, shortest).flatMap(({ start, end }) => {
      const [word, more] = tokenize(surface.slice(start, end));
      if (!word?.known || more || !MEANS.test(`${word.pos}-${word.posDetail}`)) return [];
      return [{ key: keyOf(word.base), start, end }];
    });
    if (PARTS.size > 20_000) PARTS.clear();
    PARTS.set(surface, parts);
  }
  return parts.map(({ key, start, end }) => ({ key, start: at + start, end: at + end }));
}

const spansWithin = (length: number, shortest: number): Span[] =>
  Array.from({ length: Math.max(length - shortest, 0) }, (_, n) => n + shortest).flatMap((n) => [
    { start: 0, end: n },
    { start: length - n, end: length },
  ]);
