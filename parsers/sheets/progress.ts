import type { ProgressSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { type Cell, cellText, type Table } from '../layout/table.ts';
import { join, slice, trim } from '../layout/text.ts';
import type { Progress } from '../records/sheet.ts';
import { firstPlace, type Placer } from './places.ts';

/** The rating and its reason; null when the table is not the rating table or rates nothing. */
export function readProgress(spec: ProgressSpec, table: Table, place: Placer): Progress | null {
  const gradeCells = besideLabel(table, spec.grade);
  const [gradeCell] = gradeCells;
  if (!gradeCell) return null;
  const text = cellText(gradeCell);
  const found = find(text.text, spec.rating);
  const grade = found?.groups['grade'];
  if (!grade) return null;
  const label = found.groups['label'] ?? found.groups['bare'];
  const reason = trim(join(besideLabel(table, spec.reason).flatMap((cell) => cell.lines)));
  return {
    grade: comparable(slice(text, ...grade).text),
    label: label ? slice(text, ...label).text : null,
    at: firstPlace(place, text),
    reason: reason.text === '' ? null : reason.text,
    reasonAt: place(reason),
  };
}

/** The cells right of a label, those of a continued row included. */
function besideLabel(table: Table, label: RegExp): Cell[] {
  const at = table.cells.find((cell) => label.test(comparable(cellText(cell).text)));
  if (!at) return [];
  const col = at.col + at.colSpan;
  return table.cells.filter((cell) => {
    if (cell.col !== col || cell.lines.length === 0 || cell.row < at.row) return false;
    if (cell.row < at.row + at.rowSpan) return true;
    return table.cells.every(
      (other) => other.col !== at.col || other.row !== cell.row || other.lines.length === 0,
    );
  });
}
