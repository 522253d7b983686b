import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './places.ts';

export interface Killed {
  readonly kills: number;
  readonly stdout: string;
}

/**
 * Backfills a folder into a place and kills the process (-9) at a random moment again and again, at most `times`; then
 * lets it end. Each time it comes a little further, or not at all.
 */
export async function killedBackfill(
  folder: string,
  place: Place,
  times: number,
  random: () => number,
): Promise<Killed> {
  const backfill = () => place.backfill(folder, '--resume', '--concurrency', '4');
  let kills = 0;
  let reached = 0;
  while (kills < times) {
    const { child, said, ended } = backfill();
    const lives = () => child.exitCode === null && child.signalCode === null;
    const outcomes = () => said.stderr.split('\n').length - 1;
    // What earlier runs did comes first and at once.
    const enough = reached + Math.floor(random() * 3);
    while (lives() && outcomes() < enough) await pause(5);
    await pause(random() * 500);
    if (!lives()) break;
    child.kill('SIGKILL');
    await ended;
    reached = Math.max(reached, outcomes());
    kills++;
  }
  const { code, stdout, stderr } = await backfill().ended;
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  return { kills, stdout };
}

/** Park–Miller. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
