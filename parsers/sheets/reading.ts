import type { Format } from '../formats/format.ts';
import { Claims } from '../layout/claims.ts';
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
  /** Who has which character of the sheet. */
  readonly claims: Claims;
  readonly #left = new Claims();

  constructor(format: Format, evaluated: number, place: Placer, claims: Claims) {
    this.format = format;
    this.evaluated = evaluated;
    this.place = place;
    this.claims = claims;
  }

  /** A finding at the first place of a text. */
  warn(code: WarningCode, message: string, text: PlacedText): void {
    this.warnings.push({ code, message, at: firstPlace(this.place, text) });
  }

  /** The lines of these cells are read: they label something or stand in the record. */
  claim(cells: Iterable<Cell>): void {
    for (const { lines } of cells) this.own(lines);
  }

  /** These texts are read; what was left over stays so. */
  own(texts: Iterable<PlacedText>): void {
    for (const text of texts) this.claims.claim(...this.#left.rest(text));
  }

  /** Text that has no place in the record; it is kept beside it. */
  leave(texts: readonly PlacedText[]): void {
    this.claims.release(...texts);
    this.#left.claim(...texts);
    this.leftovers.push(...texts);
  }

  /** The stretches of a text that are neither read nor left. */
  unowned(text: PlacedText): PlacedText[] {
    return this.claims.rest(text).flatMap((rest) => this.#left.rest(rest));
  }

  /** The cells of a table with text that nobody has claimed. */
  unclaimed({ cells }: Table): Cell[] {
    return cells.filter(({ lines }) => lines.some((line) => this.unowned(line).length > 0));
  }
}
