import type { DateContext, PlacedDate } from '../japanese/dates.ts';
import type { PlacedFact } from '../japanese/facts.ts';
import type { PlacedText } from '../layout/text.ts';
import { slice } from '../layout/text.ts';
import type { Item } from '../records/initiative.ts';
import type { Placer } from './places.ts';

/** What the words of an item say; needs a dictionary, so it is handed in. */
export type ItemLanguage = {
  readonly read: (text: string, context: DateContext) => Reading;
  /** Whether the dictionary has it as one word of at least two characters. */
  readonly isWord: (text: string) => boolean;
};

type Reading = {
  readonly facts: readonly PlacedFact[];
  readonly dates: readonly PlacedDate[];
  readonly keywords: string[];
};

/** An item whose words are not read yet, and its text where it stands. */
export type UnreadItem = {
  readonly item: Omit<Item, 'facts' | 'dates' | 'keywords'>;
  readonly text: PlacedText;
};

/** The item with all that its words say, each fact and date with its own place. */
export function readItem(
  { item, text }: UnreadItem,
  fiscalYear: number,
  language: ItemLanguage,
  place: Placer,
): Item {
  const { facts, dates, keywords } = language.read(text.text, { fiscalYear, phase: item.phase });
  const placed = <T extends { start: number; end: number }>({ start, end, ...said }: T) => ({
    ...said,
    at: place(slice(text, start, end)),
  });
  const { at, ...before } = item;
  return { ...before, facts: facts.map(placed), dates: dates.map(placed), keywords, at };
}
