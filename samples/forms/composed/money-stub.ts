import { type Cell, label } from '../form.ts';
import type { Line, Lines, Where } from './money-lines.ts';
import type { Sheet } from './sheet.ts';

/** A name with the unit that the table prints beside it; lines of other units always say theirs. */
export const shown = ({ name, unit }: Line, usual: string, where: Where): string =>
  where === 'name' || (unit !== usual && where !== 'column') ? `${name}（${unit}）` : name;

/** The cells left of a line's figures: the group runs down the side of its lines. */
export function names(
  { all: lines, usual, where }: Lines,
  i: number,
  { h, upright }: { readonly h: number; readonly upright: boolean },
): Cell[] {
  const one = lines[i] as Line;
  const grouped = lines.some(({ group }) => group !== null);
  const cells: Cell[] = [];
  if (one.group && lines[i - 1]?.group !== one.group) {
    cells.push(
      label(one.group, { h: h * lines.filter(({ group }) => group === one.group).length, upright }),
    );
  }
  const w = grouped && !one.group ? 2 : 1;
  cells.push(label(shown(one, usual, where), { w, h, align: 'left' }));
  if (where === 'column') cells.push(label(one.unit, { h }));
  return cells;
}

/** The head over them, and the widths of their columns. */
export function stubHead(
  { random }: Sheet,
  { all: lines, usual, where }: Lines,
  h: number,
): [Cell[], number[]] {
  const grouped = lines.some(({ group }) => group !== null);
  const text = random.pick(['区分', '項目', '費目', '', 'コスト', '年度']) || '区分';
  const head = label(where === 'head' ? `${text}（単位：${usual}）` : text, {
    w: grouped ? 2 : 1,
    h,
  });
  return where === 'column'
    ? [
        [head, label('単位', { h })],
        [...(grouped ? [1.6] : []), 8, 2.4],
      ]
    : [[head], [...(grouped ? [1.6] : []), 8]];
}
