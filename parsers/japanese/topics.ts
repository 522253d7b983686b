import { isFrame, isNoLabel } from './frames.ts';
import { before, COMPARISON, REACH, SITES } from './neighbours.ts';
import { lastBefore } from './order.ts';
import type { Quantity } from './quantities.ts';
import { lastNoun, particle, type Sites, textOf } from './sites.ts';
import type { Span } from './span.ts';

const CLAUSE_END = /[。！？]/;

const sentenceStart = ({ sentences }: Sites, at: number): number => sentences[at] ?? 0;
const MEASURE = /(?:数|率|度|額|量|値|費|料|割合|比|面積|延長|残高|単価|価格|時間|水準)$/;
/** What they are measured in, where that is known. */
const MEASURED: readonly (readonly [suffix: RegExp, units: RegExp])[] = [
  [/(?:率|割合|比)$/, /^(?:[%％]|パーセント|ポイント|割|倍|位)/],
  [/(?:額|費|料|残高|単価|価格)$/, /^(?:円|倍|位|[%％]|割)/],
];

/** The measure before the place where it was taken (遡上数は、魚道で70万尾) or before its rank (…率が…、47都道府県中39位). */
export function measured(sites: Sites, one: Quantity, found: (Span | null)[]): Span | null {
  const near = before(sites, one.start, false);
  const there = near && /^(?:で|では|には|にて|において)$/.test(particle(sites, near));
  if (one.unit !== '位' && !there) return null;
  if (near && MEASURE.test(textOf(sites, near))) return null;
  const measure = lastNoun(
    sites,
    sentenceStart(sites, one.start),
    near?.start ?? one.start,
    (noun) =>
      MEASURE.test(textOf(sites, noun)) &&
      /^[はがも：:]$/.test(particle(sites, noun)) &&
      !isFrame(sites, noun),
  );
  if (!measure) return null;
  const units = MEASURED.find(([suffix]) => suffix.test(textOf(sites, measure)))?.[1];
  if (units ? !units.test(one.unit) : SITES.test(one.unit)) return null;
  const other = found.some(
    (label, n) => label?.start === measure.start && kind(sites.counted[n]?.unit) !== kind(one.unit),
  );
  return other && one.unit !== '位' ? null : measure;
}

/** 参加した112社, 出願中であった14件: the verbal noun of the clause that the quantity closes. */
export function predicate(sites: Sites, at: number): Span | null {
  const { tokens, compounds } = sites;
  const last = lastBefore(tokens, at);
  let n = last;
  while (/^(?:助動詞|動詞)$/.test(tokens[n]?.pos ?? '')) n--;
  // 対策が必要とされた742か所
  if (/^[とに]$/.test(tokens[n]?.surface ?? '') && tokens[n - 1]?.posDetail === '形容動詞語幹') {
    n -= 2;
    if (/^[がはを]$/.test(tokens[n]?.surface ?? '')) n--;
  }
  const noun = n < last ? compounds[n] : undefined;
  return noun && !isNoLabel(textOf(sites, noun)) ? noun : null;
}

/** What the clause that the quantity closes is about: 講習会を終えた63人. */
export function clause(sites: Sites, at: number): Span | null {
  const { tokens, compounds } = sites;
  let n = lastBefore(tokens, at);
  if (tokens[n]?.base !== 'た' && tokens[n]?.pos !== '動詞') return null;
  while (/^(?:助動詞|動詞)$/.test(tokens[n]?.pos ?? '')) n--;
  const noun = compounds[n - 1];
  return noun && /^[をにが]$/.test(tokens[n]?.surface ?? '') && !isFrame(sites, noun) ? noun : null;
}

/** 仕組みを設け、２台を: whether a clause of its own ends between a noun and what is counted. */
function endsClause({ tokens }: Sites, noun: Span, at: number): boolean {
  for (let n = lastBefore(tokens, at); n >= 0 && (tokens[n] as Span).end > noun.end; n--) {
    const closes = /^(?:動詞|助動詞)$|接続助詞/.test(`${tokens[n - 1]?.pos}`);
    if (tokens[n]?.surface === '、' && closes) return true;
  }
  return false;
}

/** The last noun of the same clause, or the last of the sentence where it is its topic. */
export function nearest(sites: Sites, at: number): Span | null {
  const from = Math.max(sentenceStart(sites, at), at - REACH / 2);
  const noun = lastNoun(sites, from, at, (one) => !isFrame(sites, one));
  if (!noun) return null;
  return particle(sites, noun) === 'は' || !endsClause(sites, noun, at) ? noun : null;
}

/** The last noun before a quantity that ends with its unit: 認定こども園への移行が進み、30園となる. */
export function kindred(sites: Sites, { unit, start }: Quantity): Span | null {
  if (!/^(?:[園校局館駅港橋署]|\p{Script=Han}{2,})$/u.test(unit)) return null;
  return lastNoun(
    sites,
    sentenceStart(sites, start),
    start,
    (one) => textOf(sites, one).endsWith(unit) && !isFrame(sites, one),
  );
}

/** The last topic of the same sentence: 徴収率は97%で、…0.4ポイント上回った. */
export function topic(sites: Sites, at: number): Span | null {
  return lastNoun(
    sites,
    sentenceStart(sites, at),
    at,
    (one) => particle(sites, one) === 'は' && !isFrame(sites, one),
  );
}

/** 昨年度は4.7％であった: what the sentence before told of, where none of its own nouns comes first. */
export function carried(sites: Sites, { start }: Quantity, found: (Span | null)[]): Span | null {
  const from = sentenceStart(sites, start);
  if (!CLAUSE_END.test(sites.text[from - 1] ?? '')) return null;
  return lastNoun(sites, from + 1, start, (one) => one.start >= from && !isFrame(sites, one))
    ? null
    : (found.at(-1) ?? null);
}

/** Of a rate in percent also its points are told. */
const kind = (unit: string | undefined): string | undefined =>
  unit?.replace(/^(?:[%％]|パーセント|ポイント)/, '%');

/** 就職者数は118人（うち保育士73人）で: what stands in brackets is told of nothing behind them. */
const closes = (between: string): boolean =>
  between.search(/[）)]/) >= 0 && !/[（(]/.test(between.slice(0, between.search(/[）)]/)));

/** What the last quantity of the same unit counted in the sentence: 自殺者数は…438人をピークに減少し、…334人. */
export function sameUnit(sites: Sites, found: (Span | null)[]): Span | null {
  const { counted, text } = sites;
  const one = counted[found.length];
  if (!one) return null;
  const from = sentenceStart(sites, one.start);
  for (let n = found.length - 1; n >= 0; n--) {
    const [other, label] = [counted[n], found[n]];
    if (!other || other.end < from) return null;
    if (!label || kind(other.unit) !== kind(one.unit) || closes(text.slice(other.end, one.start)))
      continue;
    return COMPARISON.test(textOf(sites, label)) ? null : label;
  }
  return null;
}
