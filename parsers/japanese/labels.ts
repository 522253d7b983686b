import { before, behind, objectOf, SITES } from './neighbours.ts';
import { firstFrom, lastBefore } from './order.ts';
import type { Quantity } from './quantities.ts';
import { particle, type Sites, survey, textOf } from './sites.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';
import {
  carried,
  clause,
  kindred,
  measured,
  nearest,
  predicate,
  sameUnit,
  topic,
} from './topics.ts';

/** 3施設の満足度: what is told of each of the things that were counted. */
const ATTRIBUTE = /(?:数|率|度|額|量|値|性|費|料|割合|平均)$/;
/** 目標を8千人上回る: the goal is what the people are compared to. */
const COMPARED = /^(?:ほど|余り|以上|程度|近く)?(?:上回|下回|超過)/;
/** うち78人が新たに防災リーダーとなった */
const BECAME = /^が[^、。]{1,20}(?:として|とな)/;

function startingAt(tokens: readonly Token[], start: number): Token | undefined {
  const token = tokens[firstFrom(tokens, start)];
  return token?.start === start ? token : undefined;
}

/** The unit itself where it is more than a counter: 20市町, 120事業者. */
function unitNoun({ text, tokens }: Sites, { unit, end }: Quantity): Span | null {
  const start = text.lastIndexOf(unit, end - 1);
  const noun =
    /^市町村?$/.test(unit) ||
    (/^\p{Script=Han}{2,}/u.test(unit) &&
      /^(?:一般|サ変接続)$/.test(startingAt(tokens, start)?.posDetail ?? ''));
  return noun ? { start, end: start + unit.length } : null;
}

/** 対象1,320人のうち: a noun that leads to a label elsewhere stands for it. */
function adjacent({ compounds, tokens }: Sites, { start }: Quantity): Span | null {
  const noun = compounds[lastBefore(tokens, start)];
  return noun?.end === start ? noun : null;
}

/** Whether it sums up the quantities before it, and is no third part of the list: 男性12人、女性8人の計20人. */
function isTotal(sites: Sites, { start, unit }: Quantity, previous: Quantity | undefined): boolean {
  const first = startingAt(sites.tokens, start);
  if (previous?.unit !== unit || !first || !/^(?:合計|累計|総計|計)$/.test(first.surface))
    return false;
  return /^(?:の|、|など)$/.test(sites.text.slice(previous.end, start));
}

/** The 計 of a total is its label. */
function total(sites: Sites, one: Quantity, previous: Quantity | undefined): Span | null {
  const first = startingAt(sites.tokens, one.start);
  return first && isTotal(sites, one, previous) ? first : null;
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

/** 体験教室を6市町で計18回開催: what was done in six places was done eighteen times. */
function beside(sites: Sites, found: (Span | null)[]): Span | null {
  const [previous, one] = [sites.counted[found.length - 1], sites.counted[found.length]];
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
        measured(sites, one, found) ??
        counterpart(sites, one) ??
        (noun && text[noun.start - 1] === 'の' ? noun : null) ??
        (attributed && noun && ATTRIBUTE.test(textOf(sites, attributed)) ? noun : attributed) ??
        before(sites, one.start, true) ??
        beside(sites, found) ??
        objectOf(sites, one) ??
        behind(sites, one.end, null) ??
        total(sites, one, counted[n - 1]) ??
        before(sites, one.start, true, found) ??
        predicate(sites, one.start) ??
        (/うち/.test(one.qualifier) && !BECAME.test(text.slice(one.end))
          ? sameUnit(sites, found)
          : null) ??
        kindred(sites, one) ??
        noun ??
        clause(sites, one.start) ??
        behind(sites, one.end, /^(?:[がはをもにで]|から)$/) ??
        sameUnit(sites, found) ??
        nearest(sites, one.start) ??
        topic(sites, one.start) ??
        carried(sites, one, found) ??
        adjacent(sites, one),
    );
  }
  // 3市2町で実施: the label stands behind both.
  return found.map((label, n) => {
    const joined = /^[、・と]?$/.test(text.slice(counted[n]?.end, counted[n + 1]?.start));
    return label ?? (joined ? (found[n + 1] ?? null) : null);
  });
}
