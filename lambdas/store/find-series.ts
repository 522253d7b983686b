import { type SeriesFigureFilters, seriesIsSuch } from '../analysis/such-series.ts';
import {
  evaluated,
  movesOf,
  namesakesOf,
  renamingsOf,
  seriesOf,
} from '../domain/series/assemble.ts';
import { nameKey, parseSeriesId } from '../domain/series/id.ts';
import type { MatchedSeries, Series, Stage } from '../domain/series/series.ts';
import type { ListedIndicator } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { isNamedSo, ofCurrent } from './find-indicators.ts';
import { listedSheet } from './find-sheets.ts';
import { type Heads, inOneMoment } from './heads.ts';
import { bodyPartition, type IndicatorItem, indicatorIn, namePartition } from './items.ts';
import { entries, type ListPage, type PageRequest, page } from './lists.ts';
import { type NameLookup, namesFrom, namesThatMayMove } from './names.ts';

export interface SeriesFilters extends SeriesFigureFilters {
  readonly name?: string | undefined;
  /** a part of the name */
  readonly nameContains?: string | undefined;
  readonly publisher?: string | undefined;
}

/** Series by publisher and name. */
export function findSeries(
  rows: Rows,
  { name, nameContains, publisher, ...figures }: SeriesFilters,
  { limit, after = '' }: PageRequest,
): Promise<ListPage<Series>> {
  return inOneMoment(rows, (heads) => {
    // A place in this list is `<group of the name><id>`; other series of the name it ended in may follow.
    const group = after.slice(0, after.lastIndexOf('#') + 1);
    const names =
      name === undefined
        ? namesFrom(rows, publisher, group)
        : [{ key: nameKey(name), publisher, group: '' }];
    const accept = async (found: Placed[]) =>
      found
        .filter(
          ({ series }) => isNamedSo(series.name, nameContains) && seriesIsSuch(series, figures),
        )
        .map((entry) => ({ entry, item: entry.series }));
    const some = handfuls(names, Math.min(limit + 1, AT_ONCE));
    return page(placed(rows, heads, some, after), limit, ({ place }) => place, accept);
  });
}

interface Placed {
  readonly place: string;
  readonly series: Series;
}

/** Names are looked up a few at a time. */
const AT_ONCE = 10;

async function* placed(
  rows: Rows,
  heads: Heads,
  names: AsyncIterable<NameLookup[]>,
  after: string,
): AsyncGenerator<Placed, undefined> {
  for await (const some of names) {
    const said = await Promise.all(some.map((name) => entriesOf(rows, name)));
    await heads(said.flat().map(({ sheetId }) => sheetId));
    for (const [n, { group }] of some.entries()) {
      for (const series of seriesOf(await current(heads, said[n] ?? []))) {
        const place = group + series.id;
        if (place > after) yield { place, series };
      }
    }
  }
}

async function* handfuls<T>(
  source: AsyncIterable<T> | Iterable<T>,
  size: number,
): AsyncGenerator<T[], undefined> {
  let some: T[] = [];
  for await (const one of source) {
    some.push(one);
    if (some.length < size) continue;
    yield some;
    some = [];
  }
  yield some;
}

/** A name as common as 参加者数 has hundreds of namesakes; the list by name has them all. */
const CANDIDATES = 50;

/** The series, whichever of its stages the id is, with those that may be the same. */
export async function findOneSeries(rows: Rows, id: string): Promise<MatchedSeries | undefined> {
  const { publisher, key } = parseSeriesId(id) ?? {};
  if (publisher === undefined || key === undefined) return undefined;
  return inOneMoment(rows, async (heads) => {
    const all = seriesOf(await current(heads, await entriesOf(rows, { key, publisher })));
    const series = all.find(({ stages }) => stages.some((stage) => stage.id === id));
    if (!series) return undefined;
    const beside = await besideOf(rows, heads, series);
    const candidates = [...namesakesOf(series, all), ...renamingsOf(series, beside)];
    const best = candidates.toSorted((a, b) => b.score - a.score).slice(0, CANDIDATES);
    return { ...series, candidates: best };
  });
}

type Entries = readonly IndicatorItem[];

async function entriesOf(
  rows: Rows,
  { key, publisher }: Omit<NameLookup, 'group'>,
): Promise<Entries> {
  const where = publisher === undefined ? {} : { publisher };
  const listing = {
    kind: 'INDICATOR',
    namePartition: namePartition(key),
    prefix: '',
    where,
  } as const;
  const all = entries<IndicatorItem>(rows, listing, { after: undefined, limit: 200 });
  return Array.fromAsync(all);
}

const current = async (heads: Heads, found: Entries): Promise<ListedIndicator[]> =>
  (await ofCurrent(heads, [...found])).map(({ item }) => item);

/** How many years apart two sheets of a project are beside each other, if there is none in between. */
const REACH = 3;

/** Where a project's sheets stop or begin to have the series, the indicators that only the sheet beside has. */
async function besideOf(rows: Rows, heads: Heads, series: Series): Promise<ListedIndicator[]> {
  const looks = series.stages
    .flatMap(({ sheets }) => sheets)
    .flatMap((sheet) =>
      [-1, 1].map((step) => ({ own: sheet.id, ids: idsBeside(series, sheet, step) })),
    );
  const known = await heads(looks.flatMap(({ ids }) => ids));
  const edges = looks.flatMap(({ own, ids }) => {
    const beside = ids.find((id) => known.get(id)?.current);
    return beside === undefined ? [] : [{ own, beside }];
  });
  const said = await indicatorsOf(
    rows,
    heads,
    edges.flatMap(({ own, beside }) => [own, beside]),
  );
  const namesIn = (id: string) => (said.get(id) ?? []).map(({ name }) => nameKey(name));
  // A sheet that stands between two of the series is beside both.
  return [...Map.groupBy(edges, ({ beside }) => beside)].flatMap(([beside, between]) => {
    const theirs = new Set(between.flatMap(({ own }) => namesIn(own)));
    return (said.get(beside) ?? []).filter(({ name }) => !theirs.has(nameKey(name)));
  });
}

/** The ids of the project's sheets before or after this one, nearest first, up to a year that the series has. */
function idsBeside(series: Series, { id, fiscalYear }: Stage['sheets'][number], step: number) {
  const years = Array.from({ length: REACH }, (_, n) => fiscalYear + step * (n + 1));
  const taken = years.findIndex((year) => evaluated(series).includes(year));
  return years
    .slice(0, taken < 0 ? REACH : taken)
    .map((year) => id.replace(`${series.publisher}-${fiscalYear}`, `${series.publisher}-${year}`));
}

/** The indicators of the sheets' current revisions, by sheet. */
async function indicatorsOf(
  rows: Rows,
  heads: Heads,
  sheetIds: readonly string[],
): Promise<Map<string, ListedIndicator[]>> {
  const byId = await heads(sheetIds);
  const found = [...new Set(sheetIds)].map(async (id) => {
    const head = byId.get(id);
    const [sheet, body] = [head && listedSheet(head), head?.current?.served.body];
    if (!sheet || body === undefined) return [];
    const items = await rows.under<IndicatorItem>(bodyPartition(id, body), 'INDICATOR#');
    return items.map((item) => ({ ...indicatorIn(item), sheet }));
  });
  return Map.groupBy((await Promise.all(found)).flat(), ({ sheet }) => sheet.id);
}

/** The series of each thread that is not the first of its own. */
export type Moves = ReadonlyMap<string, string>;

/** The moves of all indicators there are. */
export async function findAllMoves(rows: Rows): Promise<Moves> {
  const moves = new Map<string, string>();
  for await (const names of handfuls(namesThatMayMove(rows), AT_ONCE)) {
    for (const [from, to] of await findMoves(rows, names)) moves.set(from, to);
  }
  return moves;
}

/** The moves of indicators of these names. */
export function findMoves(
  rows: Rows,
  names: readonly Omit<NameLookup, 'group'>[],
): Promise<[thread: string, series: string][]> {
  return inOneMoment(rows, async (heads) => {
    const said = await Promise.all(names.map((name) => entriesOf(rows, name)));
    await heads(said.flat().map(({ sheetId }) => sheetId));
    const moved = said.map(async (entries) => movesOf(await current(heads, entries)));
    return (await Promise.all(moved)).flat();
  });
}
