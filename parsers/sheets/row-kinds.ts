import type { Format } from '../formats/format.ts';
import type { FigureKind } from '../japanese/kinds.ts';
import type { Cell } from '../layout/table.ts';
import { folded, kindsOf } from './heads.ts';

const ROWS =
  /上(?:段|欄|の[段欄])?[:は=]?(?<upper>.+?)[、,・/\s]?下(?:段|欄|の[段欄])?[:は=]?(?<lower>.+)/;

/** The kinds that a header says of the rows under it, from top to bottom: （上段：目標値、下段：実績値）; none where none does. */
export function rowKindsIn(header: readonly Cell[], format: Format): readonly FigureKind[] {
  for (const cell of header) {
    const { upper = '', lower = '' } = ROWS.exec(folded(cell))?.groups ?? {};
    const kinds = [upper, lower].map((text) => kindsOf(text, format)[0]?.kind);
    if (kinds.every((kind) => kind?.value)) return kinds.filter((kind) => kind !== undefined);
  }
  return [];
}
