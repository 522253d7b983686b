import type { S3Event } from 'aws-lambda';
import { asNth, pdf, type World } from '../ingest/world.ts';

const said = (title: string, value: number) =>
  ['8', '9'].map((number) => ({ number, title, indicators: { 就職者: value, 求人: value } }));
export const SHEETS = ['shiomi-2013-kinkyu-8', 'shiomi-2013-kinkyu-9'];
const older = pdf(said('旧', 1));
const newer = pdf(said('新', 2));

export interface Scene {
  readonly name: string;
  /** What stands before; @returns the event whose handling meets the fault */
  arrange(world: World): Promise<S3Event>;
  /**
   * What happens, and is dealt with, between the fault and the next delivery of the event. The end is then as if the
   * event had been dealt with before all that, or as if its object had been gone before anybody read it.
   */
  meanwhile?(world: World): Promise<void>;
}

const put = async (world: World, n: number, key: string, body: string) =>
  asNth(n, await world.put(key, body));
const remove = async (world: World, n: number, key: string) => asNth(n, await world.remove(key));

export const SCENES: readonly Scene[] = [
  { name: 'a first upload', arrange: (world) => put(world, 1, 'a.pdf', newer) },
  {
    name: 'an overwrite',
    async arrange(world) {
      await world.deliver(await put(world, 1, 'a.pdf', older));
      return put(world, 2, 'a.pdf', newer);
    },
  },
  {
    name: 'a new revision under another key',
    async arrange(world) {
      await world.deliver(await put(world, 1, 'a.pdf', older));
      return put(world, 2, 'b.pdf', newer);
    },
  },
  {
    name: 'an older revision that comes late',
    async arrange(world) {
      const late = await put(world, 1, 'a.pdf', older);
      await world.deliver(await put(world, 2, 'b.pdf', newer));
      return late;
    },
  },
  {
    name: 'the removal of the current revision',
    async arrange(world) {
      await world.deliver(await put(world, 1, 'a.pdf', older), await put(world, 2, 'b.pdf', newer));
      return remove(world, 3, 'b.pdf');
    },
  },
  {
    name: 'the removal of everything',
    async arrange(world) {
      await world.deliver(await put(world, 1, 'a.pdf', older));
      return remove(world, 2, 'a.pdf');
    },
  },
  { name: 'a refused file', arrange: (world) => put(world, 1, 'a.pdf', 'no PDF') },
  {
    name: 'an upload that is removed before it is tried again',
    arrange: (world) => put(world, 1, 'a.pdf', newer),
    async meanwhile(world) {
      await world.deliver(await remove(world, 2, 'a.pdf'));
    },
  },
  {
    name: 'an upload that is overwritten before it is tried again',
    arrange: (world) => put(world, 1, 'a.pdf', older),
    async meanwhile(world) {
      await world.deliver(await put(world, 2, 'a.pdf', newer));
    },
  },
];
