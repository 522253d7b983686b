import { createHash } from 'node:crypto';
import { type FigureFilters, sheetHasSuch } from '../analysis/such-figures.ts';
import { type SheetFilters, sortPrefix } from '../domain/sheet-filters.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { summarize } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { findSheet } from './find-sheets.ts';
import { type HeadItem, headRow, sheetOrder } from './items.ts';
import { entries, type ListPage, type PageRequest } from './lists.ts';

export interface RecordFilters extends SheetFilters, FigureFilters {
  /** ISO 8601: that changed since */
  readonly updatedSince?: string | undefined;
  /** id of the one sheet */
  readonly sheet?: string | undefined;
}

/** How many records of a stream are fetched at a time, ahead of who reads them: what is held in memory at most. */
const AHEAD = 4;
/** How many lines of the list are read at once where all of them are. */
const LINES = 1000;

/** Current records in the order of lists; `from` is the place of the sheet to begin with. */
async function* findRecords(
  rows: Rows,
  { sheet, ...asked }: RecordFilters,
  from: string | undefined,
  pace: number,
): AsyncGenerator<RevisedSheet, undefined> {
  const { filters, fits } = parted(asked);
  const ids = idsOf(rows, sheet, filters, { after: from, limit: 3 * pace });
  for await (const record of ahead(ids, pace, (id) => findSheet(rows, id))) {
    if (record && matches(record, filters) && fits(record)) yield record;
  }
}

/** Records as they stand together. */
export interface StandingRecords {
  /** changes with each of them, and never comes back */
  readonly state: string;
  /** never older than the state */
  readonly records: () => AsyncGenerator<RevisedSheet>;
}

/** The current records that match: reads the list alone until they are asked for. */
export async function findStanding(
  rows: Rows,
  { sheet, ...asked }: RecordFilters,
): Promise<StandingRecords> {
  const { filters, fits, updatedSince, said } = parted(asked);
  const ids: string[] = [];
  const state = createHash('sha256').update(said);
  // A head may say again what it said before: its version tells. In a table that is made anew that begins again, but no
  // body has the name that it had.
  for await (const { pk, version, current, changedAt } of walkHeads(rows, sheet, filters)) {
    if (changedAt < updatedSince) continue;
    ids.push(pk.slice(headRow('').pk.length));
    state.update(`${pk}\n${version}\n${current?.served.body}\n`);
  }
  return {
    state: state.digest('base64url'),
    async *records() {
      for await (const record of ahead(ids, AHEAD, (id) => findSheet(rows, id))) {
        if (record && matches(record, filters) && fits(record)) yield record;
      }
    },
  };
}

export async function* walkHeads(
  rows: Rows,
  sheet: string | undefined,
  filters: SheetFilters,
): AsyncGenerator<HeadItem, undefined> {
  if (sheet === undefined) {
    const listing = { kind: 'SHEET', ...sortPrefix(filters) } as const;
    yield* entries<HeadItem & { listSk: string }>(rows, listing, {
      limit: LINES,
      after: undefined,
    });
    return;
  }
  const head = await rows.get<HeadItem>(headRow(sheet));
  if (head) yield head;
}

/**
 * A page of what sheets are made of. Each sheet is read whole, so of no sheet some is old and some is new. A place is
 * that of the sheet and the number of the part within it: what is inserted before or after it moves nothing.
 */
export async function findParts<T>(
  rows: Rows,
  filters: RecordFilters,
  partsOf: (record: RevisedSheet) => T[] | Promise<T[]>,
  { limit, after = '\n' }: PageRequest,
): Promise<ListPage<T>> {
  const [from = '', last = ''] = after.split('\n');
  const found: { item: T; place: string }[] = [];
  for await (const record of findRecords(rows, filters, from || undefined, 1)) {
    const order = sheetOrder(record);
    const seen = order === from ? Number(last) + 1 : 0;
    const parts = await partsOf(record);
    found.push(...parts.map((item, n) => ({ item, place: `${order}\n${n}` })).slice(seen));
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  return {
    items: shown.map(({ item }) => item),
    next: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
  };
}

/** What lists are narrowed by, and what only the record tells. */
function parted({
  status,
  type,
  met,
  updatedSince = '',
  ...filters
}: Omit<RecordFilters, 'sheet'>) {
  const fits = (record: RevisedSheet) =>
    record.updatedAt >= updatedSince && sheetHasSuch(record, { status, type, met });
  return { filters, fits, updatedSince, said: JSON.stringify([status, type, met]) };
}

async function* idsOf(
  rows: Rows,
  sheet: string | undefined,
  filters: SheetFilters,
  request: PageRequest,
): AsyncGenerator<string, undefined> {
  if (sheet !== undefined) {
    yield sheet;
    return;
  }
  const { prefix, where } = sortPrefix(filters);
  // Places are made of ids: `<order>#<id>#`.
  const { after } = request;
  if (after?.startsWith(prefix)) yield after.split('#').at(-2) ?? '';
  const listing = { kind: 'SHEET', prefix, where } as const;
  for await (const head of entries<HeadItem & { listSk: string }>(rows, listing, request)) {
    yield head.pk.slice(headRow('').pk.length);
  }
}

/** Lists are a moment behind; the record says what it is now. */
function matches(record: RevisedSheet, filters: SheetFilters): boolean {
  const summary: Readonly<Record<string, unknown>> = { ...summarize(record) };
  return Object.entries(filters).every(
    ([name, value]) => value === undefined || summary[name] === value,
  );
}

/** The results in order, each begun before it is asked for. */
async function* ahead<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  count: number,
  work: (one: T) => Promise<R>,
): AsyncGenerator<R, undefined> {
  const begun: Promise<R>[] = [];
  for await (const one of source) {
    const result = work(one);
    // Nobody waits for it any more where an earlier one fails or the reader leaves.
    result.catch(() => {});
    begun.push(result);
    const first = begun.length < count ? undefined : begun.shift();
    if (first) yield await first;
  }
  for (const result of begun) yield await result;
}
