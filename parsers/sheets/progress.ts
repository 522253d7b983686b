import { comparable } from '../japanese/characters.ts';
import { find } from '../japanese/folded.ts';
import { type Cell, cellText, type Table } from '../layout/table.ts';
import { join, slice, trim } from '../layout/text.ts';
import type { Progress } from '../records/sheet.ts';
import { firstPlace } from './places.ts';
import type { Reading } from './reading.ts';

/** The rating and its reason; null when the table is not the rating table or rates nothing. */
export function readProgress(table: Table, reading: Reading): Progress | null {
  const { progress: spec } = reading.format;
  const [gradeLabel, gradeCell] = besideLabel(table, spec.grade);
  if (!gradeLabel || !gradeCell) return null;
  const text = cellText(gradeCell);
  const found = find(text.text, spec.rating);
  const grade = found?.groups['grade'];
  if (!grade) return null;
  const label = found.groups['label'] ?? found.groups['bare'];
  const [reasonLabel, ...reasons] = besideLabel(table, spec.reason);
  const reason = trim(join(reasons.flatMap((cell) => cell.lines)));
  reading.claim([gradeLabel, gradeCell, ...(reasonLabel ? [reasonLabel] : []), ...reasons]);
  return {
    grade: comparable(slice(text, ...grade).text),
    label: label ? slice(text, ...label).text : null,
    at: firstPlace(reading.place, text),
    reason: reason.text === '' ? null : reason.text,
    reasonAt: reading.place(reason),
  };
}

/** A label and the cells right of it, those of a continued row included. */
function besideLabel(table: Table, label: RegExp): Cell[] {
  const at = table.cells.find((cell) => label.test(comparable(cellText(cell).text)));
  if (!at) return [];
  const col = at.col + at.colSpan;
  const beside = table.cells.filter((cell) => {
    if (cell.col !== col || cell.lines.length === 0 || cell.row < at.row) return false;
    if (cell.row < at.row + at.rowSpan) return true;
    return table.cells.every(
      (other) => other.col !== at.col || other.row !== cell.row || other.lines.length === 0,
    );
  });
  return [at, ...beside];
}
