import { type Figure, figure, yenPer } from '../japanese/figures.ts';
import { isSameUnit } from '../japanese/unit-synonyms.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Amount } from '../records/budget.ts';
import type { Place } from '../records/place.ts';
import type { Warning } from '../records/warning.ts';
import { besideValue, oddities, withoutDoubtfulPoint, withStruck } from './odd-figures.ts';

/** A filled cell of a money line with the year over it. */
export type AmountCell = {
  readonly fiscalYear: number;
  readonly type: Amount['type'];
  readonly text: PlacedText;
  /** What stands in the cell and is struck through. */
  readonly struck: readonly PlacedText[];
  readonly at: Place;
};

type Read = AmountCell & { readonly figure: Figure };

/**
 * The amounts of a line and the unit they are in: the one that is stated for the line or its table, unless most of the
 * line's figures carry another. A figure in a unit of its own is turned into the line's where both are money.
 * @param stated in the line's name, else in a caption
 */
export function amountsOf(
  cells: readonly AmountCell[],
  stated: string | null,
  warnings: Warning[],
): { unit: string | null; amounts: Amount[] } {
  const read = cells.flatMap((cell): Read[] => {
    const said = figure(cell.text);
    return said ? [{ ...cell, figure: withStruck(said, cell.struck) }] : [];
  });
  const unit = unitOfLine(read, stated);
  const amounts = read.map((cell): Amount => {
    warnings.push(...oddities(cell.text, cell.figure, cell.at));
    return amountIn(unit, cell, warnings);
  });
  warnings.push(...repeatedAmounts(amounts));
  return { unit, amounts: amounts.map((one) => withoutDoubtfulPoint(one, amounts, warnings)) };
}

/** A line has one amount of a kind in a year. */
function repeatedAmounts(amounts: readonly Amount[]): Warning[] {
  return amounts.flatMap(({ fiscalYear, type, text, at }, i): Warning[] => {
    const first = amounts.find((one) => one.fiscalYear === fiscalYear && one.type === type);
    if (!first || first === amounts[i]) return [];
    const message = `「${text}」 stands beside 「${first.text}」: two amounts of ${fiscalYear}.`;
    return [{ code: 'two-values', message, at }];
  });
}

function unitOfLine(read: readonly Read[], stated: string | null): string | null {
  const figures = read.filter(({ figure }) => figure.value !== null).map(({ figure }) => figure);
  const counts = new Map<string | null, number>();
  for (const { unit } of figures) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const own = [...counts].filter(([unit]) => unit !== null).sort((a, b) => b[1] - a[1])[0];
  if (!own) return stated;
  return stated === null || own[1] * 2 > figures.length ? own[0] : stated;
}

function amountIn(
  unit: string | null,
  { fiscalYear, type, text, at, figure }: Read,
  warnings: Warning[],
): Amount {
  const own = figure.unit ?? unit;
  const [per, perUnit] = [yenPer(own), yenPer(unit)];
  const differs = own !== null && unit !== null && !isSameUnit(own, unit);
  if (differs && figure.value !== null) {
    const message = `The unit of 「${text.text}」 is ${own} beside ${unit}.`;
    warnings.push({ code: 'unit-change', message, at });
  }
  const yen = figure.value === null || per === null ? null : Math.round(figure.value * per);
  return {
    fiscalYear,
    ...(type ? { type } : {}),
    text: text.text,
    value: differs && yen !== null && perUnit !== null ? yen / perUnit : figure.value,
    yen,
    status: figure.status,
    ...besideValue(figure),
    at,
  };
}
