import type { S3Event } from 'aws-lambda';
import { saysOf } from '../../lambdas/domain/content-hash.ts';
import { asNth, type openUniverse, pdf, sha256 } from '../ingest/world.ts';
import { makeSheet } from '../store/make-record.ts';
import { sheetId } from './sayings.ts';

type Universe = Awaited<ReturnType<typeof openUniverse>>;

interface Upload {
  readonly key: string;
  readonly body: string;
  /** by S3's clock, which need not agree with the order of things */
  readonly minute: number;
}

/** Two uploads of one sheet, and the deliveries of their events in order, by number; -1 is both at once. */
export interface Interleaving {
  readonly name: string;
  readonly uploads: readonly [Upload, Upload];
  readonly deliveries: readonly number[];
}

const said = [{ title: '甲' }, { title: '乙' }] as const;
const bodies = said.map((sheet) => pdf([sheet])) as [string, string];
const revisions = said.map((sheet) => saysOf(makeSheet(sheet)).slice(0, 12));

const ORDERS = [
  [0, 1],
  [1, 0],
  [0, 0, 1],
  [0, 1, 0],
  [1, 0, 0],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
  [-1],
  [-1, -1],
  [0, -1],
  [1, -1],
];
const TIMES = { 'in order': [10, 20], 'out of order': [20, 10], 'the same': [10, 10] } as const;

export const INTERLEAVINGS: readonly Interleaving[] = ['one key', 'two keys'].flatMap((keys) =>
  Object.entries(TIMES).flatMap(([times, [first, second]]) =>
    [bodies, bodies.toReversed()].flatMap(([one = '', other = '']) =>
      ORDERS.map((deliveries) => ({
        name: `${keys}, times ${times}, ${title(one)} before ${title(other)}, delivered ${deliveries}`,
        uploads: [
          { key: 'a.pdf', body: one, minute: first },
          { key: keys === 'one key' ? 'a.pdf' : 'b.pdf', body: other, minute: second },
        ] as const,
        deliveries,
      })),
    ),
  ),
);

/**
 * Within a key the second upload is current, whatever the clock says; between keys the later one, or of the same time
 * the one with the greater hash. The history is in the order of the clock and its names are those of what is said.
 * @returns what does not hold
 */
export async function orderTrial(
  universe: Universe,
  { uploads, deliveries }: Interleaving,
): Promise<string[]> {
  const world = await universe.world();
  const [first, second] = uploads;
  const oneKey = first.key === second.key;
  const events: S3Event[] = [];
  for (const [n, { key, body, minute }] of uploads.entries()) {
    const event = asNth(n + 1, await world.put(key, body), minute);
    events.push(event);
    // Within one key, what is overwritten unread leaves no trace: here the first was read in time.
    if (oneKey && n === 0) await world.deliver(event);
  }
  const failed: string[] = [];
  for (const which of deliveries) {
    const now = which < 0 ? events : events.slice(which, which + 1);
    failed.push(...(await Promise.all(now.map((one) => world.deliver(one)))).flat());
  }

  const byClock = uploads.toSorted(
    (a, b) => a.minute - b.minute || (sha256(a.body) < sha256(b.body) ? -1 : 1),
  );
  const current = oneKey ? second : byClock[1];
  const { items } = await world.json(`/v1/sheets/${sheetId('8')}/revisions`);
  const found = items.map((one: { revision: string; current: boolean; documents: string[] }) => [
    one.revision,
    one.current,
    ...one.documents,
  ]);
  const expected = byClock
    .toReversed()
    .map((upload) => [revisionOf(upload), upload === current, sha256(upload.body)]);
  const record = await world.json(`/v1/sheets/${sheetId('8')}`);
  return [
    ...failed.map((id) => `${id} failed`),
    ...(JSON.stringify(found) === JSON.stringify(expected)
      ? []
      : [`history ${JSON.stringify(found)} and not ${JSON.stringify(expected)}`]),
    ...(record.title === title(current?.body ?? '') ? [] : [`${record.title} is current`]),
  ];
}

const revisionOf = ({ body }: Upload) => revisions[bodies.indexOf(body)];

function title(body: string): string | undefined {
  return said[bodies.indexOf(body)]?.title;
}
