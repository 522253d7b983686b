import type { Compound } from './compounds.ts';
import { measureOf } from './measures.ts';
import { firstFrom, lastBefore } from './order.ts';
import type { Quantity } from './quantities.ts';
import { quotation, type Sites } from './sites.ts';
import type { Span } from './span.ts';

/** How many characters a label may stand before its number, and behind it. */
const MAX_BEFORE = 100;
const MAX_BEHIND = 30;

/** What stands between a noun and a quantity. */
export type Gap = {
  readonly commas: number;
  /** 仕組みを設け、２台を: how many clauses of their own end there. */
  readonly clauses: number;
  /** 中止、11回: verbal nouns before a comma. */
  readonly deeds: number;
  readonly verbs: number;
  readonly sentences: number;
  /** Numbers of the other quantities, the nearest to the quantity first. */
  readonly quantities: readonly number[];
  /** Whether a bracket opens between them, so that one of them stands in it. */
  readonly opens: boolean;
  /** Whether the noun stands in brackets that the quantity does not. */
  readonly enclosed: boolean;
};

/** A noun, or a name in quotation marks, that may say what a quantity counts. */
export type LabelCandidate = Span & {
  readonly side: 'before' | 'behind' | 'unit' | 'sum';
  /** Null for a quotation, the unit and the word for a sum. */
  readonly noun: Compound | null;
  readonly gap: Gap;
};

/** 市町, 事業者, サークル; not 件. */
const NOUN = /^\p{Script=Han}{2,}$|^\p{Script=Katakana}{3,}/u;
const SUM = /^(?:合計|累計|総計|計)/;
const NOTHING: Gap = {
  commas: 0,
  clauses: 0,
  deeds: 0,
  verbs: 0,
  sentences: 0,
  quantities: [],
  opens: false,
  enclosed: false,
};

/** The nouns on either side of a quantity, the nearest first, its unit where that is a noun, and the 計 of 計20人. */
export function candidates(sites: Sites, one: Quantity): LabelCandidate[] {
  const own = (side: 'unit' | 'sum', start: number, { length }: string): LabelCandidate => ({
    ...{ start, end: start + length, side, noun: null, gap: NOTHING },
  });
  const isNoun = NOUN.test(one.unit) && /^(?:place|other)$/.test(measureOf(one.unit));
  const sum = SUM.exec(sites.text.slice(one.start, one.end))?.[0];
  return [
    ...walk(sites, one, -1),
    ...walk(sites, one, 1),
    ...(isNoun ? [own('unit', sites.text.lastIndexOf(one.unit, one.end - 1), one.unit)] : []),
    ...(sum ? [own('sum', one.start, sum)] : []),
  ];
}

/** From a quantity to the left or right as far as a label may stand, with what is passed on the way. */
function walk(sites: Sites, one: Quantity, step: 1 | -1): LabelCandidate[] {
  const { tokens, compounds } = sites;
  const side = step < 0 ? 'before' : 'behind';
  const found: LabelCandidate[] = [];
  let gap = NOTHING;
  let depth = 0;
  let n = step < 0 ? lastBefore(tokens, one.start) : firstFrom(tokens, one.end);
  for (let token = tokens[n]; token; token = tokens[n]) {
    if (step < 0 ? one.start - token.end > MAX_BEFORE : token.start - one.end > MAX_BEHIND) break;
    const noun = compounds[n];
    const named = /^[「『」』]$/.test(token.surface) ? quotation(sites, n, step) : null;
    const other = token.surface === '他' && tokens[n - 1]?.surface === 'その';
    const span = named ?? noun ?? (other ? { start: token.start - 2, end: token.end } : null);
    if (span) found.push({ start: span.start, end: span.end, side, noun: noun ?? null, gap });
    if (noun) n = step < 0 ? noun.from - 1 : noun.to;
    else if (named)
      n = step < 0 ? lastBefore(tokens, named.start) - 1 : firstFrom(tokens, named.end) + 1;
    else {
      if (/^[）)（(]$/.test(token.surface))
        depth += /^[）)]$/.test(token.surface) === step < 0 ? 1 : -1;
      gap = passed(sites, n, gap, depth);
      depth = Math.max(depth, 0);
      n += step;
    }
  }
  return found;
}

/** @param depth of brackets, below nothing where one opens around the quantity */
function passed(sites: Sites, n: number, gap: Gap, depth: number): Gap {
  const { surface = '', pos = '' } = sites.tokens[n] ?? {};
  const before = sites.tokens[n - 1];
  const quantity = sites.quantities[n];
  const comma = /^[、，]$/.test(surface);
  const ends =
    comma &&
    /^(?:助?動詞)$|接続助詞/.test(`${before?.pos}`.replace('助詞', before?.posDetail ?? ''));
  const deed = comma && before?.posDetail === 'サ変接続';
  return {
    commas: gap.commas + Number(comma),
    clauses: gap.clauses + Number(ends),
    deeds: gap.deeds + Number(deed),
    verbs: gap.verbs + Number(pos === '動詞'),
    sentences: gap.sentences + Number(/^[。！？]$/.test(surface)),
    quantities:
      quantity === undefined || gap.quantities.includes(quantity)
        ? gap.quantities
        : [...gap.quantities, quantity],
    opens: gap.opens || depth < 0,
    enclosed: depth > 0,
  };
}
