import { comparable } from '../japanese/characters.ts';
import type { PlacedText } from '../layout/text.ts';
import { figureHeadOf } from './head.ts';
import { type Labelled, labelOf } from './said.ts';
import { JUDGEMENT, RATING_LABEL_NOT, SIGN, VERDICT } from './vocabulary/judgements.ts';

const ARROW = /^[←-⇿➔-➾⬀-⬏]$/;

/** A sign alone, or a choice that says in words how things stand; a number or a letter may be anything. */
const judges = (folded: string): boolean =>
  SIGN.test(folded) || ARROW.test(folded) || (JUDGEMENT.test(folded) && VERDICT.test(folded));

/**
 * What a list says, with what a column judges: where most rows of a column have a judgement under its head, what the others
 * have there is one as well, in whatever words, and a dash.
 */
export function withJudgedColumns(all: readonly Labelled[]): Labelled[] {
  const columns = Map.groupBy(all, (said) =>
    said.listed && !isScheduled(said) ? headOf(said) : null,
  );
  const judged = new Set<Labelled>();
  for (const [head, column] of columns) {
    if (head === null || column.some((said) => RATING_LABEL_NOT.test(labelOf(said)))) continue;
    const texts = column.map(({ text }) => comparable(text.text));
    const sure = texts.filter(judges).length;
    const short = texts.every((text) => text === '-' || judges(text) || VERDICT.test(text));
    if (sure > 1 && sure * 2 > texts.length && short) for (const said of column) judged.add(said);
  }
  return all.map((said) => (judged.has(said) ? { ...said, judged: true } : said));
}

/** Whether it stands under a year: ○ and → there say when something is done. */
export const isScheduled = ({ label, path }: Labelled): boolean =>
  [label, ...path].some(({ text }) => {
    const head = figureHeadOf(comparable(text), null);
    return head.pure && head.year !== null && head.kind === null;
  });

/** The character with which the head of a column begins: heads of the same words are told apart by it. */
const headOf = ({ label }: { readonly label: PlacedText }) =>
  label.sources.find((glyph) => glyph !== null) ?? null;
