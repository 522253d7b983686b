import { type FormCell, isKnownLabel } from './cell.ts';
import type { MarkedChoices } from './crossed.ts';
import { bottom, type FormTable } from './form-table.ts';
import { isMark, isMarkOrNone, MAX_CHOICE, markedAs } from './scales.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';

const MIN_CHOICES = 2;

/** A label beside its choices, and below these one mark: 今後の方向性 | 拡充 | 継続 | 廃止 over | | ○ | |. */
export function markedBelowAt(table: FormTable, row: number): MarkedChoices | null {
  const [label, ...choices] = table.starting(row);
  if (label?.look !== 'words' || choices.length < MIN_CHOICES || !choices.every(mayBeChosen)) {
    return null;
  }
  const to = row + 2;
  if (to > table.rows || bottom(label) > to || choices.some((one) => bottom(one) !== row + 1)) {
    return null;
  }
  const below = choices.map((choice) => table.at(row + 1, choice.col));
  const beside = table.starting(row + 1).filter((cell) => !below.includes(cell));
  if (beside.some(({ look }) => look !== 'empty')) return null;
  const marks = below.flatMap((cell, i) => {
    const choice = choices[i] as FormCell;
    const isUnder = cell?.col === choice.col && cell.colSpan === choice.colSpan;
    return isUnder && isMarkOrNone(cell) && bottom(cell) === to ? [{ choice, cell }] : [];
  });
  const [chosen, ...more] = marks.filter(({ cell }) => isMark(cell));
  if (marks.length < choices.length || !chosen || more.length > 0) return null;
  const judging = choices.filter(({ folded }) => JUDGEMENT.test(folded)).length;
  const text = markedAs(chosen.choice, chosen.cell);
  const judged = judging * 2 > choices.length ? { judged: true } : {};
  return { to, choices, said: [{ label: label.text, path: [], text, ...judged }] };
}

/** 継続 may stand for a figure elsewhere. */
const mayBeChosen = ({ look, folded }: FormCell): boolean =>
  (look === 'words' || look === 'figure') &&
  folded.length <= MAX_CHOICE &&
  !/\d/.test(folded) &&
  !isKnownLabel(folded);
