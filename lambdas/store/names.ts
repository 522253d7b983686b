import { comparable } from '../../parsers/japanese/characters.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { nameKey } from '../domain/series/id.ts';
import type { Row, Rows } from '../ports/records.ts';
import { bodyPartition, shardOf } from './items.ts';
import { entries } from './lists.ts';

/** Says that a sheet has an indicator of this name; by these all names of a publisher are listed. */
export interface NameItem extends Row {
  readonly publisher: string;
  readonly key: string;
  readonly listPk: string;
  readonly listSk: string;
}

export const nameItems = (sheet: SheetRecord, body: string): NameItem[] =>
  [...Map.groupBy(sheet.indicators, ({ name }) => nameKey(name))].map(([key, [indicator]]) => {
    const group = nameGroup(sheet.publisher, sortable(indicator?.name ?? ''), key);
    return {
      pk: bodyPartition(sheet.id, body),
      sk: `NAME#${key}`,
      publisher: sheet.publisher,
      key,
      listPk: shardOf('NAME', key),
      listSk: `${group}${sheet.id}#${body}`,
    };
  });

const nameGroup = (publisher: string, name: string, key: string) => `${publisher}#${name}#${key}#`;

/** Shards are merged by UTF-16 units but sorted by UTF-8; without what these see differently the orders are one. */
const sortable = (name: string): string =>
  comparable(name)
    .replace(/[\ud800-\uffff]/g, '\ud7ff')
    .slice(0, 100);

/** A name to look up, of all publishers or of one. */
export interface Name {
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
): AsyncGenerator<Name, undefined> {
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

function nameOf({ publisher, key, listSk }: NameItem): Name {
  const end = listSk.indexOf(`#${key}#`, publisher.length) + key.length + 2;
  return { publisher, key, group: listSk.slice(0, end) };
}
