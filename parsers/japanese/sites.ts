import { type Compound, compounds, outside } from './compounds.ts';
import { foldWidth } from './numerals.ts';
import { coverage, firstOver } from './order.ts';
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
  quantities: (number | undefined)[];
  counted: Quantity[];
};

export function survey(text: string, tokens: Token[], counted: Quantity[]): Sites {
  const dates = uncounted(foldWidth(text));
  const qualifiers = counted.map(({ start, end }) => ({ start, end }));
  const taken = coverage(text.length, [...dates, ...qualifiers]);
  const nouns = compounds(tokens).flatMap((noun) => outside(tokens, noun, taken) ?? []);
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
    quantities: tokens.map((token) => {
      const n = firstOver(quantified, token);
      return n < 0 ? undefined : last - n;
    }),
  };
}

export const textAt = (sites: Sites, span: Span) => sites.text.slice(span.start, span.end);

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
