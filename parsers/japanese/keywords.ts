import { type Compound, compounds } from './compounds.ts';
import { foldWidth, type Span } from './numerals.ts';
import { STOP_WORDS } from './stopwords.ts';
import type { Token } from './tokens.ts';
import { uncounted } from './uncounted.ts';

const LONGEST = 30;
const MOST = 8;
/** A name in brackets says what the text is about more surely than the nouns around it. */
const QUOTED = /[「『]([^「」『』。、]{2,30})[」』]/g;

type Name = Span & { words: Token[]; quoted: boolean };
type Candidate = { printed: string; compared: string; weight: number };

/** The name's last words that fit: the head of a Japanese noun comes last. */
function shortened(tokens: Token[], { from, to, start, end }: Compound): Name | null {
  const words = tokens.slice(from, to).filter((word) => word.start >= start && word.end <= end);
  while (words[0] && end - words[0].start > LONGEST) words.shift();
  return words[0] ? { start: words[0].start, end, words, quoted: false } : null;
}

/** Names in brackets as wholes, and the nouns outside them and outside dates. */
function namesOf(text: string, tokens: Token[]): Name[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 1: name = '' }) => ({
    start: index + 1,
    end: index + 1 + name.length,
    words: [],
    quoted: true,
  }));
  const taken: Span[] = [...quoted, ...uncounted(foldWidth(text))];
  const nouns = compounds(tokens)
    .flatMap((noun) => shortened(tokens, noun) ?? [])
    .filter((noun) => !taken.some(({ start, end }) => noun.start < end && start < noun.end));
  return [...quoted, ...nouns];
}

/** Stop words, single characters, remnants of verbs (上げ) and adjectives (重点的). */
const saysNothing = ({ words }: Name) =>
  words.length > 0 &&
  words.every(
    ({ surface }) => STOP_WORDS.has(surface) || /^.\p{Script=Hiragana}?$|的$/u.test(surface),
  );

const folded = (name: string) => name.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Long, bracketed and early names first; a single word of the dictionary tells least. */
function weight({ quoted, words, start, end }: Name, text: string): number {
  const length = Math.sqrt(Math.min(end - start, 12));
  const rare =
    quoted || words.some(({ known, posDetail }) => !known || /^固有名詞/.test(posDetail));
  return length * (rare ? 1.5 : 1) * (words.length === 1 ? 0.7 : 1) - start / text.length / 2;
}

/**
 * Up to eight names that say what the text is about, the most telling first: compound nouns as they are printed, at
 * most 30 characters each, none twice and none a part of one before it. Empty only where no noun stands in the text.
 */
export function keywords(text: string, tokens: Token[]): string[] {
  const names = namesOf(text, tokens);
  const telling = names.filter((name) => !saysNothing(name));
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
