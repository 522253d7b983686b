import { find } from '../japanese/folded.ts';
import { type PlacedText, slice, trim } from '../layout/text.ts';
import { firstCut } from './header-parts.ts';

/** A title and the second one on its line, and what of them was inferred; `second` is null where it may be part of the title. */
export type Titles = {
  readonly title: PlacedText;
  readonly second: PlacedText | null;
  readonly inferred: { readonly text: PlacedText; readonly what: string };
};

export const SECOND = 'the second title';
const PART = 'part of the title, though it may be a second one';
/** A shorter title needs no second line. */
const MIN_LINE = 22;

/** What is told of a line that goes on with a title so short that it needs none. */
export function goingOn(before: PlacedText, text: PlacedText): Titles['inferred'] | null {
  return before.text === '' || before.text.length >= MIN_LINE ? null : { text, what: PART };
}

/** Fewer characters are a word about the title: （仮称）, （前期）. */
const MIN_TITLE = 5;
const BEHIND = /^.+?(?<second>\((?:[^()]|\([^()]*\))+\)|~[^~]+~?|-[^-]+-|<[^<>]+>)$/;
/** Marks say that it is another one; parentheses and a gap may belong to a title. */
const MARKED = /^[~<-]/;
const WITHIN = /^[(<~〈《「『-]?(?<inner>.+?)[)>~〉》」』-]?$/;

/**
 * A second title in marks at the end of a title, or behind the one gap in it.
 * @param usual whether sheets of this format have one
 */
export function titlesIn(said: PlacedText, usual: boolean): Titles | null {
  const text = trim(said);
  const at = find(text.text, BEHIND)?.groups['second']?.[0] ?? onlyCut(text);
  if (at === null) return null;
  const [title, whole] = [trim(slice(text, 0, at)), trim(slice(text, at))];
  const second = withinMarks(whole);
  if (Math.min(title.text.length, second.text.length) < MIN_TITLE) return null;
  if (usual || find(whole.text, MARKED) !== null) {
    return { title, second, inferred: { text: whole, what: SECOND } };
  }
  return { title: text, second: null, inferred: { text: whole, what: PART } };
}

function onlyCut(text: PlacedText): number | null {
  const cut = firstCut(text, 0, text.text.length);
  return cut === null || firstCut(text, cut, text.text.length) !== null ? null : cut;
}

/** A title without the marks around it. */
function withinMarks(whole: PlacedText): PlacedText {
  const inner = find(whole.text, WITHIN)?.groups['inner'];
  return inner ? trim(slice(whole, ...inner)) : whole;
}

/** Whether words far behind a title may be a second one: no date and no number of a document. */
export const mayBeSecond = ({ text }: PlacedText): boolean =>
  text.length >= MIN_TITLE && !/[\d０-９:：]/.test(text);
