import { type Kind, NO_KIND } from '../japanese/kinds.ts';
import { type Cell, isFilled } from '../layout/table.ts';
import { FILLERS, foldedText, kindsOf, NAMES_UNITS, saysYear } from './heads.ts';
import type { Reading } from './reading.ts';

/**
 * The kinds of a column whose head has a place for each, one below the other; one that is not understood is no kind, so
 * that its figures are told and taken for none of the others.
 * @param over the header cells over the column
 * @param understood the kinds that they name
 */
export function slotsOf(
  over: readonly Cell[],
  understood: readonly Kind[],
  { evaluated, format }: Pick<Reading, 'evaluated' | 'format'>,
): readonly Kind[] {
  const kinds = (text: string) => kindsOf(text, format).map(({ kind }) => kind);
  const said = over.filter(isFilled).map((cell) => {
    const lines = cell.lines.map((line) => foldedText(line.text));
    return { cell, whole: lines.join(''), lines };
  });
  const naming = said.filter(({ whole }) => kinds(whole).length > 0);
  const span = Math.min(...naming.map(({ cell }) => cell.colSpan));
  const inner = naming.find(({ cell }) => cell.colSpan === span)?.cell;
  if (!inner) return understood;
  const stacked = said.filter(
    ({ cell, whole }) =>
      cell.col === inner.col && cell.colSpan === span && !saysYear(whole, evaluated),
  );
  const slots = stacked.flatMap(({ whole, lines }): Kind[] => {
    const own = kinds(whole);
    if (own.length === 0) return isWord(whole) ? [NO_KIND] : [];
    const apart = lines.map((line) => ({ line, kinds: kinds(line) }));
    // A kind that runs over two lines (目標達成 / 状況) is one.
    if (apart.flatMap((one) => one.kinds).length < own.length || lines.length < 2) return own;
    if (own.length === 1 && !apart.some((one) => isWholly(one.line, one.kinds.length))) return own;
    return apart.flatMap((one) =>
      one.kinds.length > 0 ? one.kinds : isWord(one.line) ? [NO_KIND] : [],
    );
  });
  return slots.includes(NO_KIND) ? slots : understood;
}

/** Words that are no filler, no unit and no note in parentheses. */
const isWord = (text: string): boolean =>
  !FILLERS.test(text) && !NAMES_UNITS.test(text) && !/^\(.*\)$|^[^\p{L}]*$/u.test(text);

/** Whether a line names a kind as a whole: 目標値, not 目標達. */
const isWholly = (text: string, kinds: number): boolean =>
  kinds > 0 && /(?:値|額|数|標|績|画|定|込|率|度|況)(?:\(.*\))?$/.test(text);
