import { yenPer } from '../japanese/figures.ts';
import { find } from '../japanese/folded.ts';
import { slice, withoutSpaces } from '../layout/text.ts';
import type { Box } from '../records/place.ts';
import type { FormCell } from './cell.ts';
import { bottom, type FormTable } from './form-table.ts';
import { type LineOver, lastOver, type TablePlace } from './over.ts';

/** In which unit figures are told, and which of them in another: 単位：千円。ただし、職員数は人. */
export type UnitCaption = {
  readonly unit: string;
  /** Whether it names several units, of which this is one: 単位：人、件. */
  readonly several?: boolean;
  readonly others: readonly (readonly [name: string, unit: string])[];
};

const SAID =
  /単位[:：]?(?<units>[^()（）【】［］[\]。]{1,16}?)(?=[()（）【】［］[\]。■●◆▼]|$|ただし|但し)/;
const OTHER =
  /(?<name>[^、。,・():]{1,12}?)は(?:、)?(?<unit>[^、。,・()は]{1,4})(?=[、。,)]|とする|である|$)/g;
const BUT = /^(?:ただし|但し)[、,]?/;

/** What a folded text says of units, of those several the one of money; null where it says none. */
export function captionSaid(folded: string): UnitCaption | null {
  const units = SAID.exec(folded)?.groups?.['units']?.split(/[、,・/]/) ?? [];
  const unit = units.find((one) => yenPer(one) !== null) ?? units[0];
  if (!unit || unit.length > 6) return null;
  const others = [...folded.matchAll(OTHER)].flatMap(({ groups }) => {
    const name = groups?.['name']?.replace(BUT, '');
    return name && groups?.['unit'] ? [[name, groups['unit']] as const] : [];
  });
  return { unit, others, ...(units.length > 1 ? { several: true } : {}) };
}

/** Lines between a caption and the table whose figures it is about, in heights of the caption. */
const MAX_GAP = 2;

/** A caption where it stands. */
export type PlacedCaption = UnitCaption & LineOver & { readonly box: Box };

/** The caption right above a table. */
export function captionAbove(
  captions: readonly PlacedCaption[],
  table: TablePlace,
): PlacedCaption | null {
  const caption = lastOver(captions, table);
  if (!caption) return null;
  const [, y0, , y1] = caption.box;
  const gap = table.box[1] - y1;
  return gap > y0 - y1 && gap < MAX_GAP * (y1 - y0) ? caption : null;
}

/** The unit as printed, none of money, that a caption says for all indicators of its table; null where it is about others. */
export function countedUnit(caption: PlacedCaption | null): string | null {
  if (!caption || caption.several || caption.others.length > 0 || yenPer(caption.unit) !== null)
    return null;
  const at = find(caption.text.text, SAID)?.groups['units'];
  return at ? withoutSpaces(slice(caption.text, ...at)).text : caption.unit;
}

const MAX_CAPTION = 40;

function captionOf({ folded }: FormCell): UnitCaption | null {
  const said = folded.length <= MAX_CAPTION ? captionSaid(folded) : null;
  return said && yenPer(said.unit) !== null ? said : null;
}

/**
 * The unit of money that a cell of a table states for what follows: 区分（単位：円）.
 * @param row the first row of figures; of several captions the last one above it counts
 */
export function captionOver(table: FormTable, row: number): UnitCaption | null {
  const last = cellBelow(table);
  const over = table.cells.filter((cell) => cell !== last && cell.row < row);
  return over.map(captionOf).findLast((caption) => caption !== null) ?? null;
}

/** A caption alone in the last row of a table: it is about the next one. */
export function captionBelow(table: FormTable): (UnitCaption & Pick<FormCell, 'box'>) | null {
  const cell = cellBelow(table);
  const caption = cell && captionOf(cell);
  return caption ? { ...caption, box: cell.box } : null;
}

function cellBelow(table: FormTable): FormCell | null {
  const [cell, ...others] = table.through(table.rows - 1).filter(({ look }) => look !== 'empty');
  const below = cell && others.length === 0 && cell.row > 0 && bottom(cell) === table.rows;
  return below && captionOf(cell) ? cell : null;
}
