import { randomUUID } from 'node:crypto';
import { type Row, type Rows, rewrite, type Versioned } from '../ports/records.ts';
import { type FeedItem, feedRow, type HeadItem, headRow, shardOf } from './items.ts';
import { entries } from './lists.ts';

/** What became of a sheet; what it says now is asked for by its id. */
export interface FeedEntry {
  kind: 'created' | 'revised' | 'withdrawn';
  sheet: string;
  /** null where it was withdrawn */
  revision: string | null;
  /** ISO 8601 */
  time: string;
}

export interface FeedPage {
  readonly items: FeedEntry[];
  /** where to go on, now or later */
  readonly next: string;
  /** whether there is nothing more for now */
  readonly upToDate: boolean;
}

/**
 * An entry is seen at most so long (milliseconds) after the time that stands in it: a writer may be slow, and an index a
 * moment behind. What is younger is told again to who asks next, so that nothing is missed.
 */
const SETTLED_MS = 30_000;
/** Times are rounded down to this, so that the same question soon again has the same answer. */
const ROUND_MS = 10_000;

interface GenerationItem extends Versioned {
  readonly id: string;
}
const GENERATION: Row = { pk: 'FEED', sk: 'GENERATION' };

/** The cursor is of a table that was made anew since, which does not know what it had. */
export class FeedRestarted extends Error {
  override readonly name = 'FeedRestarted';
}

/** Notes what last became of the sheet, unless that is noted already. Of each sheet the last change alone is kept. */
export async function noteInFeed(rows: Rows, sheetId: string): Promise<void> {
  await rewrite<FeedItem>(rows, feedRow(sheetId), async (was) => {
    const head = await rows.get<HeadItem>(headRow(sheetId));
    if (!head || was?.changedAt === head.changedAt || (!was && !head.current)) return undefined;
    await beginGeneration(rows);
    const notedAt = new Date().toISOString();
    return {
      sheetId,
      kind: kindOf(head, was),
      revision: head.current?.id ?? null,
      changedAt: head.changedAt,
      notedAt,
      listPk: shardOf('FEED', sheetId),
      listSk: `${notedAt}#${sheetId}#`,
    };
  });
}

function kindOf({ current }: HeadItem, was: FeedItem | undefined): FeedEntry['kind'] {
  if (!current) return 'withdrawn';
  return was && was.kind !== 'withdrawn' ? 'revised' : 'created';
}

const begun = new WeakSet<Rows>();

async function beginGeneration(rows: Rows): Promise<void> {
  if (begun.has(rows)) return;
  await rewrite<GenerationItem>(rows, GENERATION, async (was) =>
    was ? undefined : { id: randomUUID().slice(0, 8) },
  );
  begun.add(rows);
}

/**
 * What became of sheets since `after`, oldest first; all there are where it is undefined.
 * @throws FeedRestarted
 */
export async function findFeed(
  rows: Rows,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<FeedPage> {
  const generation = (await rows.get<GenerationItem>(GENERATION))?.id ?? '';
  const [of = generation, place = '', since = ''] = after?.split('\n') ?? [];
  if (of !== generation && of !== '') throw new FeedRestarted();
  // A walk over several pages has seen, at its end, all that was settled when it began.
  const began = since || new Date(Math.floor(Date.now() / ROUND_MS) * ROUND_MS).toISOString();
  const settled = new Date(Date.parse(began) - SETTLED_MS).toISOString();
  const cursor = (...parts: readonly string[]) => [generation, ...parts].join('\n');
  const items: FeedEntry[] = [];
  let last = place;
  let lastSettled = place <= settled ? place : settled;
  const listing = { kind: 'FEED', prefix: '', where: {} } as const;
  for await (const entry of entries<FeedItem>(rows, listing, {
    limit,
    after: place || undefined,
  })) {
    if (items.length === limit) return { items, next: cursor(last, began), upToDate: false };
    const { kind, sheetId: sheet, revision, notedAt: time } = entry;
    items.push({ kind, sheet, revision, time });
    last = entry.listSk;
    if (time <= settled) lastSettled = last;
  }
  return { items, next: cursor(lastSettled, ''), upToDate: true };
}
