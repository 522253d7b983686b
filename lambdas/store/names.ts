import { comparable } from '../../parsers/japanese/characters.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { nameKey } from '../domain/series/id.ts';
import { threadsIn } from '../domain/series/threads.ts';
import type { Row, Rows } from '../ports/records.ts';
import { bodyPartition, shardOf } from './items.ts';
import { entries } from './lists.ts';

/** Says that a sheet has an indicator of this name; by these all names of a publisher are listed. */
export interface NameItem extends Row {
  readonly publisher: string;
  readonly key: string;
  /** ids of the threads that the sheet's indicators of the name belong to; absent in a table of an earlier version */
  readonly threads?: readonly string[];
  readonly fiscalYear?: number;
  readonly listPk: string;
  readonly listSk: string;
}

export function nameItems(sheet: SheetRecord, body: string): NameItem[] {
  const threads = threadsIn(sheet);
  const named = Map.groupBy(sheet.indicators, ({ name }) => nameKey(name));
  return [...named].map(([key, all]) => {
    const group = nameGroup(sheet.publisher, sortable(all[0]?.name ?? ''), key);
    return {
      pk: bodyPartition(sheet.id, body),
      sk: `NAME#${key}`,
      publisher: sheet.publisher,
      key,
      threads: [...new Set(all.flatMap(({ id }) => threads.get(id) ?? []))],
      fiscalYear: sheet.fiscalYear,
      listPk: shardOf('NAME', key),
      listSk: `${group}${sheet.id}#${body}`,
    };
  });
}

const nameGroup = (publisher: string, name: string, key: string) => `${publisher}#${name}#${key}#`;

/** Shards are merged by UTF-16 units but sorted by UTF-8; without what these see differently the orders are one. */
const sortable = (name: string): string =>
  comparable(name)
    .replace(/[\ud800-\uffff]/g, '\ud7ff')
    .slice(0, 100);

/** A name to look up, of all publishers or of one. */
export interface NameLookup {
  readonly key: string;
  readonly publisher: string | undefined;
  /** what all entries of the name begin with */
  readonly group: string;
}

/** Each name once, by publisher and name, from the given group on. Some may be in no current sheet. */
export async function* namesFrom(
  rows: Rows,
  publisher: string | undefined,
  group: string,
): AsyncGenerator<NameLookup, undefined> {
  const listing = { kind: 'NAME', where: {} } as const;
  const from = (prefix: string, after?: string) =>
    entries<NameItem>(rows, { ...listing, prefix }, { after, limit: 200 });
  let last = '';
  for await (const item of group ? from(group) : []) {
    yield nameOf(item);
    last = group;
    break;
  }
  const prefix = publisher === undefined ? '' : `${publisher}#`;
  for await (const item of from(prefix, group || undefined)) {
    const name = nameOf(item);
    if (name.group !== last) yield name;
    last = name.group;
  }
}

function nameOf({ publisher, key, listSk }: NameItem): NameLookup {
  const end = listSk.indexOf(`#${key}#`, publisher.length) + key.length + 2;
  return { publisher, key, group: listSk.slice(0, end) };
}

const LINES = 1000;

/**
 * Names of which one thread ends before another begins: an indicator of theirs may have moved. What is no longer current
 * may be among what tells so.
 */
export async function* namesThatMayMove(rows: Rows): AsyncGenerator<NameLookup, undefined> {
  let name: NameLookup | undefined;
  let spans = new Map<string, { first: number; last: number }>();
  const listing = { kind: 'NAME', prefix: '', where: {} } as const;
  for await (const item of entries<NameItem>(rows, listing, { after: undefined, limit: LINES })) {
    const own = nameOf(item);
    if (own.group !== name?.group) {
      if (name && mayMove(spans)) yield name;
      name = own;
      spans = new Map();
    }
    // Of an item that does not tell, nothing is known: it may stand anywhere.
    const { threads = ['', '?'], fiscalYear } = item;
    for (const [n, thread] of threads.entries()) {
      const year = fiscalYear ?? n;
      const { first = year, last = year } = spans.get(thread) ?? {};
      spans.set(thread, { first: Math.min(first, year), last: Math.max(last, year) });
    }
  }
  if (name && mayMove(spans)) yield name;
}

/** Whether a thread ends before another begins. */
function mayMove(spans: ReadonlyMap<string, { first: number; last: number }>): boolean {
  const all = [...spans.values()];
  return Math.min(...all.map(({ last }) => last)) < Math.max(...all.map(({ first }) => first));
}
