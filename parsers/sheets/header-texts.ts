import { FISCAL_YEAR } from '../japanese/eras.ts';
import { type Found, find, fold } from '../japanese/folded.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import { firstCut } from './header-parts.ts';

const PART = /^[(](?<part>\d{1,2})[)]/;

/** Which of several sheets with one number this is, as it stands in front of a title: （2） of 施策216（2）. */
export type PartNumber = {
  readonly text: PlacedText;
  readonly number: string;
  readonly title: PlacedText;
};

export function partNumberBefore(title: PlacedText | undefined): PartNumber | null {
  const found = title && find(title.text, PART);
  const range = found?.groups['part'];
  if (!title || !found || !range) return null;
  const end = found.all[1];
  return {
    text: slice(title, 0, end),
    number: slice(title, ...range).text,
    title: trim(slice(title, end)),
  };
}

/** Words that are none of a title, and a number. */
const WORDS_AND_NUMBER = /^[^\d。、]{1,12}(?<number>\d+(?:-\d+)*)/;

/** A programme's number behind words that are not known, where a gap ends it: 協創プログラム（森林分野）3　森をつなぐ. */
export function numberBehind(
  part: PlacedText,
  found: Found,
): { readonly found: Found; readonly words: PlacedText; readonly number: PlacedText } | null {
  const { program, number, title } = found.groups;
  const behind = title && find(slice(part, ...title).text, WORDS_AND_NUMBER)?.groups;
  if (!program || number || !title || !behind?.['number']) return null;
  const [from, to] = behind['number'].map((at) => at + title[0]) as [number, number];
  if (firstCut(part, from, Math.min(to + 1, title[1])) !== to) return null;
  return {
    found: { ...found, groups: { ...found.groups, number: [from, to], title: [to, title[1]] } },
    words: trim(slice(part, title[0], from)),
    number: slice(part, from, to),
  };
}

const IN_PARENTHESES = /^[(<〈《「『](?<subtitle>[^()<>〈〉《》「」『』]+)[)>〉》」』]$/;

/** A second title in parentheses or brackets, alone on its line. */
export function inParentheses(part: PlacedText): PlacedText | null {
  const range = find(part.text, IN_PARENTHESES)?.groups['subtitle'];
  return range ? trim(slice(part, ...range)) : null;
}

const YEAR_ALONE = new RegExp(`^(?:${FISCAL_YEAR})(?:\\(\\d{4}年?度?\\))?$`);
/** 平成二十五年度（２０１３年度） has fewer characters. */
const MAX_YEAR = 20;

/** Whether a text is a fiscal year and nothing else. */
export function isYear(text: string): boolean {
  return text.length <= MAX_YEAR && YEAR_ALONE.test(fold(text).text);
}

/** What numbers a document: 資料2-1, 別紙３, 様式第2号. */
const DOCUMENT = /^[(【[]?(?:資料|別紙|別添|様式|参考|添付|No)/;
const MAX_DOCUMENT = 16;

export const numbersDocument = (text: string): boolean =>
  text.length <= MAX_DOCUMENT && DOCUMENT.test(fold(text).text);

/** A day and nothing else but what it is of: 作成日：平成25年7月1日, 2013.7.1現在. */
const DATE =
  /^[(]?(?:[^\d:、。]{0,8}日:?)?(?:平成|令和|昭和|[HRS])?(?:\d{1,4}|元)(?:年\d{1,2}月(?:\d{1,2}日)?|[./-]\d{1,2}[./-]\d{1,2})(?:現在|時点|作成|公表|更新)?[)]?$/;

/** Whether a line above a header says only when it was written, or the number of the document. */
export const isMinor = (text: string): boolean =>
  numbersDocument(text) || DATE.test(fold(text).text);

const LABELLED = /^[^:]{1,10}:./;

/** Whether a part says what it is itself: 計画期間:平成24~27年度. */
export const isLabelled = ({ text }: PlacedText) => LABELLED.test(fold(text).text);
