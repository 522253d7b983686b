import { type HeadItem, headRow } from './items.ts';
import type { Rows } from './rows.ts';

/** The heads of these sheets by id; asked again, they are what they were. */
export type Heads = (sheetIds: readonly string[]) => Promise<ReadonlyMap<string, HeadItem>>;

/**
 * An answer put together from the lists while sheets may be published: it is given only if no head it rests on has
 * moved by its end, so that of no sheet some is old and some is new.
 */
export async function inOneMoment<T>(rows: Rows, answer: (heads: Heads) => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const seen = new Map<string, HeadItem | undefined>();
    const answered = await answer(async (sheetIds) => {
      const news = sheetIds.filter((id) => !seen.has(id));
      const found = await headsOf(rows, news);
      for (const id of news) seen.set(id, found.get(id));
      return new Map([...seen].flatMap(([id, head]) => (head ? [[id, head]] : [])));
    });
    const now = await headsOf(rows, [...seen.keys()]);
    const moved = [...seen].some(([id, head]) => bodyOf(head) !== bodyOf(now.get(id)));
    if (!moved) return answered;
  }
  throw new Error('the sheets of a list were published again and again while it was read');
}

async function headsOf(rows: Rows, sheetIds: readonly string[]): Promise<Map<string, HeadItem>> {
  const heads = await rows.getAll<HeadItem>(sheetIds.map(headRow));
  return new Map(heads.map((head) => [head.pk.slice(headRow('').pk.length), head]));
}

const bodyOf = (head: HeadItem | undefined) => head?.current?.served.body;
