import type { Format } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { yearNear } from '../japanese/eras.ts';
import { type FigureKind, kindsIn, NO_KIND, type SaidKind } from '../japanese/kinds.ts';
import { remembered } from '../japanese/remembered.ts';
import { type SaidYear, yearsIn } from '../japanese/years.ts';
import { type Cell, cellText } from '../layout/table.ts';
import type { Reading } from './reading.ts';

/** What labels over or beside figures say of them together. */
export type ColumnHead = {
  readonly year: SaidYear | null;
  /** From top to bottom; each once. */
  readonly kinds: readonly FigureKind[];
};

/** What labels are read by. */
type About = Pick<Reading, 'evaluated' | 'format'>;

/** A rate as the marks of its columns say it: ③/②. */
const RATIO = /[①-⑳][／/÷][①-⑳](?:[×x*＊]100)?/g;
/** What folding would make a number of: ②目標値 is no year 2. */
const CIRCLED = /[①-⑳]/g;

export const folded = (cell: Cell) => foldedText(cellText(cell).text);

/** Any brackets are parentheses: 【目標】 says what (目標) does. */
export const foldedText = remembered((text) =>
  comparable(text.replace(RATIO, '達成率').replace(CIRCLED, ''))
    .replace(/[【〔[<〈《]/g, '(')
    .replace(/[】〕\]>〉》]/g, ')'),
);

export const saysYear = (text: string, near: number) => yearsIn(text, near).length > 0;

/** What may stand beside years and kinds in a label that says nothing else. */
export const FILLERS =
  /^(?:[のと・/:,~()[\]\-①-⑳%、]|\([A-Z]\)|[※*]\d{0,2}|\d{1,2}年[目次]|(?:初|最終|中間)年度?|年度末|年度|年次|時点|末|値|額|数|量|累計|区分)*$/;

/** A label of units: 単位, (単位), 計量単位. */
export const NAMES_UNITS = /^\(?[^()\d]{0,4}単位[^()\d]{0,2}\)?$/;

/** Whether a label names a year or a kind, and nothing else. */
export function isHead(cell: Cell, { evaluated, format }: About): boolean {
  const text = folded(cell);
  const said = [...yearsIn(text, evaluated), ...kindsOf(text, format)].sort(
    (a, b) => a.start - b.start,
  );
  if (said.length === 0) return false;
  let [rest, at] = ['', 0];
  for (const { start, end } of said) {
    rest += text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return FILLERS.test(rest + text.slice(at));
}

/**
 * What labels say, outermost first: the innermost year (a single one before a range), and the kinds of those that name no
 * year, else of those that do (24年度目標).
 * @param bare years of labels that are a number alone, see `bareYears`
 */
export function columnHeadOf(
  labels: readonly Cell[],
  { evaluated, format }: About,
  bare: ReadonlyMap<Cell, SaidYear> = new Map(),
): ColumnHead {
  const said = labels.map((cell) => {
    const text = folded(cell);
    const alone = bare.get(cell);
    return { years: alone ? [alone] : yearsIn(text, evaluated), kinds: kindsOf(text, format) };
  });
  const years = said.flatMap(({ years }) => years.slice(0, 1));
  const undated = said.filter(({ years, kinds }) => years.length === 0 && kinds.length > 0);
  const kinds = (undated.length > 0 ? undated : said).flatMap(({ kinds }) => kinds);
  return {
    year: years.findLast(({ through }) => through === null) ?? years.at(-1) ?? null,
    kinds: distinct(kinds.map(({ kind }) => kind)),
  };
}

/** The kinds that a label names by words that every sheet uses, unless the format says of the same word what it means there. */
export function kindsOf(text: string, { kinds }: Format): readonly SaidKind[] {
  const open = kindsIn(text);
  const own = Object.entries(kinds).flatMap(([name, words]): SaidKind[] => {
    const found = words.exec(text);
    if (!found) return [];
    const kind: FigureKind =
      name === 'achievement'
        ? { ...NO_KIND, rate: name }
        : { ...NO_KIND, value: name as NonNullable<FigureKind['value']> };
    return [{ kind, start: found.index, end: found.index + found[0].length }];
  });
  if (open.length === 0) return own;
  return open.map((said) => own.find((one) => isSameWord(one, said)) ?? said);
}

const isSameWord = (a: SaidKind, b: SaidKind) => a.start === b.start && a.end === b.end;

function distinct(kinds: readonly FigureKind[]): FigureKind[] {
  const same = (a: FigureKind, b: FigureKind) =>
    a.value === b.value && a.rate === b.rate && a.money === b.money;
  return kinds.filter((kind, i) => kinds.findIndex((other) => same(other, kind)) === i);
}

/** This many numbers in a row that count up by one are years, whatever stands beside them. */
const MIN_COUNTING = 3;

/**
 * Years of header cells that are a number alone (24): where a cell beside them in their row names a year, or where they
 * count up by one.
 */
export function bareYears(header: readonly Cell[], near: number): Map<Cell, SaidYear> {
  const found = new Map<Cell, SaidYear>();
  for (const row of new Set(header.map((cell) => cell.row))) {
    const cells = header.filter((cell) => cell.row === row);
    const alone = cells.filter((cell) => /^(?:\d{1,2}|元)$/.test(folded(cell)));
    const numbers = alone.map((cell) => Number(folded(cell).replace('元', '1')));
    const counting =
      numbers.length >= MIN_COUNTING && numbers.every((n, i) => n === (numbers[0] as number) + i);
    if (!counting && !cells.some((cell) => yearsIn(folded(cell), near).length > 0)) continue;
    for (const cell of alone) {
      const text = folded(cell);
      const fiscalYear = yearNear(text, near);
      if (fiscalYear === null) continue;
      const said = { start: 0, end: text.length, fiscalYear, through: null, relative: null };
      found.set(cell, said);
    }
  }
  return found;
}
