import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { type PlacedText, slice } from '../layout/text.ts';
import { labelled } from './body.ts';
import { type FormCell, isKnownLabel, labelOdds } from './cell.ts';
import { isLevel } from './figure-row.ts';
import { bottom, type FormTable, range } from './form-table.ts';
import { figureHeadOf } from './head.ts';
import type { HeadBlock } from './head-block.ts';
import { spaced } from './lines.ts';
import { bareName } from './naming.ts';
import { type FormPair, pairsAmong } from './pairs.ts';
import type { FormRegion } from './regions.ts';
import type { FigureRow } from './row-of-figures.ts';
import { DEPARTMENT, NAME_HEAD, NAME_LABEL, NUMBER, UNIT_HEAD } from './vocabulary/labels.ts';

/** What a table of one indicator says beside its figures: its name, its unit, and notes, each behind its label. */
export type Inline = {
  readonly name: FormCell;
  readonly nameLabel: FormCell;
  readonly side: readonly FormCell[];
  readonly unit: FormCell | null;
  /** Labels that say what stands beside them, and nothing of their own. */
  readonly labels: readonly FormCell[];
  readonly notes: readonly FormPair[];
};

/**
 * The name of the one indicator of a table that has it beside its label, left of the figures: 指標名称 | 相談件数 | 年度 | H26.
 * Null where a label of names heads a column of them.
 */
export function inlineName(
  table: FormTable,
  head: HeadBlock,
  rows: readonly FigureRow[],
): Inline | null {
  const own = (row: number) =>
    table
      .starting(row)
      .filter((c) => c.col < head.firstCol && c.look !== 'empty' && c.look !== 'head');
  const numbers = [
    ...range(head.from, head.to),
    ...rows.flatMap((row) => (row.band ? [] : [row.row])),
  ];
  const side = own(head.from).filter((cell) => isLevel(cell) && cell.rowSpan > 1);
  const pairs = numbers.flatMap((row) =>
    pairsAmong(own(row).filter((cell) => !side.includes(cell) && !YEAR_LABEL.test(cell.folded))),
  );
  const named = pairs.find(
    ({ label, values }) =>
      NAME_LABEL.test(label.folded) &&
      values[0] !== undefined &&
      labelOdds(values[0]) < 1 &&
      label.row < head.to,
  );
  if (!named) return nameInHead(head, rows);
  const counted = pairs.find(({ label }) => UNIT_HEAD.test(label.folded));
  const unit = counted?.values[0] ?? null;
  const notes = pairs.filter(
    (pair) => pair !== named && !UNIT_HEAD.test(pair.label.folded) && pair.values.length > 0,
  );
  const labels = [named.label, ...side, ...(counted ? [counted.label] : [])];
  return { name: named.values[0] as FormCell, nameLabel: named.label, side, unit, labels, notes };
}

/**
 * The name of the one indicator of a table that stands left of its years, where a label of names might: 相談件数（件）over rows
 * that say nothing but their kind.
 */
function nameInHead({ from, to, stubs }: HeadBlock, rows: readonly FigureRow[]): Inline | null {
  const name = stubs.at(-1);
  if (name?.look !== 'words' || name.row !== from || bottom(name) !== to) return null;
  const own = bareName(spaced(name.lines)).name.text !== name.text.text;
  if (!own && (NAME_HEAD.test(name.folded) || isKnownLabel(name.folded))) return null;
  if (isLevel(name) || /(?:計画|予定|工程|スケジュール|年度|年次)$/.test(name.folded)) return null;
  const labels = rows.flatMap((row) =>
    row.band === null ? row.stubs.filter((cell) => cell.row >= to) : [row.band],
  );
  if (!labels.every(isOnlyKind)) return null;
  const nameLabel = stubs.at(-2) ?? name;
  return { name, nameLabel, side: [], unit: null, labels: [nameLabel], notes: [] };
}

/**
 * The name of one indicator that stands in the row above the years of its table, where the rows below say nothing but
 * their kind: 成果指標 | 相談件数 | 単位：件 over 年度 | H26.
 * @param from the first row that is free to be read so
 */
export function nameAbove(
  table: FormTable,
  { head, rows, inline }: Extract<FormRegion, { kind: 'figures' }>,
  from: number,
): { readonly inline: Inline; readonly row: number } | null {
  const blank = (row: FigureRow) =>
    row.band === null && row.cells.every(({ cell }) => cell.look === 'empty');
  const kinds = rows.filter((row) => row.band === null && !blank(row));
  if (rows.some(({ band }) => band && !isLevel(band))) return null;
  if (inline || !kinds.every((row) => row.band === null && saysOnlyKind(row.stubs))) return null;
  let row = head.from - 1;
  while (row >= from && table.starting(row).every((cell) => cell.look === 'empty')) row--;
  if (row < from) return null;
  const cells = table
    .starting(row)
    .filter((cell) => cell.look !== 'empty')
    .flatMap(labelInside);
  const units = cells.flatMap((cell) => unitIn(cell) ?? []);
  const [label, ...values] = cells.filter((cell) => !/^\(?単位/.test(cell.folded));
  const name = values.find((cell) => cell.look === 'words');
  if (!label || !name || isOfHeader(label) || label.look === 'figure') return null;
  if (labelOdds(label) < 0 || labelOdds(name) > 1) return null;
  const said = MEASURE.test(label.folded) || isLevel(label) || NAME_LABEL.test(label.folded);
  if (!said && units.length === 0 && !cells.some((c) => UNIT_HEAD.test(c.folded))) return null;
  const after = cells[cells.indexOf(name) + 2];
  const unit = units[0] ?? (cells.some((c) => UNIT_HEAD.test(c.folded)) ? (after ?? null) : null);
  const labels = [label, ...cells.filter((cell) => unitIn(cell) || UNIT_HEAD.test(cell.folded))];
  return { inline: { name, nameLabel: label, side: [], unit, labels, notes: [] }, row };
}

/** A label with a name in one cell as two, 成果指標名：相談件数; any other cell as it is. */
function labelInside(cell: FormCell): FormCell[] {
  const said = labelled(cell.text, false);
  if (!said || !MEASURE.test(comparable(said.label.text))) return [cell];
  const part = (text: PlacedText): FormCell => ({
    ...cell,
    text,
    lines:
      cell.lines.length === 1 ? cell.lines.map((line) => ({ ...line, ...text, gaps: [] })) : [],
    folded: comparable(text.text),
    look: 'words',
    leaning: 0,
  });
  return [part(said.label), part(said.text)];
}

/** What names something measured; any other label with a text above figures is of another part of the form. */
const MEASURE = /指標|KPI|目標|測定|ものさし|数値/;

/** 目標値, 実績値, 達成率: kinds of an indicator's figures and no years, and nothing of money. */
const saysOnlyKind = (stubs: readonly FormCell[]): boolean =>
  stubs.length > 0 && stubs.every((cell) => isLevel(cell) || isOnlyKind(cell));

const isOnlyKind = ({ look, folded }: FormCell): boolean =>
  look === 'head' &&
  figureHeadOf(folded, null).year === null &&
  figureHeadOf(folded, null).kind !== null &&
  !/\d|予算|決算|執行/.test(folded);

const isOfHeader = ({ folded }: FormCell) =>
  [NUMBER, DEPARTMENT].some((pattern) => pattern.test(folded));

/** 単位：件 in one cell: the part that is the unit. */
export function unitIn(cell: FormCell): FormCell | null {
  const found = find(cell.text.text, /^\(?単位:(?<unit>[^()]+)\)?$/)?.groups['unit'];
  if (!found) return null;
  const text = slice(cell.text, ...found);
  return { ...cell, text, folded: comparable(text.text) };
}

const YEAR_LABEL = /^(?:年度|区分|年次|年度\/区分)$/;
