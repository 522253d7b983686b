import { type FigureKind, NO_KIND } from '../japanese/kinds.ts';
import type { Span } from '../japanese/span.ts';
import { type Cell, holdsText } from '../layout/table.ts';
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
  understood: readonly FigureKind[],
  { evaluated, format }: Pick<Reading, 'evaluated' | 'format'>,
): readonly FigureKind[] {
  const kinds = (text: string) => kindsOf(text, format).map(({ kind }) => kind);
  const said = over.filter(holdsText).map((cell) => {
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
  const slots = stacked.flatMap(({ whole, lines }): FigureKind[] => {
    const own = kinds(whole);
    if (own.length === 0) return isWord(whole) ? [NO_KIND] : [];
    if (lines.length < 2 || runsOverLines(kindsOf(whole, format), lines)) return own;
    const apart = lines.map((line) => ({ line, kinds: kinds(line) }));
    return apart.flatMap((one) =>
      one.kinds.length > 0 ? one.kinds : isWord(one.line) ? [NO_KIND] : [],
    );
  });
  return slots.includes(NO_KIND) ? slots : understood;
}

/** Words that are no filler, no unit and no note in parentheses. */
const isWord = (text: string): boolean =>
  !FILLERS.test(text) && !NAMES_UNITS.test(text) && !/^\(.*\)$|^[^\p{L}]*$/u.test(text);

/** Whether the words for a kind run from a line into the next: 目標達成 / 状況. */
function runsOverLines(said: readonly Span[], lines: readonly string[]): boolean {
  let end = 0;
  const ends = lines.map((line) => {
    end += line.length;
    return end;
  });
  return said.some((span) => ends.some((at) => span.start < at && at < span.end));
}
