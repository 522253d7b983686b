import type { S3Event } from 'aws-lambda';
import { asNth, type openUniverse, type World } from '../ingest/world.ts';
import { deliverInDisorder } from './consumers.ts';
import type { Fault } from './proxy.ts';
import { pick, randomFrom } from './random.ts';
import { differences, stateOf } from './rows.ts';
import { document, sheetId } from './sayings.ts';
import { timeless } from './timeless.ts';
import { watch } from './watch.ts';

type Universe = Awaited<ReturnType<typeof openUniverse>>;

export interface DeliveryTrial {
  readonly deliveries: number;
  readonly failures: number;
  /** that a reader beside the writers was given */
  readonly answers: number;
  /** what does not hold */
  readonly complaints: readonly string[];
}

const NUMBERS = ['7', '8', '9'];
const KEYS = ['a.pdf', '平成25年度/b 1+1.pdf', 'c.pdf', 'd.pdf'];
const HAPPENINGS = 14;
/** Of a call; a message takes some thirty, so that every other fails. */
const FAULT_RATE = 0.02;
const WEATHER: readonly Fault[] = ['throttled', 'broken', 'silent', 'unanswered', 'halved'];

/** Whatever happened to the bucket, told in disorder: the table ends as after one clean run. */
export async function disorderTrial(universe: Universe, seed: number): Promise<DeliveryTrial> {
  const random = randomFrom(seed);
  const clean = await universe.world();
  const events = await happenings(clean, random);
  for (const event of events) await clean.deliver(event);

  const messy = await universe.world(clean.bucketName);
  const watching = watch(messy, NUMBERS.map(sheetId), []);
  universe.faults.storm(() => (random() < FAULT_RATE ? pick(WEATHER, random) : undefined));
  const counts = await deliverInDisorder(messy, events, random);
  universe.faults.calm();
  const { answers, complaints } = await watching.stop();
  const ended = await endOf(messy);
  return {
    ...counts,
    answers,
    complaints: [
      ...complaints,
      ...ended.orphans.map((orphan) => `orphan: ${orphan}`),
      ...differences(ended.seen, (await endOf(clean)).seen),
    ],
  };
}

/** Revisions come and go while somebody reads; one PDF of each sheet stays, so that each sheet is always there. */
export async function readerTrial(universe: Universe, seed: number): Promise<DeliveryTrial> {
  const random = randomFrom(seed);
  const world = await universe.world();
  for (const [n, number] of NUMBERS.entries()) {
    await world.deliver(asNth(n, await world.put(`first/${number}.pdf`, document([number], 0))));
  }
  const ids = NUMBERS.map(sheetId);
  const watching = watch(world, ids, ids);
  let deliveries = 0;
  let failures = 0;
  for (let round = 0; round < 2; round++) {
    const events = await happenings(world, random, NUMBERS.length + round * HAPPENINGS);
    const counts = await deliverInDisorder(world, events, random);
    deliveries += counts.deliveries;
    failures += counts.failures;
  }
  return { deliveries, failures, ...(await watching.stop()) };
}

async function happenings(world: World, random: () => number, from = 0): Promise<S3Event[]> {
  const events: S3Event[] = [];
  const held = new Set<string>();
  for (let n = from; n < from + HAPPENINGS; n++) {
    // Between keys the times may be out of order, or the same; within a key the sequencer counts.
    const minute = n + Math.floor(random() * 5) - 2;
    const key = pick(KEYS, random);
    if (held.has(key) && random() < 0.25) {
      held.delete(key);
      events.push(asNth(n, await world.remove(key), minute));
    } else {
      held.add(key);
      events.push(asNth(n, await world.put(key, drawn(random)), minute));
    }
  }
  return events;
}

function drawn(random: () => number): string {
  if (random() < 0.1) return 'no PDF';
  const numbers =
    random() < 0.3 ? [...new Set([pick(NUMBERS, random), pick(NUMBERS, random)])] : [];
  const revision = 1 + Math.floor(random() * 4);
  const copy = random() < 0.3 ? 1 : 0;
  return document(numbers.length > 0 ? numbers : [pick(NUMBERS, random)], revision, copy);
}

async function endOf(world: World) {
  const paths = [
    '/v1/sheets',
    '/v1/indicators',
    ...NUMBERS.map((number) => `/v1/sheets/${sheetId(number)}`),
    ...NUMBERS.map((number) => `/v1/sheets/${sheetId(number)}/revisions`),
  ];
  const seen = paths.map(async (path) => `${path} ${timeless(await world.json(path))}`);
  const { state, orphans } = stateOf(await world.rows());
  return { seen: [...(await Promise.all(seen)), ...state], orphans };
}
