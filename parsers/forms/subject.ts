import { yearsIn } from '../japanese/years.ts';
import type { PlacedText } from '../layout/text.ts';
import { isChoice } from './cell.ts';
import { type Labelled, labelOf } from './said.ts';
import { DEPARTMENT, KNOWN, OTHER_TITLE, PERSON, SOME_DEPARTMENT } from './vocabulary/labels.ts';

/** What says whose sheet it is. */
export const PUBLISHER_LABEL = /^(?:市区?町村|自治体|地方公共団体|都道府県|団体|府省庁?|省庁)名?$/;

/** Where nothing is called the sheet's name: what stands behind its number in the same row, 項目番号 | 3 | 施策項目 | …. */
export function subjectBeside(number: Labelled | null, all: readonly Labelled[]): Labelled | null {
  const next = number && all[all.indexOf(number) + 1];
  if (!next || !sameRow(number.label, next.label) || isChoice(next.text.text)) return null;
  const label = labelOf(next);
  const other = [OTHER_TITLE, DEPARTMENT, SOME_DEPARTMENT, PERSON, PUBLISHER_LABEL, KNOWN];
  const words = /\p{L}{3}/u.test(next.text.text) && !/。/.test(next.text.text);
  return words && !other.some((word) => word.test(label)) && yearsIn(label, null).length === 0
    ? next
    : null;
}

function sameRow(a: PlacedText, b: PlacedText): boolean {
  const [one, two] = [a, b].map(({ sources }) => sources.find((glyph) => glyph !== null));
  return !!one && !!two && Math.min(one.y1, two.y1) > Math.max(one.y0, two.y0);
}

/** Where nothing is called the sheet's name: what is called some name, or the part of a plan that it is about. */
export function isSubject(said: Labelled): boolean {
  const label = labelOf(said);
  const other = [OTHER_TITLE, DEPARTMENT, PERSON, PUBLISHER_LABEL].some((word) => word.test(label));
  return !other && SUBJECT_LABEL.test(label) && said.text.text.trim() !== '';
}
const SUBJECT_LABEL =
  /^[^()]{1,8}(?:名称|(?<![係室])名)$|^(?:基本目標|基本方針|重点目標|施策|目標|テーマ|分野)[\d①-⑳]*$/;
