import { type Compound, compounds } from './compounds.ts';
import { foldWidth, type Span, uncounted } from './numerals.ts';
import type { Quantity } from './quantities.ts';
import type { Token } from './tokens.ts';

/** How many characters a label may stand away from its number. */
const REACH = 60;
const LONGEST_QUOTATION = 30;

const PLACES = /^(?:県内|県外|県内外|市内|町内|国内|海外|全国|全県|都内|各地)$/;
const FRAMES = /^(?:対象|中心|年度|[今本昨前翌]年度|期間|結果|現在|新規|うち)$/;
const LINKS =
  /^(?:は|が|を|も|で|に|の|へ|など|等|や|について|において|に関して|に対して|として|では|には|:|：)$/;
const CLAUSE_END = /[。！？]/;

type Sites = {
  text: string;
  tokens: Token[];
  compounds: (Compound | undefined)[];
  dates: (Span | undefined)[];
  quantities: (number | undefined)[];
};

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function survey(text: string, tokens: Token[], counted: Quantity[]): Sites {
  const dates = uncounted(foldWidth(text));
  const nouns = compounds(tokens).filter((noun) => !dates.some((date) => overlaps(noun, date)));
  return {
    text,
    tokens,
    compounds: nouns.reduce(
      (at, noun) => at.fill(noun, noun.from, noun.to),
      new Array<Compound | undefined>(tokens.length).fill(undefined),
    ),
    dates: tokens.map((token) => dates.find((date) => overlaps(date, token))),
    quantities: tokens.map((token) => {
      const n = counted.findLastIndex((one) => overlaps(one, token));
      return n < 0 ? undefined : n;
    }),
  };
}

const textOf = (sites: Sites, span: Span) => sites.text.slice(span.start, span.end);

/** The words between 「 and 」, where they are short enough to be a name; `at` is either bracket's token. */
function quotation(sites: Sites, at: number, step: 1 | -1): Span | null {
  const { tokens } = sites;
  const other = step === 1 ? /^[」』]$/ : /^[「『]$/;
  for (let n = at + step; tokens[n]; n += step) {
    if (!other.test(tokens[n]?.surface ?? '')) continue;
    const [open, close] = step === 1 ? [at, n] : [n, at];
    const span = { start: tokens[open]?.end ?? 0, end: tokens[close]?.start ?? 0 };
    return span.start < span.end && span.end - span.start <= LONGEST_QUOTATION ? span : null;
  }
  return null;
}

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
    if (counted !== undefined) return labels?.[counted] ?? null;
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

/** 研修会を県内9会場で, 企業を対象に10回, 新たに12件: nouns that the label stands behind. */
function isFrame(sites: Sites, compound: Compound): boolean {
  const words = sites.tokens.slice(compound.from, compound.to);
  const name = textOf(sites, compound);
  if (PLACES.test(name)) return sites.tokens[compound.from - 1]?.pos === '助詞';
  if (FRAMES.test(name) || words.every((word) => word.posDetail === '副詞可能')) return true;
  const adverb = sites.tokens[compound.to]?.surface === 'に';
  return adverb && words.at(-1)?.posDetail === '形容動詞語幹';
}

function isLink({ tokens, quantities }: Sites, n: number, far: boolean): boolean {
  const token = tokens[n];
  if (!token) return false;
  if (LINKS.test(token.surface) || /^(?:副詞|連体詞)$/.test(token.pos)) return true;
  if (token.pos === '名詞' && /^(?:副詞可能|非自立|接尾|形容動詞語幹)/.test(token.posDetail))
    return true;
  if (/^[、・，,／/]$/.test(token.surface)) {
    return (
      quantities[n - 1] !== undefined || (far && /^(?:は|も)$/.test(tokens[n - 1]?.surface ?? ''))
    );
  }
  return far && /^[（(]$/.test(token.surface);
}

/** The noun behind the quantity that ends at `at`: 341件の新たな取引, 78人が新たに防災リーダー, 11回開催. */
function behind(sites: Sites, at: number, link: RegExp | null): Span | null {
  const { tokens } = sites;
  let n = tokens.findIndex((token) => token.start >= at);
  if (n < 0) return null;
  if (link) {
    if (!link.test(tokens[n]?.surface ?? '')) return null;
    for (n++; isModifier(tokens, n); n++);
  }
  if (/^[「『]$/.test(tokens[n]?.surface ?? '')) return quotation(sites, n, 1);
  const compound = sites.compounds[n];
  const labelsAnother = tokens[compound?.to ?? n]?.posDetail === '数';
  return compound?.from === n && !labelsAnother ? compound : null;
}

function isModifier(tokens: Token[], n: number): boolean {
  const [token, next] = [tokens[n], tokens[n + 1]];
  if (!token) return false;
  if (/^(?:連体詞|形容詞|副詞)$/.test(token.pos)) return true;
  if (/^[なに]$/.test(token.surface)) return tokens[n - 1]?.posDetail === '形容動詞語幹';
  return token.posDetail === '形容動詞語幹' && /^[なに]$/.test(next?.surface ?? '');
}

/** 参加した112社, 出願中であった14件: the verbal noun of the clause that the quantity closes. */
function predicate({ tokens, compounds }: Sites, at: number): Span | null {
  const last = tokens.findLastIndex((token) => token.end <= at);
  let n = last;
  while (/^(?:助動詞|動詞)$/.test(tokens[n]?.pos ?? '')) n--;
  return (n < last && compounds[n]) || null;
}

/** The last noun of the same sentence. */
function nearest(sites: Sites, at: number): Span | null {
  const noun = sites.compounds.findLast(
    (one) =>
      one &&
      one.end <= at &&
      !isFrame(sites, one) &&
      !CLAUSE_END.test(sites.text.slice(one.end, at)),
  );
  return noun && at - noun.end <= REACH / 2 ? noun : null;
}

/** The unit itself where it is more than a counter: 20市町, 120事業者. */
function unitNoun({ text, tokens }: Sites, { unit, end }: Quantity): Span | null {
  const start = text.lastIndexOf(unit, end - 1);
  const noun =
    unit.length > 1 && tokens.some((token) => token.start === start && token.posDetail === '一般');
  return noun ? { start, end: start + unit.length } : null;
}

/** The 計 of 男性12人、女性8人の計20人, which is no third part of the list. */
function total({ tokens }: Sites, { start }: Quantity): Span | null {
  const first = tokens.find((token) => token.start === start);
  return first && /^(?:合計|累計|総計|計)$/.test(first.surface) ? first : null;
}

/** What each quantity counts, as a span of the text; null where nothing near says it. */
export function labels(text: string, tokens: Token[], counted: Quantity[]): (Span | null)[] {
  const sites = survey(text, tokens, counted);
  const found: (Span | null)[] = [];
  for (const one of counted) {
    found.push(
      before(sites, one.start, false) ??
        behind(sites, one.end, /^の$/) ??
        before(sites, one.start, true) ??
        behind(sites, one.end, null) ??
        total(sites, one) ??
        before(sites, one.start, true, found) ??
        predicate(sites, one.start) ??
        behind(sites, one.end, /^[がはをもにで]$/) ??
        unitNoun(sites, one) ??
        nearest(sites, one.start),
    );
  }
  // 3市2町で実施: the label stands behind both.
  return found.map((label, n) => {
    const joined = /^[、・と]?$/.test(text.slice(counted[n]?.end, counted[n + 1]?.start));
    return label ?? (joined ? (found[n + 1] ?? null) : null);
  });
}
