import type { Rows } from '../ports/records.ts';
import { type HeadItem, headRow } from './items.ts';

export interface Heads {
  /** The heads of these sheets by id; asked again, they are what they were. */
  (sheetIds: readonly string[]): Promise<ReadonlyMap<string, HeadItem>>;
  /** What the list has of the sheet may be from before its head: to be looked at again. */
  doubt(sheetId: string): void;
}

/**
 * An answer put together from the lists while sheets may be published: it is given only if no head it rests on has
 * moved by its end, so that of no sheet some is old and some is new; nor, where in doubt, since before its beginning.
 */
export async function inOneMoment<T>(rows: Rows, answer: (heads: Heads) => Promise<T>): Promise<T> {
  let before: ReadonlyMap<string, HeadItem> = new Map();
  for (let attempt = 0; attempt < 5; attempt++) {
    const seen = new Map<string, HeadItem | undefined>();
    const doubted = new Set<string>();
    const heads = async (sheetIds: readonly string[]) => {
      const news = sheetIds.filter((id) => !seen.has(id));
      const found = await headsOf(rows, news);
      for (const id of news) seen.set(id, found.get(id));
      return new Map([...seen].flatMap(([id, head]) => (head ? [[id, head]] : [])));
    };
    const doubt = (sheetId: string) => void doubted.add(sheetId);
    const answered = await answer(Object.assign(heads, { doubt }));
    const now = await headsOf(rows, [...seen.keys()]);
    const moved = [...seen].some(([id, head]) => bodyOf(head) !== bodyOf(now.get(id)));
    const unsure = [...doubted].some((id) => bodyOf(before.get(id)) !== bodyOf(now.get(id)));
    if (!moved && !unsure) return answered;
    before = now;
  }
  throw new Error('the sheets of a list were published again and again while it was read');
}

/** The heads of these sheets by id, those that there are. */
export async function headsOf(
  rows: Rows,
  sheetIds: readonly string[],
): Promise<Map<string, HeadItem>> {
  const heads = await rows.getAll<HeadItem>(sheetIds.map(headRow));
  return new Map(heads.map((head) => [head.pk.slice(headRow('').pk.length), head]));
}

const bodyOf = (head: HeadItem | undefined) => head?.current?.served.body;
