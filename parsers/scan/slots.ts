import type { InkLine } from './lines.ts';

/** A character, where along its line an engine saw it (pixels, not exactly), and how sure it was (0 to 100). */
type Seen = { readonly text: string; readonly middle: number; readonly confidence: number };
/** White between two stretches of ink, or a cut through ink where two characters touch. */
type White = { readonly from: number; readonly to: number; readonly cut: boolean };
/** Where the ink of a character begins and ends; null for a character that has none. */
export type Slot = readonly [number, number] | null;

const POINT = /[、。，．・：；「」『』（）()【】,.:;'"]/;
/** How wide the ink of a kind of character is, least and most (ems), the first that fits. */
const WIDTHS: readonly [RegExp, number, number][] = [
  [/[、。，．・：；,.:;'"]/, 0.05, 0.42],
  [/[「」『』（）()【】｛｝〔〕[\]]/, 0.08, 0.55],
  [/[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/, 0.25, 0.8],
  [/[0-9０-９a-z]/, 0.08, 0.58],
  [/[\p{Script=Han}①-⑳]/u, 0.58, 1.08],
  [/\p{Script=Hiragana}/u, 0.42, 1.05],
  [/[\p{Script=Katakana}ー]/u, 0.3, 1.05],
  [/./u, 0.08, 0.98],
];

function widthOf(text: string): [number, number] {
  const [, least = 0, most = 1] = WIDTHS.find(([kind]) => kind.test(text)) ?? [];
  return [least, most];
}

/** What an em off the place where it was seen costs, and at most: some places are wrong by more than a character. */
const OFF_COST = 0.12;
const MAX_OFF_COST = 0.3;
/** What an em of ink too much or too little costs. */
const WIDTH_COST = 4;
/** What a cut through ink costs, and how much more beside a point or bracket: those touch nothing. */
const CUT_COST = 0.4;
const POINT_CUT_COST = 0.6;
/** What it costs to say that a character is not there: so much, and as much again if the engine was sure of it … */
const DROP_COST = 0.5;
/** … and to say that an em of ink is no character that was read. */
const SKIP_COST = 2;
/** No character takes more stretches of ink than lie within so many ems. */
const MAX_SLOT = 1.5;

const DROPPED = -1;
const SKIPPED = -2;

/**
 * Shares out the ink of a line among its characters, in their order, so that each has ink of its own near where it was seen
 * and as wide as its kind is: the cheapest way through the white between (dynamic programming, as strings are aligned).
 * Engines' own boxes overlap, and some of their characters are not there.
 */
export function inkOfSymbols(symbols: readonly Seen[], line: InkLine): Slot[] {
  const em = line.box.y1 - line.box.y0;
  const whites = whitesOf(symbols, line);
  const width = (k: number, j: number) =>
    ((whites[j] as White).from - (whites[k] as White).to) / em;
  const moves: Int32Array[] = [];
  let costs = new Float64Array(whites.length).fill(Infinity);
  costs[0] = 0;
  const skips = (row: Float64Array, from: Int32Array) => {
    for (let j = 1; j < row.length; j++) {
      const cost = (row[j - 1] as number) + SKIP_COST * width(j - 1, j);
      if (cost < (row[j] as number)) {
        row[j] = cost;
        from[j] = SKIPPED;
      }
    }
  };
  const begin = new Int32Array(whites.length);
  skips(costs, begin);
  moves.push(begin);
  for (const [i, { text, middle, confidence }] of symbols.entries()) {
    const isPoint = POINT.test(text) || POINT.test(symbols[i + 1]?.text ?? '');
    const cutCost = CUT_COST + (isPoint ? POINT_CUT_COST : 0);
    const [least, most] = widthOf(text);
    const drop = DROP_COST * (1 + confidence / 100);
    const next = costs.map((cost) => cost + drop);
    const from = new Int32Array(whites.length).fill(DROPPED);
    for (let k = 0; k < whites.length - 1; k++) {
      for (let j = k + 1; j < whites.length; j++) {
        const wide = width(k, j);
        if (wide > MAX_SLOT && j > k + 1) break;
        const { from: to, cut } = whites[j] as White;
        const off = Math.abs(((whites[k] as White).to + to) / 2 - middle) / em;
        const misfit = Math.max(0, least - wide, wide - most);
        const total =
          (costs[k] as number) +
          Math.min(OFF_COST * off, MAX_OFF_COST) +
          WIDTH_COST * misfit +
          (cut ? cutCost : 0);
        if (total < (next[j] as number)) {
          next[j] = total;
          from[j] = k;
        }
      }
    }
    skips(next, from);
    costs = next;
    moves.push(from);
  }
  return traced(whites, moves);
}

function traced(whites: readonly White[], moves: readonly Int32Array[]): Slot[] {
  const slots: Slot[] = [];
  let j = whites.length - 1;
  for (let i = moves.length - 1; i > 0; ) {
    const move = moves[i]?.[j] ?? DROPPED;
    if (move === SKIPPED) {
      j--;
      continue;
    }
    slots.unshift(
      move === DROPPED ? null : [(whites[move] as White).to, (whites[j] as White).from],
    );
    if (move !== DROPPED) j = move;
    i--;
  }
  return slots;
}

/** The white of a line from left to right, its ends included, and cuts halfway between characters. */
function whitesOf(symbols: readonly Seen[], { box, pieces }: InkLine): White[] {
  const found: White[] = [{ from: box.x0, to: box.x0, cut: false }];
  let reached = box.x0;
  for (const { x0, x1 } of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    if (x0 > reached) found.push({ from: reached, to: x0, cut: false });
    reached = Math.max(reached, x1);
  }
  const whites = found.length;
  symbols.slice(1).forEach(({ middle }, i) => {
    const at = Math.round((middle + (symbols[i] as Seen).middle) / 2);
    const near = found.slice(0, whites).some(({ from, to }) => at >= from - 1 && at <= to + 1);
    if (!near && at > box.x0 && at < box.x1) found.push({ from: at, to: at, cut: true });
  });
  found.push({ from: box.x1, to: box.x1, cut: false });
  return found.sort((a, b) => a.from - b.from);
}
