import { borderOp } from './imprints.ts';
import type { Colour, Face, Page, Rule, Run, Strike } from './page.ts';
import type { Random } from './random.ts';
import { type StrikeStyle, strikeOps } from './strikes.ts';
import { type Unseen, unseenBehind } from './unseen.ts';

/** How a producer draws what is laid out; none of it moves anything. */
export type Habits = {
  readonly text: 'lines' | 'pieces' | 'glyphs';
  readonly shuffled: boolean;
  /** Bold without a bold font: drawn once, or again a hair to the right. */
  readonly bold: 'plain' | 'overprint';
  /** Borders joined to long lines, or each cell's own four; `fourfold` draws each of them twice over. */
  readonly borders: 'joined' | 'cells' | 'fourfold';
  readonly rules: 'strokes' | 'rects';
  /** Dashed lines by the dash pattern, or as many short lines. */
  readonly dashes: 'pattern' | 'pieces';
  readonly ruleWidth: number;
  readonly ruleGray: number;
  /** How far lines miss their place and their corners, in pt. */
  readonly jitter: number;
  /** Some ideographs take the code points of Kangxi radicals, as fonts with careless ToUnicode maps give them. */
  readonly radicals: boolean;
  readonly rotate: 0 | 90 | 180 | 270;
  /** Lower left corner of the media box, in fonts that are only named. */
  readonly origin: readonly [number, number];
  /** The page's strokes stand in a form that the page shows, in fonts that are only named. */
  readonly form: boolean;
  readonly strike: StrikeStyle;
  /** An earlier draft that is left in the file. */
  readonly unseen: Unseen | null;
};

export const TIDY: Habits = {
  text: 'lines',
  shuffled: false,
  bold: 'plain',
  borders: 'joined',
  rules: 'strokes',
  dashes: 'pattern',
  ruleWidth: 0.6,
  ruleGray: 0,
  jitter: 0,
  radicals: false,
  rotate: 0,
  origin: [0, 0],
  form: false,
  strike: 'rule',
  unseen: null,
};

/** One stroke of the pen; coordinates as displayed, in pt from the top left. */
export type Op =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly face: Face;
      readonly offsets: readonly number[];
      /** Why nobody sees it. */
      readonly unseen?: Unseen;
      readonly colour?: Colour;
    }
  /** As a content stream has it. */
  | { readonly kind: 'raw'; readonly content: string }
  | {
      readonly kind: 'line';
      readonly x0: number;
      readonly y0: number;
      readonly x1: number;
      readonly y1: number;
      readonly width: number;
      readonly dash: number | null;
      readonly gray: number;
    }
  | {
      readonly kind: 'rect';
      readonly x0: number;
      readonly y0: number;
      readonly x1: number;
      readonly y1: number;
      readonly gray: number;
    };

/** A page's strokes, in the order of drawing. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly rotate: Habits['rotate'];
  readonly origin: Habits['origin'];
  readonly form: boolean;
  readonly ops: readonly Op[];
  /** Struck through by annotations. */
  readonly notes: readonly Strike[];
};

const RADICALS = new Map(
  Array.from('一人入八力十口土大女子小山工心手日月木水火生用田目立竹米糸老耳自行衣見言谷車長雨青高')
    .map((ideograph) => ({ ideograph, radical: radicalOf(ideograph) }))
    .flatMap(({ ideograph, radical }) => (radical === null ? [] : [[ideograph, radical]])),
);

/** The Kangxi radical that NFKC makes this ideograph of. */
function radicalOf(ideograph: string): string | null {
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    const radical = String.fromCodePoint(code);
    if (radical.normalize('NFKC') === ideograph) return radical;
  }
  return null;
}

export function drawn(page: Page, habits: Habits, random: Random): Drawing {
  const stamped = page.runs.filter((run) => run.stamped);
  const runs = page.runs.filter((run) => !run.stamped);
  const texts = runs.flatMap((run) => textOps(run, habits, random));
  if (habits.shuffled) random.shuffle(texts);
  const behind = habits.unseen ? unseenBehind(runs, habits.unseen, random) : [];
  const fills = page.fills.map((fill) => ({ kind: 'rect' as const, ...fill }));
  const notes = habits.strike === 'note' && habits.rotate === 0 ? page.strikes : [];
  const isRule = habits.strike === 'rule' || (habits.strike === 'note' && notes.length === 0);
  const strikes = page.strikes.flatMap((one) => strikeOps(one, habits.strike));
  const struck = page.strikes.map(
    ({ x0, x1, y }): Rule => ({ x0, y0: y, x1, y1: y, dashed: false }),
  );
  const rules = bordersOf(isRule ? [...page.rules, ...struck] : page.rules, habits)
    .map((rule) => missed(rule, habits.jitter, random))
    .flatMap((rule) => ruleOps(rule, habits));
  const { width, height } = page;
  const { rotate, origin, form } = habits;
  const imprints = [
    ...page.borders.map(borderOp),
    ...stamped.flatMap((run) => textOps(run, TIDY, random)),
  ];
  const ops = [...behind, ...fills, ...rules, ...texts, ...strikes, ...imprints];
  return { width, height, rotate, origin, form, ops, notes };
}

type TextOp = Extract<Op, { kind: 'text' }>;

function textOps(run: Run, habits: Habits, random: Random): TextOp[] {
  const characters = Array.from(run.text);
  const text = habits.radicals
    ? characters.map((character) => RADICALS.get(character) ?? character).join('')
    : run.text;
  const { x, y, size, face, offsets } = run;
  const colour = run.stamped && { colour: run.stamped };
  const line: TextOp = { kind: 'text', text, x, y, size, face, offsets, ...colour };
  const once = parts(line, habits.text, random);
  if (!run.bold || habits.bold === 'plain') return once;
  return once.flatMap((op) => [op, { ...op, x: op.x + 0.25 }]);
}

/** The line as one, letter by letter, or in pieces of a few letters. */
function parts(line: TextOp, how: Habits['text'], random: Random): TextOp[] {
  if (how === 'lines') return [line];
  const characters = Array.from(line.text);
  const pieces: TextOp[] = [];
  for (let from = 0; from < characters.length; ) {
    const to = from + (how === 'glyphs' ? 1 : random.int(1, 6));
    const text = characters.slice(from, to).join('');
    const start = line.offsets[from] ?? 0;
    const offsets = line.offsets.slice(from, to).map((offset) => offset - start);
    if (text.trim() !== '') pieces.push({ ...line, text, x: line.x + start, offsets });
    from = to;
  }
  return pieces;
}

function bordersOf(rules: readonly Rule[], habits: Habits): Rule[] {
  if (habits.borders === 'joined') return join(rules);
  if (habits.borders === 'cells') return [...rules];
  return [...rules, ...rules];
}

/** Rules that lie on one line and touch become one. */
function join(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  const upright = rules.filter((rule) => rule.x0 === rule.x1);
  const level = rules.filter((rule) => rule.x0 !== rule.x1);
  for (const rule of [
    ...upright.toSorted((a, b) => a.x0 - b.x0 || a.y0 - b.y0),
    ...level.toSorted((a, b) => a.y0 - b.y0 || Number(a.dashed) - Number(b.dashed) || a.x0 - b.x0),
  ]) {
    const last = joined.at(-1);
    if (last && touches(last, rule)) joined[joined.length - 1] = longer(last, rule);
    else joined.push(rule);
  }
  return joined;
}

const NEAR = 0.01;
const near = (a: number, b: number) => Math.abs(a - b) < NEAR;

function touches(a: Rule, b: Rule): boolean {
  if (a.dashed !== b.dashed) return false;
  if (near(a.x0, a.x1)) return near(b.x0, b.x1) && near(a.x0, b.x0) && b.y0 <= a.y1 + NEAR;
  return near(b.y0, b.y1) && near(a.y0, b.y0) && b.x0 <= a.x1 + NEAR;
}

const longer = (a: Rule, b: Rule): Rule => ({
  ...a,
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});

function missed(rule: Rule, jitter: number, random: Random): Rule {
  if (jitter === 0) return rule;
  const miss = () => (random.next() * 2 - 1) * jitter;
  const aside = miss();
  if (rule.x0 === rule.x1) {
    const x = rule.x0 + aside;
    return { ...rule, x0: x, x1: x, y0: rule.y0 + miss(), y1: rule.y1 + miss() };
  }
  const y = rule.y0 + aside;
  return { ...rule, y0: y, y1: y, x0: rule.x0 + miss(), x1: rule.x1 + miss() };
}

const DASH = 2;

function ruleOps(rule: Rule, habits: Habits): Op[] {
  const pieces = rule.dashed && habits.dashes === 'pieces' ? cut(rule) : [rule];
  const pattern = rule.dashed && habits.dashes === 'pattern' ? DASH : null;
  return pieces.map(({ x0, y0, x1, y1 }) => {
    const { ruleWidth: width, ruleGray: gray } = habits;
    if (habits.rules === 'strokes' || pattern !== null) {
      return { kind: 'line', x0, y0, x1, y1, width, dash: pattern, gray };
    }
    const half = width / 2;
    return { kind: 'rect', x0: x0 - half, y0: y0 - half, x1: x1 + half, y1: y1 + half, gray };
  });
}

function cut(rule: Rule): Rule[] {
  const length = Math.hypot(rule.x1 - rule.x0, rule.y1 - rule.y0);
  const count = Math.ceil(length / (2 * DASH));
  return Array.from({ length: count }, (_, index) => {
    const from = (index * 2 * DASH) / length;
    const to = Math.min(1, from + DASH / length);
    const x = (share: number) => rule.x0 + share * (rule.x1 - rule.x0);
    const y = (share: number) => rule.y0 + share * (rule.y1 - rule.y0);
    return { x0: x(from), y0: y(from), x1: x(to), y1: y(to), dashed: false };
  });
}
