import { comparable } from '../../parsers/japanese/characters.ts';
import { searchable } from '../../parsers/japanese/searchable.ts';
import { contentWords } from '../../parsers/japanese/terms.ts';
import type { Tokenize } from '../../parsers/japanese/tokens.ts';
import type { Item } from '../../parsers/records/initiative.ts';
import type { RevisedSheet } from '../domain/summary.ts';

interface ItemReference extends Pick<Item, 'phase' | 'ordinal' | 'text' | 'corrected' | 'at'> {
  sheet: string;
  fiscalYear: number;
  /** number of the initiative */
  initiative: string | null;
}

interface FollowedBy extends ItemReference {
  /** cosine of the content words, weighted by how rare they are in the two sheets; 0.1 more in the same initiative */
  score: number;
  /** words that both have, rarest first */
  shared: string[];
}

/** What was to be improved, beside what the next year's sheet says of it. */
export interface FollowUp {
  promised: ItemReference;
  /** best first; empty where nothing is alike */
  followedBy: FollowedBy[];
}

const MAX_MATCHES = 3;
/** Less is what any two items of one sheet have in common. */
const MIN_SCORE = 0.12;
const SAME_INITIATIVE = 0.1;
const MAX_SHARED = 8;

type Words = ReadonlyMap<string, number>;
type Read = { readonly reference: ItemReference; readonly words: Words };

/** Each improvement item of a sheet with what the next sheet's other items say of it. */
export function followUp(
  sheet: RevisedSheet,
  next: RevisedSheet | undefined,
  tokenize: Tokenize,
): FollowUp[] {
  const read = (record: RevisedSheet): Read[] =>
    record.initiatives.flatMap(({ number, items }) =>
      items.map(({ phase, ordinal, text, corrected, at }) => ({
        reference: {
          ...{ sheet: record.id, fiscalYear: record.fiscalYear, initiative: number },
          ...{ phase, ordinal, text, at, ...(corrected && { corrected }) },
        },
        words: wordsOf(text, tokenize),
      })),
    );
  const promised = read(sheet).filter(({ reference }) => reference.phase === 'improvement');
  const answers = next
    ? read(next).filter(({ reference }) => reference.phase !== 'improvement')
    : [];
  const weight = rarity([...promised, ...answers]);
  return promised.map((promise) => ({
    promised: promise.reference,
    followedBy: answers
      .map((answer) => ({ ...answer.reference, ...likeness(promise, answer, weight) }))
      .filter(({ score }) => score >= MIN_SCORE)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MAX_MATCHES),
  }));
}

function wordsOf(text: string, tokenize: Tokenize): Words {
  const { text: folded } = searchable(comparable(text));
  const words = new Map<string, number>();
  for (const { key } of contentWords(folded, tokenize(folded))) {
    words.set(key, (words.get(key) ?? 0) + 1);
  }
  return words;
}

/** Inverse document frequency over the items of both sheets. */
function rarity(items: readonly Read[]): (word: string) => number {
  const having = new Map<string, number>();
  for (const { words } of items) {
    for (const word of words.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + items.length / (having.get(word) ?? 1));
}

function likeness(
  { reference: a, words: these }: Read,
  { reference: b, words: those }: Read,
  weight: (word: string) => number,
) {
  const length = (words: Words) =>
    Math.sqrt([...words].reduce((sum, [word, n]) => sum + (n * weight(word)) ** 2, 0));
  const shared = [...these.keys()].filter((word) => those.has(word));
  const dot = shared.reduce(
    (sum, word) => sum + (these.get(word) ?? 0) * (those.get(word) ?? 0) * weight(word) ** 2,
    0,
  );
  const cosine = dot === 0 ? 0 : dot / (length(these) * length(those));
  const same = a.initiative !== null && a.initiative === b.initiative ? SAME_INITIATIVE : 0;
  const score = Math.round(Math.min(1, cosine + (cosine > 0 ? same : 0)) * 100) / 100;
  const rarest = shared.toSorted((x, y) => weight(y) - weight(x)).slice(0, MAX_SHARED);
  return { score, shared: rarest };
}
