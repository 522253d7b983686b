import { comparable } from '../japanese/characters.ts';
import { type Cell, Table } from '../layout/table.ts';
import { join } from '../layout/text.ts';
import { boxAround } from '../records/place.ts';
import { BRACKETED } from './body.ts';
import { levelIn } from './naming.ts';

/** A table without rules in which a level or what is in brackets, alone on its row, stands over all columns: ［活動指標］. */
export function withLoneLabels(table: Table): Table {
  if (table.ruled) return table;
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  const cells = [...rows.values()].flatMap((row) => {
    const [first, ...others] = row as [Cell, ...Cell[]];
    const text = comparable(join(first.lines).text);
    const alone = first.col === 0 && others.every(({ lines }) => lines.length === 0);
    const heads = BRACKETED.test(text) || (levelIn(text) !== null && text.length <= MAX_LEVEL);
    if (!alone || !heads || row.some(({ rowSpan }) => rowSpan > 1)) return row;
    return [{ ...first, colSpan: table.cols, box: boxAround(row.map(({ box }) => box)) }];
  });
  return new Table({ ...table, cells });
}

const MAX_LEVEL = 8;
