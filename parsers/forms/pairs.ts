import { labelled } from './body.ts';
import { type FormCell, isKnownLabel, labelOdds } from './cell.ts';
import { codesBelow } from './codes-below.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import { groupOver, groupsAt } from './groups.ts';
import { headedParts } from './headed.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';

/** A label with what it holds; `path` is what it stands under, outermost first. */
export type FormPair = {
  readonly label: FormCell;
  readonly path: readonly FormCell[];
  readonly values: readonly FormCell[];
};

/** What rows of labels and values say: pairs, and cells that stand alone in their row. */
export type PairsRead = { readonly pairs: FormPair[]; readonly alone: FormCell[] };

type Role = 'path' | 'label' | 'value';

/**
 * Rows in which labels and values take turns. Which cell is which is decided for a row as a whole: the likeliest
 * sequence of roles (Viterbi), given what each cell looks like.
 */
export function readPairs(table: FormTable, from: number, to: number): PairsRead {
  const pairs: FormPair[] = [];
  const alone: FormCell[] = [];
  const roles = new Map<FormCell, Role>();
  const hanging = new Map<FormCell, FormPair>();
  const taken = new Set<FormCell>();
  let groups: readonly FormCell[] = [];
  for (let row = from; row < to; row++) {
    const grouping = groupsAt(table, row);
    if (grouping.length > 0) {
      groups = grouping;
      continue;
    }
    const codes = codesBelow(table, table.starting(row), to);
    pairs.push(...codes.pairs);
    for (const cell of codes.used) taken.add(cell);
    const started = table.starting(row).filter((cell) => !hanging.has(cell) && !taken.has(cell));
    const headed = started.every((cell) => headedParts(cell).length > 0);
    const inside = started.filter((cell) => headed || labelled(cell.text) !== null);
    const beyond = started.filter((cell) => !inside.includes(cell));
    const filled = beyond.filter((cell) => cell.look !== 'empty');
    // Without rules between them, columns in which a row has nothing are no cells of it.
    const cells = table.grid.ruled ? beyond : filled;
    alone.push(...inside);
    const beside = sidesOf(table, row, roles);
    if (filled.length === 0) continue;
    if (cells.length === 1 && beside.at(-1)?.role !== 'label') {
      alone.push(filled[0] as FormCell);
      continue;
    }
    const chosen = headingOfChoice(alone.at(-1), cells);
    if (chosen.length > 0) {
      alone.pop();
      pairs.push(...chosen);
      continue;
    }
    const before = beside.at(-1);
    const read = rolesOf(cells, before?.role ?? null);
    for (const [i, cell] of cells.entries()) roles.set(cell, read[i] as Role);
    const found = paired(
      cells,
      read,
      beside.map(({ cell }) => cell),
    );
    if (!cells.every((cell) => groupOver(groups, cell))) groups = [];
    pairs.push(
      ...found
        .map((pair) => ({ ...pair, path: [...groupsOf(groups, pair.label), ...pair.path] }))
        .map((pair) => withValueBelow(table, pair, to, hanging)),
    );
  }
  return { pairs, alone };
}

const groupsOf = (groups: readonly FormCell[], label: FormCell): FormCell[] => {
  const group = groupOver(groups, label);
  return group ? [group] : [];
};

/** A choice and what is said of it, below what asks for both: 所見 over 一部改善 | 公表を早めること。 */
function headingOfChoice(
  heading: FormCell | undefined,
  [choice, text, ...others]: readonly FormCell[],
): FormPair[] {
  if (!heading || !choice || text?.look !== 'prose' || others.length > 0) return [];
  if (bottom(heading) !== choice.row || heading.look === 'prose') return [];
  if (!JUDGEMENT.test(choice.folded) || isKnownLabel(choice.folded)) return [];
  return [choice, text].map((value) => ({ label: heading, path: [], values: [value] }));
}

/** The last label of a row holds what stands in the cell of the same borders below it: 作成責任者 over the name. */
function withValueBelow(
  table: FormTable,
  pair: FormPair,
  to: number,
  hanging: Map<FormCell, FormPair>,
): FormPair {
  const { label, values } = pair;
  if (values.length > 0 || end(label) !== table.cols || bottom(label) >= to) return pair;
  const below = table.at(bottom(label), label.col);
  const kept = below?.col === label.col && below.colSpan === label.colSpan;
  if (!below || !kept || below.look === 'empty' || labelOdds(below) > 1) return pair;
  const held = { ...pair, values: [below] };
  hanging.set(below, held);
  return held;
}

/** Labels and values by turns in a run of cells of one row. */
export function pairsAmong(cells: readonly FormCell[]): FormPair[] {
  return cells.length < 2 ? [] : paired(cells, rolesOf(cells, null), []);
}

/** Labels that began in a row above and run along this one, left of its cells. */
function sidesOf(
  table: FormTable,
  row: number,
  roles: ReadonlyMap<FormCell, Role>,
): { cell: FormCell; role: Role }[] {
  const first = table.starting(row)[0]?.col ?? 0;
  return table
    .through(row)
    .filter(
      (cell) => cell.row < row && bottom(cell) > row && cell.col < first && cell.look !== 'empty',
    )
    .map((cell) => ({ cell, role: roles.get(cell) ?? 'path' }))
    .filter(({ role }) => role !== 'value');
}

/** What it costs that one role follows another; a row begins with a label and ends with a value. */
const COST: Readonly<Record<Role | 'start', Readonly<Record<Role | 'end', number>>>> = {
  start: { path: 0.5, label: 0, value: 3, end: 0 },
  path: { path: 1, label: 0, value: 9, end: 9 },
  label: { path: 9, label: 9, value: 0, end: 6 },
  value: { path: 1, label: 0, value: 1.5, end: 0 },
};
const ROLES: readonly Role[] = ['path', 'label', 'value'];

function rolesOf(cells: readonly FormCell[], before: Role | null): Role[] {
  const lowest = Math.min(...cells.map((cell) => cell.rowSpan));
  // A label that began above has its value in this row as well, or names what stands in it.
  let best: { score: number; roles: Role[] }[] = ROLES.map((role) => {
    const first = cells[0] as FormCell;
    const cost = before === 'label' && role === 'value' ? 1 : COST.start[role];
    return { score: emission(first, role, lowest) - cost, roles: [role] };
  });
  for (const cell of cells.slice(1)) {
    best = ROLES.map((role) => {
      const [first, ...rest] = best.map(({ score, roles }) => ({
        score: score - COST[roles.at(-1) as Role][role],
        roles,
      }));
      const from = rest.reduce((a, b) => (b.score > a.score ? b : a), first as (typeof best)[0]);
      return { score: from.score + emission(cell, role, lowest), roles: [...from.roles, role] };
    });
  }
  return best
    .map(({ score, roles }) => ({ score: score - COST[roles.at(-1) as Role].end, roles }))
    .reduce((a, b) => (b.score > a.score ? b : a)).roles;
}

/** 市が行う必要があるか: what is asked is rather a label than an answer; まちなか and はるか are shorter. */
const QUESTION = /^.{6,}(?:[るいたなう]|です|ます|かどう)か[?。]?$/;
const ASKED = 3;

function emission(cell: FormCell, role: Role, lowest: number): number {
  const odds = labelOdds(cell) + (QUESTION.test(cell.folded) ? ASKED : 0);
  if (role === 'value') return -odds;
  const tall = cell.rowSpan > lowest;
  if (role === 'label') return odds - (tall ? 1 : 0);
  return odds + (tall ? 2 : -1);
}

function paired(
  cells: readonly FormCell[],
  roles: readonly Role[],
  beside: readonly FormCell[],
): FormPair[] {
  const pairs: { label: FormCell; path: FormCell[]; values: FormCell[] }[] = [];
  let path = [...beside];
  let fresh = true;
  for (const [i, cell] of cells.entries()) {
    if (roles[i] === 'path') {
      path = fresh ? [...path, cell] : [...beside, cell];
      fresh = true;
    } else if (roles[i] === 'label') {
      pairs.push({ label: cell, path, values: [] });
      fresh = false;
    } else {
      const open = pairs.at(-1);
      const side = beside.at(-1);
      if (open) open.values.push(cell);
      else if (side) pairs.push({ label: side, path: beside.slice(0, -1), values: [cell] });
      fresh = false;
    }
  }
  return pairs;
}
