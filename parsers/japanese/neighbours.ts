import { isFrame, isLink, isNoLabel } from './frames.ts';
import { firstFrom, lastBefore } from './order.ts';
import { quotation, type Sites, textOf } from './sites.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/** How many characters a label may stand away from its number. */
export const REACH = 60;
/** Where something is or was done, rather than what: 講習会を駅前など21か所で. */
export const SITES = /^(?:[かカヶケ箇]所|会場|地点|地区|地域|校|市町|市町村|施設|店舗)$/;
/** 前年度比12%増の28万人: the visitors stand before it. */
export const COMPARISON = /(?:比|対前年度?)$/;

/** 目標640本に対し702本: whether a quantity right behind its label is what another is compared to. */
const isCompared = ({ text, starting }: Sites, label: Span, { end }: Span): boolean =>
  /^に(?:対|比)/.test(text.slice(end)) &&
  [label.end, label.end + (text[label.end] === 'の' ? 1 : 0)].some((start) =>
    starting.get(start)?.some((one) => one.end === end),
  );

/** 沿岸19市町、約８万７千人が参加: whether a label is that of places, and what is counted at `at` are none. */
function isOther({ starting }: Sites, label: Span, at: number): boolean {
  const countsPlaces = (start: number) => starting.get(start)?.some(({ unit }) => SITES.test(unit));
  return countsPlaces(label.end) === true && !countsPlaces(at);
}

/**
 * The noun that leads to the words ending at `at`, through particles, dates and places. A `far` one may stand
 * outside the parenthesis, or before the comma that follows a topic (…については、12件). Where another quantity comes
 * first (208社・219件), its label is this one's too, if `labels` are given.
 */
export function before(
  sites: Sites,
  at: number,
  far: boolean,
  labels?: (Span | null)[],
): Span | null {
  const { tokens, compounds } = sites;
  let n = lastBefore(tokens, at);
  for (let token = tokens[n]; token && at - token.start <= REACH; token = tokens[n]) {
    const counted = sites.quantities[n];
    if (counted !== undefined) {
      const label = labels?.[counted] ?? null;
      if (!label || isOther(sites, label, at)) return null;
      if (!COMPARISON.test(textOf(sites, label)) && !isCompared(sites, label, token)) return label;
      n = lastBefore(tokens, label.start);
      continue;
    }
    const date = sites.dates[n];
    const compound = compounds[n];
    if (date) {
      n = lastBefore(tokens, date.start);
      // 人口10万人当たり
      if (/(?:当たり|あたり|当り)$/.test(textOf(sites, date)))
        n = (compounds[n]?.from ?? n + 1) - 1;
    } else if (compound) {
      if (!isFrame(sites, compound)) return compound;
      n = compound.from - 1;
    } else if (token.surface === '他' && tokens[n - 1]?.surface === 'その') {
      return { start: tokens[n - 1]?.start ?? token.start, end: token.end };
    } else if (/^[」』]$/.test(token.surface)) {
      return quotation(sites, n, -1);
    } else if (/^[）)]$/.test(token.surface)) {
      do n--;
      while (at - (tokens[n]?.start ?? at) <= REACH && !/^[（(]$/.test(tokens[n]?.surface ?? '（'));
      n--;
    } else if (isLink(sites, n, far)) {
      n--;
    } else break;
  }
  return null;
}

/** The noun behind the quantity that ends at `at`: 341件の新たな取引, 78人が新たに防災リーダー, 11回開催. */
export function behind(sites: Sites, at: number, link: RegExp | null): Span | null {
  const { tokens } = sites;
  let n = firstFrom(tokens, at);
  if (link) {
    if (tokens[n]?.surface === 'へ' && tokens[n + 1]?.surface === 'の') n++;
    if (!link.test(tokens[n]?.surface ?? '')) return null;
    for (n++; isModifier(tokens, n); n++);
  }
  if (/^[「『]$/.test(tokens[n]?.surface ?? '')) return quotation(sites, n, 1);
  const compound = sites.compounds[n];
  const labelsAnother = tokens[compound?.to ?? n]?.posDetail === '数';
  if (compound?.from !== n || labelsAnother) return null;
  const name = textOf(sites, compound);
  return isNoLabel(name) ? null : compound;
}

function isModifier(tokens: Token[], n: number): boolean {
  const [token, next] = [tokens[n], tokens[n + 1]];
  if (!token) return false;
  if (/^(?:連体詞|形容詞|副詞)$/.test(token.pos)) return true;
  if (/^[なに]$/.test(token.surface)) return tokens[n - 1]?.posDetail === '形容動詞語幹';
  return token.posDetail === '形容動詞語幹' && /^[なに]$/.test(next?.surface ?? '');
}

/** The noun before を in the same clause as `noun`, and before it: 講習会を in 講習会を6市町で計18回. */
export function objectOf(sites: Sites, { start }: Span): Span | null {
  const { tokens, compounds } = sites;
  for (let n = lastBefore(tokens, start); n > 0; n--) {
    if ((tokens[n]?.end ?? 0) < (sites.sentences[start] ?? 0)) return null;
    const { surface = '', pos = '' } = tokens[n] ?? {};
    const [previous, noun] = [tokens[n - 1], compounds[n - 1]];
    if (surface === 'を') {
      if (/^[」』]$/.test(previous?.surface ?? '')) return quotation(sites, n - 1, -1);
      return noun && !isFrame(sites, noun) ? noun : null;
    }
    const done = surface === '、' && previous?.posDetail === 'サ変接続';
    if (done || /^(?:動詞|助動詞)$/.test(pos) || /^[。（(]$/.test(surface)) return null;
  }
  return null;
}
