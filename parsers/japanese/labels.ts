import { isFrame, isLink, isNoLabel } from './frames.ts';
import type { Span } from './numerals.ts';
import type { Quantity } from './quantities.ts';
import { particle, quotation, type Sites, survey, textOf } from './sites.ts';
import type { Token } from './tokens.ts';

/** How many characters a label may stand away from its number. */
const REACH = 60;

/** 前年度比12%増の28万人: the visitors stand before it. */
const COMPARISON = /(?:比|対前年度?)$/;
/** 3施設の満足度: what is told of each of the things that were counted. */
const ATTRIBUTE = /(?:数|率|度|額|量|値|性|費|料|割合|平均)$/;
/** 目標を8千人上回る: the goal is what the people are compared to. */
const COMPARED = /^(?:ほど|余り|以上|程度|近く)?(?:上回|下回|超過)/;
/** うち78人が新たに防災リーダーとなった */
const BECAME = /^が[^、。]{1,20}(?:として|とな)/;
/** Where something is or was done, rather than what: 講習会を駅前など21か所で. */
const SITES = /^(?:[かカヶケ箇]所|会場|地点|地区|地域|校|市町|市町村|施設|店舗)$/;
const CLAUSE_END = /[。！？]/;

/**
 * The noun that leads to the words ending at `at`, through particles, dates and places. A `far` one may stand
 * outside the parenthesis, or before the comma that follows a topic (…については、12件). Where another quantity comes
 * first (208社・219件), its label is this one's too, if `labels` are given.
 */
function before(sites: Sites, at: number, far: boolean, labels?: (Span | null)[]): Span | null {
  const { tokens } = sites;
  let n = tokens.findLastIndex((token) => token.end <= at);
  for (let token = tokens[n]; token && at - token.start <= REACH; token = tokens[n]) {
    const counted = sites.quantities[n];
    if (counted !== undefined) {
      const label = labels?.[counted] ?? null;
      if (!label || !COMPARISON.test(textOf(sites, label))) return label;
      n = tokens.findLastIndex(({ end }) => end <= label.start);
      continue;
    }
    const date = sites.dates[n];
    const compound = sites.compounds[n];
    if (date) {
      n = tokens.findLastIndex(({ end }) => end <= date.start);
    } else if (compound) {
      if (!isFrame(sites, compound)) return compound;
      n = compound.from - 1;
    } else if (/^[」』]$/.test(token.surface)) {
      return quotation(sites, n, -1);
    } else if (/^[）)]$/.test(token.surface)) {
      n = tokens.findLastIndex((open, k) => k < n && /^[（(]$/.test(open.surface)) - 1;
    } else if (isLink(sites, n, far)) {
      n--;
    } else break;
  }
  return null;
}

/** The noun behind the quantity that ends at `at`: 341件の新たな取引, 78人が新たに防災リーダー, 11回開催. */
function behind(sites: Sites, at: number, link: RegExp | null): Span | null {
  const { tokens } = sites;
  let n = tokens.findIndex((token) => token.start >= at);
  if (n < 0) return null;
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

/** 参加した112社, 出願中であった14件: the verbal noun of the clause that the quantity closes. */
function predicate(sites: Sites, at: number): Span | null {
  const { tokens, compounds } = sites;
  const last = tokens.findLastIndex((token) => token.end <= at);
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
function clause({ tokens, compounds }: Sites, at: number): Span | null {
  let n = tokens.findLastIndex((token) => token.end <= at);
  if (tokens[n]?.base !== 'た' && tokens[n]?.pos !== '動詞') return null;
  while (/^(?:助動詞|動詞)$/.test(tokens[n]?.pos ?? '')) n--;
  return (/^[をにが]$/.test(tokens[n]?.surface ?? '') && compounds[n - 1]) || null;
}

/** 仕組みを設け、２台を: whether a clause of its own ends between a noun and what is counted. */
const endsClause = ({ tokens }: Sites, noun: Span, at: number): boolean =>
  tokens.some(
    ({ surface, end }, n) =>
      surface === '、' &&
      end <= at &&
      end > noun.end &&
      /^(?:動詞|助動詞)$|接続助詞/.test(`${tokens[n - 1]?.pos}`),
  );

/** The last noun of the same clause, or the last of the sentence where it is its topic. */
function nearest(sites: Sites, at: number): Span | null {
  const noun = sites.compounds.findLast(
    (one) =>
      one &&
      one.end <= at &&
      !isFrame(sites, one) &&
      !CLAUSE_END.test(sites.text.slice(one.end, at)),
  );
  if (!noun || at - noun.end > REACH / 2) return null;
  return particle(sites, noun) === 'は' || !endsClause(sites, noun, at) ? noun : null;
}

/** The unit itself where it is more than a counter: 20市町, 120事業者. */
function unitNoun({ text, tokens }: Sites, { unit, end }: Quantity): Span | null {
  const start = text.lastIndexOf(unit, end - 1);
  const noun =
    /^市町村?$/.test(unit) ||
    (/^\p{Script=Han}{2,}/u.test(unit) &&
      tokens.some((token) => token.start === start && /^(?:一般|サ変接続)$/.test(token.posDetail)));
  return noun ? { start, end: start + unit.length } : null;
}

/** Whether it sums up the quantities before it, and is no third part of the list: 男性12人、女性8人の計20人. */
function isTotal(sites: Sites, { start }: Quantity, previous: Quantity | undefined): boolean {
  const first = sites.tokens.find((token) => token.start === start);
  if (!previous || !first || !/^(?:合計|累計|総計|計)$/.test(first.surface)) return false;
  return /^(?:の|、|など)$/.test(sites.text.slice(previous.end, start));
}

/** The 計 of a total is its label. */
function total(sites: Sites, one: Quantity, previous: Quantity | undefined): Span | null {
  const first = sites.tokens.find((token) => token.start === one.start);
  return first && isTotal(sites, one, previous) ? first : null;
}

/** The last topic of the same sentence: 徴収率は97%で、…0.4ポイント上回った. */
function topic(sites: Sites, at: number): Span | null {
  const noun = sites.compounds.findLast(
    (one) => one && one.end <= at && particle(sites, one) === 'は',
  );
  return noun && !CLAUSE_END.test(sites.text.slice(noun.end, at)) ? noun : null;
}

/** Of a rate in percent also its points are told. */
const kind = (unit: string | undefined): string | undefined =>
  unit?.replace(/^(?:[%％]|パーセント|ポイント)/, '%');

/** 就職者数は118人（うち保育士73人）で: what stands in brackets is told of nothing behind them. */
const closes = (between: string): boolean =>
  between.search(/[）)]/) >= 0 && !/[（(]/.test(between.slice(0, between.search(/[）)]/)));

/** What the last quantity of the same unit counted in the sentence: 自殺者数は…438人をピークに減少し、…334人. */
function sameUnit(sites: Sites, counted: Quantity[], found: (Span | null)[]): Span | null {
  const one = counted[found.length];
  const n = counted.findLastIndex(
    (other, k) =>
      k < found.length &&
      found[k] !== null &&
      kind(other.unit) === kind(one?.unit) &&
      !closes(sites.text.slice(other.end, one?.start)),
  );
  const [other, label] = [counted[n], found[n]];
  if (!one || !other || !label || COMPARISON.test(textOf(sites, label))) return null;
  return CLAUSE_END.test(sites.text.slice(other.end, one.start)) ? null : label;
}

/** The noun before a quantity, where it is that which was counted. */
function counterpart(sites: Sites, one: Quantity): Span | null {
  const near = before(sites, one.start, false);
  if (!near) return null;
  const by = particle(sites, near);
  const after = sites.text.slice(one.end);
  if ((by === 'を' && COMPARED.test(after)) || (by === 'の' && one.unit === '倍')) {
    let subject = before(sites, near.start, true);
    while (subject && particle(sites, subject) === 'の')
      subject = before(sites, subject.start, true);
    return subject;
  }
  const whole = behind(sites, one.end, /^の$/);
  if (whole && /^(?:[にでへ]|では|には|から|や|など)$/.test(by)) return whole;
  const done = behind(sites, one.end, null);
  if (done && /^(?:で|では)$/.test(by)) return done;
  if (/^(?:の|など|等)$/.test(by)) {
    const object = SITES.test(one.unit) && /^[にで]/.test(after) && objectOf(sites, near);
    if (object) return object;
    if (by === 'の' && !/うち/.test(one.qualifier)) return unitNoun(sites, one) ?? near;
  }
  return near;
}

/** The noun before を in the same clause as `noun`, and before it: 講習会を in 講習会を6市町で計18回. */
function objectOf(sites: Sites, { start }: Span): Span | null {
  const { tokens, compounds } = sites;
  for (let n = tokens.findLastIndex(({ end }) => end <= start); n > 0; n--) {
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

/** 体験教室を6市町で計18回開催: what was done in six places was done eighteen times. */
function beside(sites: Sites, counted: Quantity[], found: (Span | null)[]): Span | null {
  const [previous, one] = [counted[found.length - 1], counted[found.length]];
  const joined = previous && one && sites.text.slice(previous.end, one.start) === 'で';
  return joined ? (found.at(-1) ?? null) : null;
}

/** What each quantity counts, as a span of the text; null where nothing near says it. */
export function labels(text: string, tokens: Token[], counted: Quantity[]): (Span | null)[] {
  const sites = survey(text, tokens, counted);
  const found: (Span | null)[] = [];
  for (const [n, one] of counted.entries()) {
    const attributed = behind(sites, one.end, /^の$/);
    const noun = unitNoun(sites, one);
    found.push(
      (/^つ$|[間泊]$/.test(one.unit) ? attributed : null) ??
        counterpart(sites, one) ??
        (noun && text[noun.start - 1] === 'の' ? noun : null) ??
        (attributed && noun && ATTRIBUTE.test(textOf(sites, attributed)) ? noun : attributed) ??
        before(sites, one.start, true) ??
        beside(sites, counted, found) ??
        objectOf(sites, one) ??
        behind(sites, one.end, null) ??
        total(sites, one, counted[n - 1]) ??
        before(sites, one.start, true, found) ??
        predicate(sites, one.start) ??
        (/うち/.test(one.qualifier) && !BECAME.test(text.slice(one.end))
          ? sameUnit(sites, counted, found)
          : null) ??
        noun ??
        clause(sites, one.start) ??
        behind(sites, one.end, /^(?:[がはをもにで]|から)$/) ??
        sameUnit(sites, counted, found) ??
        nearest(sites, one.start) ??
        topic(sites, one.start),
    );
  }
  // 3市2町で実施: the label stands behind both.
  return found.map((label, n) => {
    const joined = /^[、・と]?$/.test(text.slice(counted[n]?.end, counted[n + 1]?.start));
    return label ?? (joined ? (found[n + 1] ?? null) : null);
  });
}
