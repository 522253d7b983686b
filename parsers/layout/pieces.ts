import type { Fill, Glyph, Rule } from '../pdf/page.ts';
import type { RuleStretch, Ruling } from './rules.ts';
import { runsIn, type TextRun } from './runs.ts';
import { TOLERANCES } from './tolerances.ts';

/** Two pieces of a rule meet where no more than this is between them (points). */
const MEET = 1;
/** Places of joints below one another differ by no more than this (points). */
const LEVEL = 1.5;
/** A shorter piece (points) is a dash, or the corner between two pieces. */
const MIN_PIECE = 8;
/** No page that is read for its tables has more level rules that nothing crosses; drawings have. */
const MAX_LEVELS = 1000;
/** Rows are no higher than this (points). */
const MAX_ROW = 90;
/** Text stands in the middle of its cell when it is off by no more than this (points) … */
const CENTRED = 2;
/** … and in the middle of another one when it is off its own by more. */
const OFF = 4;

/** A level rule with the places where its pieces meet: the borders of columns that are not drawn. */
type Jointed = RuleStretch & { readonly joints: readonly number[] };

type Band = {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly TextRun[];
  /** Columns whose border shows at the top or the bottom of the band. */
  readonly borders: readonly number[];
};

/**
 * Tables of level rules alone that are drawn cell by cell: the pieces of a rule meet where columns do. Rules below one
 * another that share such places are of one table.
 * @param rulings those of `connected`
 * @returns the tables, and the rules that are of none
 */
export function rowsOfPieces(
  rulings: readonly Ruling[],
  rules: readonly Rule[],
  fills: readonly Fill[],
  glyphs: readonly Glyph[],
): { tables: Ruling[]; rest: readonly Rule[] } {
  const alone = rulings.flatMap(({ horizontal, vertical }) =>
    vertical.length === 0 ? horizontal : [],
  );
  if (alone.length < 2 || alone.length > MAX_LEVELS) return { tables: [], rest: rules };
  const level = rules.filter(({ x0, x1, y0, y1 }) => y0 === y1 && x1 - x0 >= MIN_PIECE);
  const jointed = alone.map((stretch) => ({ ...stretch, joints: jointsOf(stretch, level) }));
  const tables = tablesOf(jointed.sort((a, b) => a.at - b.at));
  if (tables.length === 0) return { tables: [], rest: rules };
  const taken = tables.flat();
  const isTaken = ({ x0, x1, y0, y1 }: Rule) =>
    y0 === y1 &&
    taken.some(
      ({ at, from, to }) => Math.abs(at - y0) <= MEET && x0 >= from - MEET && x1 <= to + MEET,
    );
  return {
    tables: tables.map((table) => rulingOf(table, fills, glyphs)),
    rest: rules.filter((rule) => !isTaken(rule)),
  };
}

function jointsOf({ at, from, to }: RuleStretch, level: readonly Rule[]): number[] {
  const pieces = level
    .filter(({ x0, x1, y0 }) => Math.abs(y0 - at) <= MEET && x0 >= from - MEET && x1 <= to + MEET)
    .sort((a, b) => a.x0 - b.x0);
  return pieces.slice(1).flatMap(({ x0 }, i) => {
    const end = (pieces[i] as Rule).x1;
    return Math.abs(x0 - end) <= MEET ? [end] : [];
  });
}

function tablesOf(levels: readonly Jointed[]): Jointed[][] {
  const tables: Jointed[][] = [];
  for (const level of levels) {
    const table = tables.findLast(([first, ...more]) => {
      const last = more.at(-1) ?? first;
      return (
        first &&
        last &&
        level.from >= first.from - TOLERANCES.touch &&
        level.to <= first.to + TOLERANCES.touch &&
        level.at - last.at <= MAX_ROW &&
        level.joints.some((x) => [first, ...more].some((one) => has(one.joints, x)))
      );
    });
    if (table) table.push(level);
    else if (level.joints.length > 0) tables.push([level]);
  }
  return tables.filter((table) => {
    const [first, last] = [table[0], table.at(-1)];
    return table.length >= 2 && first && last && isAsLong(first, last);
  });
}

const has = (xs: readonly number[], x: number) => xs.some((one) => Math.abs(one - x) <= LEVEL);
const isAsLong = (a: RuleStretch, b: RuleStretch) =>
  Math.abs(a.from - b.from) <= TOLERANCES.touch && Math.abs(a.to - b.to) <= TOLERANCES.touch;

function rulingOf(
  table: readonly Jointed[],
  fills: readonly Fill[],
  glyphs: readonly Glyph[],
): Ruling {
  const first = table[0] as Jointed;
  const bottom = (table.at(-1) as Jointed).at;
  const joints = table.flatMap((level) => level.joints).sort((a, b) => a - b);
  const columns = joints.filter((x, i) => i === 0 || x - (joints[i - 1] as number) > LEVEL);
  const levels = [...new Set(table.map(({ at }) => at))];
  const bands = levels.slice(1).map((to, i): Band => {
    const from = levels[i] as number;
    const borders = columns.filter((x) =>
      table.some(
        (level) =>
          (level.at === from || level.at === to) &&
          (has(level.joints, x) || has([level.from, level.to], x)),
      ),
    );
    return { from, to, runs: runsIn(glyphs, [first.from, from, first.to, to]), borders };
  });
  const edges = [first.from, ...columns, first.to];
  const vertical = columns.flatMap((x) =>
    rowsBeside(x, bands, edges, table)
      .filter((row) => row.some((band) => parts(x, band, edges, fills)))
      .map((row): RuleStretch => {
        const { from, to } = { from: row[0]?.from ?? first.at, to: row.at(-1)?.to ?? bottom };
        return { at: x, from, to };
      }),
  );
  const sides = [first.from, first.to].map(
    (at): RuleStretch => ({ at, from: first.at, to: bottom }),
  );
  return {
    horizontal: table.map(({ at, from, to }) => ({ at, from, to })),
    vertical: [...vertical, ...sides],
  };
}

/** The bands of each row beside a column's border: no rule parts them on both of its sides. */
function rowsBeside(
  x: number,
  bands: readonly Band[],
  edges: readonly number[],
  table: readonly Jointed[],
): Band[][] {
  const at = edges.indexOf(x);
  const isRuled = (level: number, a: number, b: number) =>
    table.some(({ at, from, to }) => at === level && from <= a + MEET && to >= b - MEET);
  const rows: Band[][] = [];
  for (const band of bands) {
    const [left, right] = [edges[at - 1] as number, edges[at + 1] as number];
    const parted = isRuled(band.from, left, x) && isRuled(band.from, x, right);
    if (rows.length === 0 || parted) rows.push([]);
    rows.at(-1)?.push(band);
  }
  return rows;
}

/** Whether a column's border parts two cells of a row: no text, background or heading in the middle of both runs across. */
function parts(
  x: number,
  { from, to, runs }: Band,
  edges: readonly number[],
  fills: readonly Fill[],
): boolean {
  if (runs.some(({ x0, x1 }) => x0 < x - MEET && x1 > x + MEET)) return false;
  const middle = (from + to) / 2;
  const spans = fills.some(
    (fill) => fill.x0 < x - OFF && fill.x1 > x + OFF && fill.y0 < middle && fill.y1 > middle,
  );
  if (spans) return false;
  const at = edges.indexOf(x);
  const [left, right] = [edges[at - 1] as number, edges[at + 1] as number];
  const inside = (a: number, b: number) =>
    runs.filter(({ x0, x1 }) => x0 >= a - MEET && x1 <= b + MEET);
  const [before, after] = [inside(left, x), inside(x, right)];
  if (before.length > 0 === after.length > 0) return true;
  const [own, text] = before.length > 0 ? [(left + x) / 2, before] : [(x + right) / 2, after];
  const centre =
    (Math.min(...text.map(({ x0 }) => x0)) + Math.max(...text.map(({ x1 }) => x1))) / 2;
  return Math.abs(centre - own) <= OFF || Math.abs(centre - (left + right) / 2) > CENTRED;
}
