import { type Cell, label, value } from '../form.ts';
import type { Counted } from '../themes.ts';
import type { Indicator } from '../truth.ts';
import type { Measured, UnitAt } from './measured.ts';
import type { Sheet } from './sheet.ts';

export type MeasureLevel = Exclude<Indicator['level'], null | 'population'>;
/** The indicators of a table, those of a level beside one another. */
export type Counteds = readonly (readonly [MeasureLevel, Counted])[];

/** How rows are told apart left of the figures: a level down the side, in a column of its own, or not at all. */
export type Sides = {
  readonly heads: Cell[];
  readonly widths: number[];
  readonly level: 'side' | 'column' | null;
  readonly unitAt: UnitAt;
};

/** @param h rows of the head */
export function sides({ random, words }: Sheet, h: number, unitAt: UnitAt): Sides {
  const level = random.pick(['side', 'side', 'column', null] as const);
  const nameHead = unitAt === 'name' ? `${words.indicatorName}（単位）` : words.indicatorName;
  const heads: Cell[] = [];
  const widths: number[] = [];
  if (level === 'side' && random.chance(0.5)) {
    heads.push(label('', { h }), label(nameHead, { h }));
    widths.push(1.2, 8);
  } else if (level !== null) {
    heads.push(label(random.pick(['区分', '種別', '指標区分']), { h }), label(nameHead, { h }));
    widths.push(level === 'side' ? 1.6 : 4, 8);
  } else {
    heads.push(label(nameHead, { h }));
    widths.push(9);
  }
  if (unitAt === 'column') {
    heads.push(label(words.unit, { h }));
    widths.push(2.2);
  }
  return { heads, widths, level, unitAt };
}

/** What stands left of the i-th indicator's rows; `h` of them are its own. */
export function stub(
  { words }: Sheet,
  { level, unitAt }: Sides,
  { all, i, h }: { readonly all: Counteds; readonly i: number; readonly h: number },
  { printed, unit }: Measured,
): Cell[] {
  const [of] = all[i] as Counteds[number];
  const cells: Cell[] = [];
  if (level === 'side' && all[i - 1]?.[0] !== of) {
    const count = all.filter(([one]) => one === of).length;
    cells.push(label(words[of], { h: h * count, upright: true }));
  }
  if (level === 'column') cells.push(label(words[of], { h }));
  cells.push(value(printed, { h }));
  if (unitAt === 'column') cells.push(value(unit, { h, align: 'center' }));
  return cells;
}
