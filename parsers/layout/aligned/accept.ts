import type { CellDraft } from './head.ts';
import { isRunning } from './page-columns.ts';
import type { PlacedLine } from './placed.ts';
import { isFigure } from './segments.ts';

/** What is asked of a table that no rules enclose. */
export type TableCandidate = {
  readonly lines: readonly PlacedLine[];
  readonly cells: readonly CellDraft[];
  readonly rows: number;
  readonly cols: number;
  /** How many rules or backgrounds run across it or along its sides. */
  readonly separators: number;
};

const MARKER =
  /^(?:[•●○■□◆▪–—\-・*]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[①-⑳]|[（(]\d{1,2}[)）]|\d{1,2})$/i;
const MIN_FILLED = 0.4;

/** Whether text in columns is a table, not running text, a list, a table of contents or the head of a letter. */
export function isTable(candidate: TableCandidate): boolean {
  const { lines, cells, rows, cols, separators } = candidate;
  const filled = cells.filter(({ entries }) => entries.length > 0);
  if (cols < 2 || rows < 2) return false;
  if (rows < 3 && (separators < 2 || cols < 3)) return false;
  const several = lines.filter((line) => new Set(line.entries.map(({ from }) => from)).size > 1);
  if (several.length < (separators < 2 ? 3 : 2)) return false;
  const covered = filled.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (covered < MIN_FILLED * rows * cols) return false;
  const entries = lines.flatMap((line) => line.entries);
  const running = entries.filter(({ segment }) => isRunning(segment)).length;
  if (separators < 2 && running * 2 > entries.length) return false;
  // 23, 42, 94: the places of an index.
  const places = entries.filter(({ segment }) => /\d,$|^[.\s]+$/.test(segment.text)).length;
  if (places * 5 > entries.length) return false;
  const first = entries.filter(({ from }) => from === 0).map(({ segment }) => segment.text.trim());
  const others = entries.filter(({ from }) => from > 0);
  const figures = others.filter(({ segment }) => isFigure(segment.text)).length;
  if (cols <= 3 && isContents(candidate)) return false;
  if (cols === 2) {
    if (
      first.filter((text) => MARKER.test(text)).length * 2 > first.length &&
      figures * 2 < others.length
    )
      return false;
  }
  if (separators >= 2 || figures >= 0.4 * others.length) return true;
  return cols >= 3 && rows >= 4 && areAligned(candidate);
}

/** Page numbers that go up behind their headings, most of them at the end of dots. */
function isContents({ lines, cols }: TableCandidate): boolean {
  const ends = lines.map(({ entries }) => entries.at(-1)?.segment.text.replace(/^.*[.\s…‥・]/, ''));
  const pages = ends.flatMap((text) => (text && /^\d{1,4}$/.test(text) ? [Number(text)] : []));
  const led = lines.filter(({ entries }) =>
    entries.some(({ segment }) => /[.…‥・]{4}|(?:\. ){4}|……/.test(segment.text)),
  );
  const rising = pages.every((page, i) => i === 0 || page >= (pages[i - 1] as number));
  if (!rising || pages.length * 2 < lines.length) return false;
  return (
    led.length * 2 >= lines.length ||
    (cols === 2 && pages.length === lines.length && pages.length >= 5)
  );
}

/** Left, right or middle edges (points) this near to one another are one. */
const EDGE = 2.5;

/** Whether most texts of every column share an edge. */
function areAligned({ lines, cols }: TableCandidate): boolean {
  return Array.from({ length: cols }, (_, col) => {
    const own = lines.flatMap(({ entries }) =>
      entries.filter(({ from, to }) => from === col && to === col),
    );
    const edges = (['x0', 'x1'] as const).map((side) =>
      most(own.map(({ segment }) => segment[side])),
    );
    edges.push(most(own.map(({ segment }) => (segment.x0 + segment.x1) / 2)));
    return own.length < 3 || Math.max(...edges) >= 0.7 * own.length;
  }).every(Boolean);
}

const most = (values: readonly number[]): number =>
  Math.max(
    0,
    ...values.map((value) => values.filter((other) => Math.abs(other - value) <= EDGE).length),
  );
