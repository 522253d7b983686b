import { type Compound, compounds, outside } from './compounds.ts';
import { foldWidth } from './numerals.ts';
import { coverage, firstFrom, firstOver, lastBefore } from './order.ts';
import type { Quantity } from './quantities.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';
import { uncounted } from './uncounted.ts';

const LONGEST_QUOTATION = 30;

/** A text's words, and what stands at each of them. */
export type Sites = {
  text: string;
  tokens: Token[];
  compounds: (Compound | undefined)[];
  dates: (Span | undefined)[];
  quantities: (number | undefined)[];
  counted: Quantity[];
  /** Those that begin at a place. */
  starting: ReadonlyMap<number, readonly Quantity[]>;
  sentences: Int32Array;
};

export function survey(text: string, tokens: Token[], counted: Quantity[]): Sites {
  const dates = uncounted(foldWidth(text));
  const qualifiers = counted.map(({ start, end }) => ({ start, end }));
  const taken = coverage(text.length, [...dates, ...qualifiers]);
  const nouns = compounds(tokens).flatMap((noun) => outside(tokens, noun, taken) ?? []);
  const dated = coverage(text.length, dates);
  // Of both ends of a range, which begin together, the later one.
  const last = counted.length - 1;
  const quantified = coverage(text.length, counted.toReversed());
  return {
    text,
    tokens,
    counted,
    compounds: nouns.reduce(
      (at, noun) => at.fill(noun, noun.from, noun.to),
      new Array<Compound | undefined>(tokens.length).fill(undefined),
    ),
    dates: tokens.map((token) => dates[firstOver(dated, token)]),
    quantities: tokens.map((token) => {
      const n = firstOver(quantified, token);
      return n < 0 ? undefined : last - n;
    }),
    starting: Map.groupBy(counted, ({ start }) => start),
    sentences: sentenceStarts(text),
  };
}

/** No sentence is looked back over any further. */
const MAX_SENTENCE = 240;

/** For each place of a text, where its sentence begins. */
function sentenceStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length + 1);
  for (let at = 0, start = 0; at <= text.length; at++) {
    if (/[。！？]/.test(text[at - 1] ?? '')) start = at;
    starts[at] = Math.max(start, at - MAX_SENTENCE);
  }
  return starts;
}

/** The last noun before a place of which something holds, no further back than another place. */
export function lastNoun(
  { tokens, compounds }: Sites,
  from: number,
  at: number,
  holds: (noun: Compound) => boolean,
): Compound | null {
  for (let n = lastBefore(tokens, at); n >= 0; n--) {
    const noun = compounds[n];
    if ((tokens[n]?.end ?? 0) < from) return null;
    if (noun && noun.end <= at && noun.end >= from && holds(noun)) return noun;
    if (noun) n = noun.from;
  }
  return null;
}

export const textOf = (sites: Sites, span: Span) => sites.text.slice(span.start, span.end);

/** The words between 「 and 」, where they are short enough to be a name; `at` is either bracket's token. */
export function quotation(sites: Sites, at: number, step: 1 | -1): Span | null {
  const { tokens } = sites;
  const other = step === 1 ? /^[」』]$/ : /^[「『]$/;
  for (let n = at + step; tokens[n]; n += step) {
    if (Math.abs((tokens[n]?.start ?? 0) - (tokens[at]?.start ?? 0)) > LONGEST_QUOTATION + 1) break;
    if (!other.test(tokens[n]?.surface ?? '')) continue;
    const [open, close] = step === 1 ? [at, n] : [n, at];
    const span = { start: tokens[open]?.end ?? 0, end: tokens[close]?.start ?? 0 };
    return span.start < span.end && span.end - span.start <= LONGEST_QUOTATION ? span : null;
  }
  return null;
}

/** What stands right behind a noun: は, を, の … */
export const particle = ({ tokens }: Sites, noun: Span): string =>
  tokens[firstFrom(tokens, noun.end)]?.surface ?? '';
