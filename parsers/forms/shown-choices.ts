import { comparable } from '../japanese/characters.ts';
import type { Line } from '../layout/lines.ts';
import { Table } from '../layout/table.ts';
import { join } from '../layout/text.ts';
import type { Glyph } from '../pdf/page.ts';
import { type FormCell, isKnownLabel } from './cell.ts';
import { end, type FormTable, tableOf } from './form-table.ts';
import { JUDGEMENT, VERDICT } from './vocabulary/judgements.ts';
import { LABEL_ENDING } from './vocabulary/labels.ts';

/** White this many characters wide parts two choices of one cell. */
const GAP = 0.8;
const MIN_CHOICES = 3;

/** A choice among several: its text and how it is set. */
type Choice = { readonly line: Line; readonly folded: string; readonly set: string };

/**
 * A table whose rows of choices are told by how one is set, white on dark among grey ones or in bold: the cells of the choices
 * are one cell, which says the chosen one; the others are kept beside it.
 */
export function withShownChoices(table: FormTable): FormTable {
  const merged = new Map<FormCell, FormCell | null>();
  for (let row = 0; row < table.rows; row++) {
    for (const run of runsOf(table.starting(row))) {
      const [first] = run;
      const choices = run.flatMap(choicesIn);
      const chosen = choices.length < MIN_CHOICES ? null : oddOne(choices);
      if (!chosen || !first || !isAmongLike(run, chosen)) continue;
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

/** Cells side by side that hold nothing but choices. */
function runsOf(cells: readonly FormCell[]): FormCell[][] {
  const runs: FormCell[][] = [];
  for (const cell of cells) {
    const choices = choicesIn(cell);
    if (choices.length === 0) continue;
    const last = runs.at(-1)?.at(-1);
    if (last && end(last) === cell.col && last.rowSpan === cell.rowSpan) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** The choices of a cell, left to right; none where anything else stands in it. */
function choicesIn(cell: FormCell): Choice[] {
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
    return { line: placed, folded: comparable(text), set: setOf(glyphs[0] as Glyph) };
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

/** The one choice that is set otherwise than all the others. */
function oddOne(choices: readonly Choice[]): Choice | null {
  const ways = [...Map.groupBy(choices, ({ set }) => set).values()];
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
