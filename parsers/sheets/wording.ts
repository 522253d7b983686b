import { FISCAL_YEAR } from '../japanese/eras.ts';
import { find } from '../japanese/folded.ts';
import { remembered } from '../japanese/remembered.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';

/**
 * A heading's words without what years add to them, all on folded text: marks, numbers and brackets before it, and the
 * notes and page numbers behind it.
 */

const MARK = /^(?:[■□◆◇●○▼▽▶►▷★☆*・※◎▪◉▲△><~]|>>)+/;
/** A place in a plan before what it is the place of: 2-1-6 施策216. */
const PLACE = /^(?:\d{1,2}-){1,3}\d{1,2}[\s　]*(?=[^\d\s-])/;
const NUMBER =
  /^(?:第?\d{1,2}(?:[-.]\d{1,2})?(?:[.、:)]|(?=[^\d.,年月日%件人]))|\(\d{1,2}\)|[IVX]{1,4}[.、:)]?|[一二三四五六七八九十]{1,2}[.、:)]|\([一二三四五六七八九十]\)|[アイウエオ][.、:)]|[a-zA-Z][.、:)])/;
const BRACKETS = /^[【〔[<〈《「『(](.+)[】〕\]>〉》」』)]$/;
const BEHIND =
  /(?:\([^()]{1,12}\)|※\d{0,2}|\*\d{0,2}|[<〔[【][^<>〔〕【】[\]]{1,12}[>〕\]】]|(?:\.{2,}|…+|・{2,})\d{1,3}|p\.?\d{1,3}|[~■□◆◇●○▼▽▲△◀◁◎★☆◉※*<]+)$/i;

/** A year in Western counting behind one in Japanese: 平成25年度(2013年度). */
const WESTERN = /(年度?)\(\d{4}年?度?\)/g;
const YEAR = new RegExp(`(?:${FISCAL_YEAR})(?:\\(\\d{4}(?:年度)?\\))?`, 'g');

/** A line without the mark or the numbers of a plan before it. */
export function withoutMark(text: PlacedText): PlacedText {
  const mark = (find(text.text, MARK) ?? find(text.text, PLACE))?.all;
  return mark ? trim(slice(text, mark[1])) : text;
}

/** A heading without the mark or number that some years put before it. */
export function plain(folded: string): string {
  return folded.replace(MARK, '').replace(NUMBER, '');
}

/** Without one mark, number or pair of brackets at a time: every form of the heading, the printed one first. */
export const wordings = remembered((folded): readonly string[] => {
  const forms = [folded];
  const seen = new Set(forms);
  for (const form of forms) {
    const next = [
      form.replace(WESTERN, '$1'),
      form.replace(MARK, ''),
      form.replace(NUMBER, ''),
      BRACKETS.exec(form)?.[1] ?? '',
      form.replace(BEHIND, ''),
    ];
    for (const one of next) {
      if (one.length < 2 || seen.has(one)) continue;
      seen.add(one);
      forms.push(one);
    }
  }
  return forms;
});

/** A heading without its year, and 取り組み written as 取組. */
export function withoutYear(folded: string): string {
  return folded.replace(YEAR, '').replace(/取り?組み?/g, '取組');
}
