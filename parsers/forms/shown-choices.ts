import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { Table } from '../layout/table.ts';
import { join } from '../layout/text.ts';
import { WHITE } from '../pdf/colour.ts';
import type { Fill, Glyph } from '../pdf/page.ts';
import { type FormCell, isKnownLabel } from './cell.ts';
import { bottom, end, type FormTable, tableOf } from './form-table.ts';
import { isMark, isMarkOrNone } from './scales.ts';
import { JUDGEMENT, VERDICT } from './vocabulary/judgements.ts';
import { LABEL_ENDING } from './vocabulary/labels.ts';

/** White this many characters wide parts two choices of one cell. */
const GAP = 0.8;
const MIN_CHOICES = 3;

/** A choice among several: its text, how it is set, and the colour it stands on. */
type Choice = {
  readonly line: Line;
  readonly folded: string;
  readonly set: string;
  readonly ground: string;
};

/**
 * A table whose rows of choices are told by how one is set, white on dark among grey ones or in bold, or by what it stands on:
 * the cells of the choices are one cell, which says the chosen one; the others are kept beside it.
 */
export function withShownChoices(table: FormTable, fills: readonly Fill[]): FormTable {
  const merged = new Map<FormCell, FormCell | null>();
  for (let row = 0; row < table.rows; row++) {
    for (const run of runsOf(table.starting(row), fills)) {
      const [first] = run;
      const choices = run.flatMap((cell) => choicesIn(cell, fills));
      if (!first || choices.length < MIN_CHOICES || headsMarks(table, run)) continue;
      const set = oddOne(choices, (choice) => choice.set);
      const chosen = set && isAmongLike(run, set) ? set : shadedOne(run, choices);
      if (!chosen) continue;
      for (const cell of run) merged.set(cell, null);
      merged.set(first, chosenOf(run, chosen, choices));
    }
  }
  if (merged.size === 0) return table;
  const cells = table.grid.cells.flatMap((one, i) => {
    const cell = table.cells[i] as FormCell;
    const kept = merged.get(cell);
    return kept === undefined
      ? [[one, cell] as const]
      : kept
        ? [[{ ...one, colSpan: kept.colSpan, box: kept.box }, kept] as const]
        : [];
  });
  const known = new Map(cells);
  const { grid } = table;
  return tableOf(
    new Table({ ...grid, cells: [...known.keys()] }),
    (one) => known.get(one) as FormCell,
  );
}

/** Whether the rows below have a mark under one of the cells, and nothing else under any: they are heads, one shaded or not. */
function headsMarks(table: FormTable, run: readonly FormCell[]): boolean {
  for (let row = bottom(run[0] as FormCell); row < table.rows; row++) {
    const below = run.map(({ col }) => table.at(row, col));
    if (!below.every((cell) => cell !== null && isMarkOrNone(cell))) return false;
    if (below.some((cell) => cell && isMark(cell))) return true;
  }
  return false;
}

/** Cells side by side that hold nothing but choices. */
function runsOf(cells: readonly FormCell[], fills: readonly Fill[]): FormCell[][] {
  const runs: FormCell[][] = [];
  for (const cell of cells) {
    const choices = choicesIn(cell, fills);
    if (choices.length === 0) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && end(last) === cell.col && last.rowSpan === cell.rowSpan) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** The choices of a cell, left to right; none where anything else stands in it. */
function choicesIn(cell: FormCell, fills: readonly Fill[]): Choice[] {
  const [line] = cell.lines;
  if (!line || cell.lines.length > 1 || cell.look !== 'words') return [];
  const parts: Glyph[][] = [];
  for (const glyph of line.sources) {
    if (!glyph || glyph.text.trim() === '') continue;
    const last = parts.at(-1)?.at(-1);
    const goesOn = last && glyph.x0 - last.x1 < GAP * glyph.size;
    if (goesOn) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  const choices = parts.map((glyphs): Choice => {
    const text = glyphs.map(({ text }) => text).join('');
    const placed = {
      ...line,
      text,
      sources: glyphs.flatMap((glyph) => Array.from(glyph.text, () => glyph)),
      gaps: [],
    };
    const ground = groundOf(glyphs[0] as Glyph, fills);
    return { line: placed, folded: comparable(text), set: setOf(glyphs[0] as Glyph), ground };
  });
  const all = parts.every(isOneWay) && choices.every(({ folded }) => mayBeChosen(folded));
  return all ? choices : [];
}

const isOneWay = (glyphs: readonly Glyph[]): boolean => new Set(glyphs.map(setOf)).size === 1;

/** A judgement, or a word or two that are no label. */
const mayBeChosen = (folded: string): boolean =>
  !isKnownLabel(folded) &&
  (JUDGEMENT.test(folded) || (VERDICT.test(folded) && !LABEL_ENDING.test(folded)));

const setOf = ({ ink = 0, font }: Glyph): string => `${ink} ${font}`;

/** The colour that was painted last behind a character. */
function groundOf({ x0, y0, x1, y1 }: Glyph, fills: readonly Fill[]): string {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const last = fills.findLast((fill) => fill.x0 < x && x < fill.x1 && fill.y0 < y && y < fill.y1);
  return !last || last.colour === WHITE ? '' : String(last.colour);
}

/** Of grades and words that judge the one on another colour; the first cell of a row may be its label. */
function shadedOne([first]: readonly FormCell[], choices: readonly Choice[]): Choice | null {
  const judge = choices.every(({ folded }) => JUDGEMENT.test(folded));
  return judge && first && first.col > 0 ? oddOne(choices, ({ ground }) => ground) : null;
}

/** The one choice that is shown otherwise than all the others, which are shown alike. */
function oddOne(choices: readonly Choice[], way: (choice: Choice) => string): Choice | null {
  const ways = [...Map.groupBy(choices, way).values()];
  const lone = ways.filter(({ length }) => length === 1);
  return ways.length === 2 && lone.length === 1 ? (lone[0]?.[0] ?? null) : null;
}

/** Whether the others stand on one background, or on none: a value between shaded labels is no choice among them. */
function isAmongLike(run: readonly FormCell[], chosen: Choice): boolean {
  const own = run.find(({ lines }) =>
    lines.some(({ sources }) => sources.includes(chosen.line.sources[0] ?? null)),
  );
  const others = new Set(run.filter((cell) => cell !== own).map(({ filled }) => filled));
  return others.size < 2 && (own?.filled || !others.has(true));
}

function chosenOf(run: readonly FormCell[], chosen: Choice, choices: readonly Choice[]): FormCell {
  const [first, last] = [run[0] as FormCell, run.at(-1) as FormCell];
  return {
    ...first,
    colSpan: end(last) - first.col,
    box: [first.box[0], first.box[1], last.box[2], last.box[3]],
    lines: [chosen.line],
    text: join([chosen.line]),
    folded: chosen.folded,
    look: 'choice',
    others: choices.flatMap((choice) => (choice === chosen ? [] : [choice.line])),
  };
}
