import { type Compound, CUT, compounds, outside } from './compounds.ts';
import { foldWidth } from './numerals.ts';
import { coverage } from './order.ts';
import { quantities } from './quantities.ts';
import type { Span } from './span.ts';
import { STOP_WORDS } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { uncounted } from './uncounted.ts';

const LONGEST = 30;
const MOST = 8;
/** With fewer telling names than these, plain ones are told too. */
const FEW = 2;
/** A name in brackets says what the text is about more surely than the nouns around it. */
const QUOTED = /[「『]([^「」『』。、]{2,30})[」』]/g;

type Name = Span & { words: Token[]; quoted: boolean; numbered?: true; thing?: boolean };
type Candidate = { printed: string; compared: string; weight: number };

/** The name's last words that fit: the head of a Japanese noun comes last. */
function shortened(tokens: Token[], { from, to, start, end }: Compound): Name | null {
  const words = tokens.slice(from, to).filter((word) => word.start >= start && word.end <= end);
  while (words[0] && end - words[0].start > LONGEST) words.shift();
  return words[0] ? { start: words[0].start, end, words, quoted: false } : null;
}

/** Numbers with their units, to which no name belongs: 80センチメートル, 29市町中. */
const countsOf = (text: string, tokens: Token[]): Span[] =>
  /\d|[０-９]/.test(text) ? quantities(text, tokens) : [];

/** Names in brackets as wholes, and the nouns outside them, outside dates and outside quantities. */
function namesOf(text: string, tokens: Token[]): Name[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 1: name = '' }) => ({
    start: index + 1,
    end: index + 1 + name.length,
    words: [],
    quoted: true,
  }));
  const words = tokens.filter(({ surface }) => surface.trim() !== '');
  const taken = coverage(text.length, [
    ...quoted,
    ...uncounted(foldWidth(text)),
    ...countsOf(text, words),
  ]);
  const nouns = compounds(tokens)
    .flatMap((noun) => outside(tokens, noun, taken) ?? [])
    .flatMap((noun) => shortened(tokens, noun) ?? []);
  const named = nouns.map((noun) => ({ ...noun, thing: isThing(noun, text) }));
  return [...quoted, ...named.map((noun) => withOrdinal(noun, text))];
}

/** Stop words, single characters, remnants of verbs (上げ) and adjectives (重点的). */
const isEmpty = ({ surface }: Token) =>
  STOP_WORDS.has(surface) || /^.\p{Script=Hiragana}?$|的$/u.test(surface);

/** 酒米, 県税, 農福連携, 三者協議会: words of one character or a number make a name together with others. */
function isCoined(words: readonly Token[]): boolean {
  const short = ({ surface }: Token) => /^\p{Script=Han}$/u.test(surface);
  const telling = words.filter((word) => short(word) && !STOP_WORDS.has(word.surface));
  const name = words.map(({ surface }) => surface).join('');
  if (
    words.length < 2 ||
    STOP_WORDS.has(name) ||
    words.some(({ surface }) => /年度?$/.test(surface))
  )
    return false;
  return (
    (words.length > 2 && words.some(({ posDetail }) => posDetail === '数')) ||
    (telling.length > 0 && words.every(short)) ||
    (!words.some(({ surface }) => /\p{Script=Hiragana}/u.test(surface)) &&
      telling.some(({ pos, posDetail }) => pos === '名詞' && !posDetail.startsWith('接尾')))
  );
}

/** 協議会, 支援員: everyday words make a body or an office, and longer names (意識調査) together. */
const BODY = /^[会員隊館所室士師]$/;

/** 特許は, not 特許を取得を: whether a verbal noun is what something is said of, rather than what was done. */
const isThing = ({ start, end }: Span, text: string): boolean =>
  /^(?:[はがを]|に関|につい)/.test(text.slice(end, end + 3)) &&
  !/[をに]$/.test(text.slice(0, start));

/** One word that tells what was done or when (設置, 毎月), or stop words alone: the text is about something else. */
function saysNothing({ words, numbered, thing, start, end }: Name): boolean {
  if (numbered || CUT.has(words.map(({ surface }) => surface).join(''))) return false;
  const [first, second] = words;
  if (!first) return false;
  if (!second && thing && /^サ変接続/.test(first.posDetail)) return STOP_WORDS.has(first.surface);
  if (!second && first.known && /^(?:サ変接続|副詞可能|自立)/.test(first.posDetail)) return true;
  if (first.pos === '動詞' && second?.surface === '方' && words.length === 2) return true;
  if (/年度$/.test(words.at(-1)?.surface ?? '')) return true;
  const body = BODY.test(words.at(-1)?.surface ?? '');
  if (words.length > 1 && end - start > (body ? 2 : 3)) return false;
  return words.every(isEmpty) && !isCoined(words);
}

/** 協議会, 活動回数, 試作: names of everyday words and deeds, where there is hardly another. */
const isPlain = ({ words, start, end }: Name): boolean =>
  words.length > 1
    ? end - start > 2 && /^(?:接尾|一般)/.test(words.at(-1)?.posDetail ?? '')
    : words.every((word) => word.posDetail === 'サ変接続' && !isEmpty(word));

/** 二次医療圏, 第３次基本計画: the ordinal belongs to the name. */
function withOrdinal(name: Name, text: string): Name {
  const ordinal = /(?:第[\d０-９一二三四五六七八九十]+[次期]|[\d０-９一二三]次)$/.exec(
    text.slice(Math.max(0, name.start - LONGEST), name.start),
  )?.[0];
  if (!ordinal || name.end - name.start + ordinal.length > LONGEST) return name;
  return { ...name, start: name.start - ordinal.length, numbered: true };
}

const folded = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Long, bracketed and early names first; a single word of the dictionary tells least. */
function weight(name: Name, text: string): number {
  const { quoted, words, start, end } = name;
  const length = Math.sqrt(Math.min(end - start, 12));
  const proper =
    quoted || words.some(({ known, posDetail }) => !known || /^固有名詞/.test(posDetail));
  const telling = (proper ? 1.5 : 1) * (words.length === 1 ? 0.7 : 1);
  return length * telling - start / text.length / 2;
}

/**
 * Up to eight names that say what the text is about, the most telling first: compound nouns as they are printed, at
 * most 30 characters each, none twice and none a part of one before it. Empty only where no noun stands in the text.
 */
export function keywords(text: string, tokens: Token[]): string[] {
  const names = namesOf(text, tokens);
  const telling = names.filter((name) => !saysNothing(name));
  if (telling.length < FEW) telling.push(...names.filter((n) => saysNothing(n) && isPlain(n)));
  const candidates = new Map<string, Candidate>();
  for (const name of telling.length > 0 ? telling : names) {
    const printed = text.slice(name.start, name.end);
    const compared = folded(printed);
    const candidate = candidates.get(compared) ?? { printed, compared, weight: 0 };
    candidate.weight += weight(name, text);
    candidates.set(compared, candidate);
  }
  const kept: Candidate[] = [];
  for (const one of [...candidates.values()].sort((a, b) => b.weight - a.weight)) {
    if (kept.length === MOST) break;
    if (!kept.some(({ compared }) => compared.includes(one.compared))) kept.push(one);
  }
  return kept.map(({ printed }) => printed);
}
