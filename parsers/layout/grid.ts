import type { Box } from '../records/place.ts';
import { Refusal } from '../records/refusal.ts';
import { withOpenSides } from './borders.ts';
import { gridLines, type RuleStretch, type Ruling } from './rules.ts';
import { TOLERANCES } from './tolerances.ts';

/** A cell as ruled, before any text is in it. */
export type Frame = { row: number; col: number; rowSpan: number; colSpan: number; box: Box };

/** `lines` counts those that were drawn; `open` says that none of them is upright: white tells the columns. */
export type Grid = { xs: number[]; ys: number[]; frames: Frame[]; lines: number; open: boolean };

/** No table on a page has more; millimetre paper of A3 has a quarter. */
const MOST_FIELDS = 500_000;

/**
 * The cells of one connected ruling: its lines span a grid of elementary fields, and fields that no rule parts are
 * one (merged) cell. A field that is open to the outside is none.
 * @throws Refusal `too-large`
 */
export function gridOf(ruling: Ruling): Grid | null {
  const { horizontal, vertical } = withOpenSides(ruling);
  const xs = gridLines(vertical.map((v) => v.at));
  const ys = gridLines(horizontal.map((h) => h.at));
  const [cols, rows] = [xs.length - 1, ys.length - 1];
  if (cols < 1 || rows < 1) return null;
  if (cols * rows > MOST_FIELDS) {
    throw new Refusal('too-large', `A table has more than ${MOST_FIELDS} fields.`);
  }
  const right = coverage(vertical, xs, ys);
  const below = coverage(horizontal, ys, xs);
  const field = (row: number, col: number) => row * cols + col;
  const outside = rows * cols;
  const parent = Array.from({ length: outside + 1 }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] as number;
    return r;
  };
  const unite = (a: number, b: number) => {
    parent[root(a)] = root(b);
  };
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col <= cols; col++) {
      if (right[col]?.[row]) continue;
      unite(col === 0 ? outside : field(row, col - 1), col === cols ? outside : field(row, col));
    }
  }
  for (let col = 0; col < cols; col++) {
    for (let row = 0; row <= rows; row++) {
      if (below[row]?.[col]) continue;
      unite(row === 0 ? outside : field(row - 1, col), row === rows ? outside : field(row, col));
    }
  }
  const members = new Map<number, [number, number][]>();
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const r = root(field(row, col));
      if (r === root(outside)) continue;
      const there = members.get(r);
      if (there) there.push([row, col]);
      else members.set(r, [[row, col]]);
    }
  }
  const frames = [...members.values()].flatMap((fields) => rectangles(fields));
  frames.sort((a, b) => a.row - b.row || a.col - b.col);
  return {
    xs,
    ys,
    lines: ruling.horizontal.length + ruling.vertical.length,
    open: false,
    frames: frames.map((f) => ({
      ...f,
      box: [
        xs[f.col] as number,
        ys[f.row] as number,
        xs[f.col + f.colSpan] as number,
        ys[f.row + f.rowSpan] as number,
      ],
    })),
  };
}

/** covered[i][j]: whether the stretches on level i rule the field side between cuts j and j + 1. */
function coverage(
  stretches: readonly RuleStretch[],
  levels: readonly number[],
  cuts: readonly number[],
): boolean[][] {
  const on: RuleStretch[][] = levels.map(() => []);
  for (const stretch of stretches) {
    let best = 0;
    levels.forEach((level, i) => {
      if (Math.abs(level - stretch.at) < Math.abs((levels[best] as number) - stretch.at)) best = i;
    });
    on[best]?.push(stretch);
  }
  return on.map((pieces) =>
    cuts.slice(1).map((end, j) => {
      const start = cuts[j] as number;
      let ruled = 0;
      let reached = start;
      for (const piece of pieces.sort((a, b) => a.from - b.from)) {
        const from = Math.max(piece.from, reached);
        const to = Math.min(piece.to, end);
        if (to > from) {
          ruled += to - from;
          reached = to;
        }
      }
      return ruled >= TOLERANCES.ruled * (end - start);
    }),
  );
}

/** Fields of one merged cell as rectangles: one, unless its outline has more than four corners. */
function rectangles(fields: readonly [number, number][]): Omit<Frame, 'box'>[] {
  const left = new Set(fields.map(([row, col]) => `${row},${col}`));
  const found: Omit<Frame, 'box'>[] = [];
  const has = (row: number, col: number) => left.has(`${row},${col}`);
  for (const [row, col] of [...fields].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (!has(row, col)) continue;
    let colSpan = 1;
    while (has(row, col + colSpan)) colSpan++;
    let rowSpan = 1;
    const fullRow = (r: number) =>
      Array.from({ length: colSpan }, (_, k) => has(r, col + k)).every(Boolean);
    while (fullRow(row + rowSpan)) rowSpan++;
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = col; c < col + colSpan; c++) left.delete(`${r},${c}`);
    }
    found.push({ row, col, rowSpan, colSpan });
  }
  return found;
}
