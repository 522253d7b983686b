import type { LabelCandidate } from './candidates.ts';
import { isFrame, isNoLabel } from './frames.ts';
import { measuredBy, measureOf } from './measures.ts';
import { firstFrom, lastBefore } from './order.ts';
import type { Quantity } from './quantities.ts';
import { type Sites, textAt } from './sites.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

const SUMS = /^(?:うち|このうち|そのうち|ほか|合計|計|累計|総計)$/;

/** What a word is to its neighbours: a particle or sign itself, of others the part of speech. */
function role(token: Token | undefined): string {
  if (!token) return 'edge';
  if (/^(?:助詞|記号|助動詞)$/.test(token.pos)) return token.surface;
  return token.posDetail === 'サ変接続' ? 'deed' : token.pos;
}

const upTo = (most: number, n: number) => `${Math.min(most, n)}`;
const LENGTHS = [0, 2, 5, 10, 20, 40];
const lengthOf = (gap: number): string => `${LENGTHS.filter((most) => gap > most).length}`;

/** What is known when a quantity's label is looked for. */
export type Question = {
  readonly sites: Sites;
  /** The quantity's number in the text. */
  readonly n: number;
  /** What the quantities before it count. */
  readonly labels: readonly (Span | null)[];
};

/** For each of the candidates what speaks for or against it, as names of weights. */
export function traits(question: Question, list: readonly LabelCandidate[]): string[][] {
  const ranks = { before: 0, behind: 0, unit: 0, sum: 0 };
  const all = { before: 0, behind: 0, unit: 0, sum: 0 };
  let topics = 0;
  return list.map((one) => {
    const frame = one.noun !== null && isFrame(question.sites, one.noun);
    const place = { rank: ranks[one.side], of: all[one.side]++, frame };
    if (!frame) ranks[one.side]++;
    const own = one.side === 'unit' || one.side === 'sum';
    const found = own ? ofOwn(question, one) : ofNoun(question, one, place);
    const topic = one.side === 'before' && particleOf(question.sites, one) === 'は' && !frame;
    if (topic && one.gap.sentences === 0 && topics++ === 0)
      found.push(...ofTopic(question, one, place.rank));
    return [...found, ...ofHistory(question, one, place.rank)];
  });
}

const quantityOf = ({ sites, n }: Question) => sites.counted[n] as Quantity;

/** What leads to the quantity, and what follows it. */
function surroundings(question: Question): { before: string; behind: string } {
  const { tokens } = question.sites;
  const { start, end } = quantityOf(question);
  return {
    before: role(tokens[lastBefore(tokens, start)]),
    behind: role(tokens[firstFrom(tokens, end)]),
  };
}

/** Of the unit itself, or of the word for a sum. */
function ofOwn(question: Question, { side }: LabelCandidate): string[] {
  const { before, behind } = surroundings(question);
  const { sites, n } = question;
  const { unit, start, end } = quantityOf(question);
  const previous = sites.counted[n - 1];
  const goesOn = previous?.unit === unit && start - previous.end <= 1;
  const apart = sites.text.slice(start, end).includes('の');
  return [
    '',
    ` ${measureOf(unit)}`,
    ` <${before}`,
    ` >${behind}`,
    ` ${goesOn}`,
    ` apart${apart}`,
  ].map((trait) => side + trait);
}

function particleOf({ tokens }: Sites, { end }: Span): string {
  const n = firstFrom(tokens, end);
  return role(tokens[/^[」』]$/.test(tokens[n]?.surface ?? '') ? n + 1 : n]);
}

type Place = { readonly rank: number; readonly of: number; readonly frame: boolean };

function ofNoun(question: Question, one: LabelCandidate, { rank, of, frame }: Place): string[] {
  const { sites } = question;
  const quantity = quantityOf(question);
  const { gap, side, noun } = one;
  const name = textAt(sites, one);
  const around = surroundings(question);
  const distance = side === 'before' ? quantity.start - one.end : one.start - quantity.end;
  const link = distance === 0 && side === 'before' ? 'none' : particleOf(sites, one);
  const last = noun ? sites.tokens[noun.to - 1] : undefined;
  const speech = noun ? (last?.posDetail ?? '').split('-').slice(0, 2).join('-') : 'name';
  const kinds = `${measureOf(quantity.unit)}~${measuredBy(name)}`;
  const others = upTo(2, gap.quantities.length);
  const near = upTo(1, rank);
  const second = sites.tokens[firstFrom(sites.tokens, one.end) + 1];
  const found = [
    `rank${upTo(3, rank)}`,
    `of${upTo(4, of)}`,
    `length${lengthOf(distance)}`,
    `frame${frame ? 'F' : isNoLabel(name) ? 'N' : ''}`,
    `link ${link}`,
    `link ${link}${second?.pos === '助詞' && second.start < quantity.start ? second.surface : ''}!`,
    `link ${link} rank${upTo(2, rank)}`,
    `link ${link} others${others}`,
    `link ${link} clauses${upTo(1, gap.clauses + gap.deeds)}`,
    `others${others}`,
    `others${others} rank${upTo(3, rank)}`,
    `clauses${upTo(2, gap.clauses)}`,
    `deeds${upTo(1, gap.deeds)}`,
    `commas${upTo(2, gap.commas)}`,
    `verbs${upTo(2, gap.verbs)}`,
    `${kinds} rank${near}`,
    `speech ${speech} rank${near} ${side === 'behind' ? around.behind : ''}`,
    `speech ${speech} link ${link}`,
  ];
  const words = `words${noun ? upTo(4, noun.to - noun.from) : 'name'}`;
  found.push(`word ${last?.surface ?? ''}`);
  if (gap.sentences > 0) found.push(`sentence${rank === 0}`);
  if (gap.opens) found.push(`opens${/^[（(]$/.test(link)}`);
  if (gap.enclosed) found.push('enclosed');
  if (/うち/.test(quantity.qualifier)) found.push(`part rank${upTo(3, rank)}`);
  if (/計/.test(quantity.qualifier)) found.push(`sum rank${upTo(2, rank)} others${others}`);
  if (SUMS.test(name)) found.push('sums');
  if (side === 'behind') {
    found.push(`<${around.before} >${around.behind} rank${near}`);
    found.push(`>${around.behind} length${lengthOf(distance)}`);
    if (/^[\d０-９約延計]/.test(sites.text.slice(one.end))) found.push('leads to a number');
  } else {
    found.push(`<${around.before} rank${near}`, `link ${link} >${around.behind} rank${near}`);
    if (/^[のた]$/.test(around.before))
      found.push(`<${around.before} ${speech} rank${upTo(3, rank)}`);
    const own = sites.counted[gap.quantities.at(-1) ?? -1];
    if (own) found.push(`own${own.start - one.end <= 1} ${own.unit === quantity.unit}`);
  }
  return [kinds, `speech ${speech}`, words, ...found.map((trait) => `${side} ${trait}`)];
}

function ofTopic(question: Question, one: LabelCandidate, rank: number): string[] {
  const kinds = `${measureOf(quantityOf(question).unit)}~${measuredBy(textAt(question.sites, one))}`;
  const others = upTo(2, one.gap.quantities.length);
  return [`topic others${others}`, `topic rank${upTo(2, rank)}`, `topic ${kinds}`];
}

const MAX_REMEMBERED = 12;

/** Of what the quantities before it count. */
function ofHistory(question: Question, { start, side }: LabelCandidate, rank: number): string[] {
  const { sites, n, labels } = question;
  const quantity = quantityOf(question);
  const previous = sites.counted[n - 1];
  if (previous && labels[n - 1]?.start === start) {
    const same = previous.unit === quantity.unit;
    const kin = same
      ? 'same'
      : measureOf(previous.unit) === measureOf(quantity.unit)
        ? 'kin'
        : 'other';
    const by = joint(sites.text.slice(previous.end, quantity.start), quantity);
    const range = quantity.role && previous.start === quantity.start ? ['again range'] : [];
    return [
      'again',
      `again ${by} ${kin}`,
      `again ${kin} rank${upTo(3, rank)}`,
      `again ${by} rank${upTo(3, rank)}`,
      `again ${side}`,
      ...range,
    ];
  }
  const from = Math.max(0, n - MAX_REMEMBERED);
  const used = labels.slice(from).flatMap((label, k) => (label?.start === start ? [from + k] : []));
  if (used.length === 0) return [];
  const same = used.some((k) => sites.counted[k]?.unit === quantity.unit);
  return ['used', `used rank${upTo(2, rank)}`, `used ${same}`];
}

/** How a quantity goes on from the one before it. */
function joint(between: string, { qualifier }: Quantity): string {
  if (/^[、・，と／]?$/.test(between)) return 'list';
  if (/うち/.test(qualifier + between)) return 'part';
  if (/^[（(]/.test(between)) return 'bracket';
  if (between.length <= 2) return between;
  return /。/.test(between) ? 'sentence' : /、/.test(between) ? 'clause' : 'far';
}
