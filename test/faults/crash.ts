import type { S3Event } from 'aws-lambda';
import type { openUniverse, World } from '../ingest/world.ts';
import type { Fault } from './proxy.ts';
import { differences, stateOf } from './rows.ts';
import { type Scene, SHEETS } from './scenes.ts';
import { timeless } from './timeless.ts';

type Universe = Awaited<ReturnType<typeof openUniverse>>;

/** A scene as it goes when nothing fails. */
export interface Control {
  readonly scene: Scene;
  /** calls to S3 and DynamoDB that handling the event takes */
  readonly calls: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** each of the states that it may end in */
  readonly ends: readonly Ending[];
}

type Ending = Awaited<ReturnType<typeof endingOf>>;

export async function controlOf(universe: Universe, scene: Scene): Promise<Control> {
  const world = await universe.world();
  const event = await scene.arrange(world);
  const before = await sheetsOf(world);
  universe.faults.storm(() => undefined);
  await world.deliverExposed(event);
  const calls = universe.faults.calm();
  const after = await sheetsOf(world);
  const ends = [await endAfter(world, scene, event)];
  if (scene.meanwhile) {
    const untouched = await universe.world();
    ends.push(await endAfter(untouched, scene, await scene.arrange(untouched)));
  }
  return { scene, calls, before, after, ends };
}

async function endAfter(world: World, scene: Scene, event: S3Event): Promise<Ending> {
  await scene.meanwhile?.(world);
  await world.deliver(event);
  return endingOf(world);
}

/**
 * The n-th call of the scene's event meets the fault; then the event is delivered again.
 * @returns what does not hold: nothing, if all is well
 */
export async function crashTrial(
  universe: Universe,
  { scene, before, after, ends }: Control,
  n: number,
  fault: Fault,
): Promise<string[]> {
  const complaints: string[] = [];
  const world = await universe.world();
  const event = await scene.arrange(world);
  universe.faults.strike(n, fault);
  const failed = await world.deliverExposed(event);
  universe.faults.calm();
  if (failed.length === 0 && fault !== 'halved') complaints.push('the fault was swallowed');

  for (const [i, sheet] of (await sheetsOf(world)).entries()) {
    if (sheet !== before[i] && sheet !== after[i]) complaints.push(`neither old nor new: ${sheet}`);
  }
  // A call may be done long after the next delivery of its own event, but not after the key's next events.
  if (scene.meanwhile) await universe.faults.catchUp();
  await scene.meanwhile?.(world);
  if ((await world.deliver(event)).length > 0) complaints.push('it failed again');
  await universe.faults.catchUp();
  const { seen, orphans } = await endingOf(world);
  complaints.push(...orphans.map((orphan) => `orphan: ${orphan}`));
  const wrong = ends.map((end) => differences(seen, end.seen));
  if (!wrong.some(({ length }) => length === 0)) complaints.push(...(wrong[0] ?? []));
  return complaints;
}

/** Each sheet as anyone sees it: its record, and its entries in the lists. */
async function sheetsOf(world: World): Promise<string[]> {
  const indicators = (await world.json('/v1/indicators')).items;
  const sheets = (await world.json('/v1/sheets')).items;
  const hits = (await world.json('/v1/search?q=就職者')).items;
  const about = async (id: string) => [
    await world.json(`/v1/sheets/${id}`),
    sheets.filter((one: { id: string }) => one.id === id),
    indicators.filter((one: { sheet: { id: string } }) => one.sheet.id === id),
    hits.flatMap(({ score: _, ...hit }: { score: number; sheet: { id: string } }) =>
      hit.sheet.id === id ? [hit] : [],
    ),
  ];
  return Promise.all(SHEETS.map(async (id) => timeless(await about(id))));
}

async function endingOf(world: World) {
  const histories = SHEETS.map(async (id) =>
    timeless(await world.json(`/v1/sheets/${id}/revisions`)),
  );
  const { state, orphans } = stateOf(await world.rows());
  return {
    seen: [...(await sheetsOf(world)), ...(await Promise.all(histories)), ...state],
    orphans,
  };
}
