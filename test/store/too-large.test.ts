import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { padSequencer } from '../../lambdas/domain/claims.ts';
import { openStore, type Store } from '../../lambdas/store/store.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import type { DocumentWarning } from '../../parsers/records/warning.ts';
import { BACKENDS, type Backend, openBackend, type Table } from '../adapters/backends.ts';
import { makeSheet } from './make-record.ts';

const text = (bytes: number) => randomBytes(bytes).toString('hex').slice(0, bytes);

/** What a row has no room for, in each of the rows that a reading writes. */
const TOO_MUCH: readonly [string, Partial<SheetRecord>, DocumentWarning[]][] = [
  ['a title', { title: text(20_000) }, []],
  ['an id', { id: `shiomi-2013-kinkyu-${text(400)}` }, []],
  ['one indicator', { indicators: withText(makeSheet(), text(1_000_000)) }, []],
  [
    'its warnings',
    {},
    [{ code: 'duplicate-sheet', severity: 'doubtful', message: text(1_000_000) } as never],
  ],
];

function withText({ indicators }: SheetRecord, description: string) {
  return indicators.map((one) => ({ ...one, description }));
}

let backends: Backend[];
beforeAll(async () => {
  backends = await Promise.all(BACKENDS.map(openBackend));
});
afterAll(async () => {
  for (const backend of backends) await backend.close();
});

async function ingest(store: Store, id: string, sheet: SheetRecord, warnings: DocumentWarning[]) {
  const at = { sequencer: padSequencer('01'), eTag: id, time: '2024-07-01T00:00:00.000Z' };
  const key = `${id}.pdf`;
  const received = await store.receive(key, at, { id, sha256: id, bytes: 1 });
  const begun = received && (await store.begin(received));
  if (!begun) throw new Error('not received');
  const about = { sha256: id, bytes: 1, pages: 1, textSource: 'embedded' as const };
  await store.record(begun, { document: about, sheets: [sheet], warnings }, '1');
  await store.claim(key, { ...at, state: 'read', documentId: id });
  await store.settle(key, id);
  await store.finish(begun);
}

test.for(TOO_MUCH)(
  '%s too large for a row is the document’s own fault',
  async ([name, said, more]) => {
    for (const backend of backends) {
      const table: Table = await backend.open();
      const store = openStore(table.rows, table.search(table.rows));
      await ingest(store, 'good', makeSheet(), []);
      await ingest(store, 'large', { ...makeSheet({ number: '9' }), ...said }, more);
      expect(await store.document('large'), name).toMatchObject({
        status: 'FAILED',
        error: { code: 'too-large' },
      });
      expect((await store.document('good'))?.status).toBe('SUCCEEDED');
      const left = (await table.all()).filter(({ pk }) => pk.startsWith('BODY#'));
      expect(left.every(({ pk }) => pk.includes('#good#'))).toBe(true);
      const { items } = await store.sheets({}, { limit: 9, after: undefined });
      expect(items.map(({ id }) => id)).toEqual([makeSheet().id]);
    }
  },
);
