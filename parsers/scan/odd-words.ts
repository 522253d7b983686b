import { figure, unitInName, yenPer } from '../japanese/figures.ts';
import { fold } from '../japanese/folded.ts';
import { boxAround, type Place } from '../records/place.ts';
import type { SheetRecord } from '../records/sheet.ts';
import type { Known } from '../sheets/known.ts';
import type { DoubtfulPlace } from './doubts.ts';

type Figure = { readonly text: string; readonly value: number | null; readonly at: Place };
type IsWord = (text: string) => boolean;

/**
 * Places of a scanned sheet where networks agreed on what says nothing: letters before a figure that are no word, since a
 * sign may have been taken for them, and a unit that nobody knows and that the row's figures do not say themselves.
 * @param isScan whether a page was read from its pixels
 */
export async function oddWordsIn(
  sheet: SheetRecord,
  isScan: (page: number) => boolean,
  language: Known['language'],
): Promise<DoubtfulPlace[]> {
  const rows = [
    ...sheet.indicators.map(({ unit, values }) => ({ unit, figures: values })),
    ...sheet.budget.map(({ unit, amounts }) => ({ unit, figures: amounts })),
  ].map(({ unit, figures }) => ({
    unit,
    figures: figures.filter(({ value, at }) => value !== null && isScan(at.page)),
  }));
  if (rows.every(({ figures }) => figures.length === 0)) return [];
  const { isWord } = await language();
  return rows.flatMap(({ unit, figures }) => [
    ...figures.flatMap((one) => oddBefore(one, isWord)),
    ...(unit !== null && !isKnown(unit, figures, isWord) ? oddUnit(unit, figures) : []),
  ]);
}

/** What stands between the start of a cell and its first digit, but for signs and brackets. */
const BEFORE = /^[^\p{L}\d]*(?<word>\p{L}+)[^\p{L}\d]*(?=\d)/u;

function oddBefore({ text, at: { page, box } }: Figure, isWord: IsWord): DoubtfulPlace[] {
  const folded = fold(text).text;
  const word = BEFORE.exec(folded)?.groups?.['word'];
  const isSaid = !word || isWord(word) || figure(folded)?.qualifier !== undefined;
  return isSaid ? [] : [{ of: 'number', page, box, candidates: [text] }];
}

/** Money, what a dictionary has, what names state in parentheses, and what at least two cells say beside their figures. */
function isKnown(unit: string, figures: readonly Figure[], isWord: IsWord): boolean {
  if (yenPer(unit) !== null || isWord(unit) || unitInName(`（${unit}）`) !== null) return true;
  const folded = fold(unit).text;
  return figures.filter(({ text }) => fold(text).text.includes(folded)).length > 1;
}

/** Of each page one place, around its figures. */
function oddUnit(unit: string, figures: readonly Figure[]): DoubtfulPlace[] {
  return [...Map.groupBy(figures, ({ at }) => at.page)].map(([page, own]) => ({
    of: 'words',
    page,
    box: boxAround(own.map(({ at }) => at.box)),
    candidates: [unit],
  }));
}
