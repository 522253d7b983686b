import type { Format } from '../formats/format.ts';
import type { Line } from '../layout/lines.ts';
import type { Cell, Table } from '../layout/table.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Warning, WarningCode } from '../records/warning.ts';
import { firstPlace, type Placer } from './places.ts';

/** What reading one sheet needs to know everywhere, what it found odd, and which lines of tables have an owner. */
export class Reading {
  readonly format: Format;
  /** The fiscal year whose results the sheet judges. */
  readonly evaluated: number;
  readonly place: Placer;
  readonly warnings: Warning[] = [];
  readonly leftovers: PlacedText[] = [];
  readonly #claimed = new Set<Line>();

  constructor(format: Format, evaluated: number, place: Placer) {
    this.format = format;
    this.evaluated = evaluated;
    this.place = place;
  }

  /** A finding at the first place of a text. */
  warn(code: WarningCode, message: string, text: PlacedText): void {
    this.warnings.push({ code, message, at: firstPlace(this.place, text) });
  }

  /** The lines of these cells are read: they label something or stand in the record. */
  claim(cells: Iterable<Cell>): void {
    for (const { lines } of cells) for (const line of lines) this.#claimed.add(line);
  }

  /** Text that has no place in the record; it is kept beside it. */
  leave(texts: Iterable<PlacedText>): void {
    this.leftovers.push(...texts);
  }

  /** The cells of a table with lines that nobody has claimed. */
  unclaimed({ cells }: Table): Cell[] {
    return cells.filter(({ lines }) => lines.some((line) => !this.#claimed.has(line)));
  }
}
