import { tagOf } from '../../lambdas/domain/search/body.ts';
import { keptIn } from '../../lambdas/store/history.ts';
import type { StoredReading } from '../../lambdas/store/items.ts';

type Row = Readonly<Record<string, unknown>>;

/** What differs from run to run and says nothing of the state. */
const INCIDENTAL = new Set([
  'version',
  'receivedAt',
  'updatedAt',
  'changedAt',
  'notedAt',
  'crashes',
  // How often reading was tried.
  'begun',
  'superseded',
]);
const TAG = /#[0-9a-f]{12}$/;
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * A table's rows as text that is equal where the state is: without times, versions and the random names of editions and readings,
 * and without the marks that remember what is gone. `orphans` are rows that nothing leads to any more.
 */
export function stateOf(rows: readonly Row[]): { state: string[]; orphans: string[] } {
  const documents = rows.filter(({ sk }) => sk === 'DOCUMENT');
  const standing = documents.filter(({ edition }) => edition !== undefined);
  // An index outside of a body's partition tells the body by its tag.
  const tags = rows.flatMap(({ body }) => (typeof body === 'string' ? [body] : []));
  const names = new Map([
    ...standing.map(({ id, edition }) => [`${edition}`, `edition of ${id}`] as const),
    ...standing.flatMap(({ id, reading }) =>
      reading ? [[(reading as StoredReading).id, `reading of ${id}`] as const] : [],
    ),
    ...tags.map((body) => [tagOf(body), `tag of ${body.slice(0, 64)}`] as const),
  ]);
  const named = (text: string) =>
    [...names].reduce((all, [random, name]) => all.replaceAll(random, name), text);
  const kept = new Set(standing.map(({ pk }) => pk));
  const places = new Set(
    rows.flatMap(({ pk, places }) =>
      Array.isArray(places) ? places.map((sk) => `${pk} ${sk}`) : [],
    ),
  );
  const puts = new Set(
    rows.flatMap(({ key, places, claims }) =>
      Array.isArray(places) && Array.isArray(claims)
        ? claims.filter(isNotLost).map(({ sequencer }) => `KEY#${key} PUT#${sequencer}`)
        : [],
    ),
  );
  const isMark = ({ pk, sk, places: own, sources, revision }: Row) =>
    (sk === 'DOCUMENT' && !kept.has(pk)) ||
    (sk === 'FEED' && revision === null) ||
    sk === 'GENERATION' ||
    (Array.isArray(own) && own.length === 0) ||
    (`${sk}`.startsWith('PUT#') && !puts.has(`${pk} ${sk}`)) ||
    // A place that its holding does not know counts for nobody: it was put long after it was asked for.
    (`${sk}`.startsWith('AT#') && !places.has(`${pk} ${sk}`)) ||
    (sources instanceof Uint8Array && keptIn({ sources }).sources.length === 0);

  const sources = new Set(
    rows.flatMap(({ pk, sk, body }) =>
      `${sk}`.startsWith('SOURCE#') ? [`BODY#${`${pk}`.slice('SHEET#'.length)}#${body}`] : [],
    ),
  );
  const isOrphan = (row: Row) =>
    UUID.test(named(`${row['pk']} ${row['sk']}`)) ||
    (`${row['pk']}`.startsWith('BODY#') && !sources.has(`${row['pk']}`)) ||
    TAG.test(named(`${row['sk']}`));
  return {
    state: rows
      .filter((row) => !isMark(row))
      .map((row) => named(JSON.stringify(row, plainly)))
      .toSorted(),
    orphans: rows.filter(isOrphan).map(({ pk, sk }) => named(`${pk} ${sk}`)),
  };
}

function plainly(this: unknown, name: string, value: unknown): unknown {
  if (INCIDENTAL.has(name)) return undefined;
  const { sk } = this as Row;
  if (name === 'listSk' && (sk === 'DOCUMENT' || sk === 'FEED')) return undefined;
  // Whether it was there before depends on which event came first.
  if (name === 'kind' && sk === 'FEED') return undefined;
  if (name === 'sources' && value instanceof Uint8Array) return keptIn({ sources: value }).sources;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  // Whether the object that was overwritten unread was once downloaded says nothing.
  if (name === 'claims' && Array.isArray(value) && (this as Row)['places']) {
    return value.filter(isNotLost);
  }
  if (name === 'documentId' && (this as Row)['state'] === 'lost') return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const isNotLost = ({ state }: { state: string }): boolean => state !== 'lost';

/** The first differences between two lists of texts. */
export function differences(actual: readonly string[], expected: readonly string[]): string[] {
  const some = (lines: readonly string[], not: readonly string[], sign: string) =>
    lines.filter((line) => !not.includes(line)).map((line) => `${sign} ${line.slice(0, 300)}`);
  return [...some(actual, expected, '+'), ...some(expected, actual, '-')].slice(0, 6);
}
