import { expect, test } from 'vitest';
import { clock, openTimeLeft } from '../../cli/time-left.ts';

interface Drawn {
  readonly bytes: number;
  /** milliseconds of work */
  readonly work: number;
}

/** The same numbers from 0 to 1 each time. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sheets of text, and among them so large a share of scans, whose pages take seconds. */
function drawn(count: number, scans: number, seed: number): Drawn[] {
  const next = drawing(seed);
  return Array.from({ length: count }, () => {
    if (next() >= scans) return { bytes: 80_000 + 200_000 * next(), work: 60 + 120 * next() };
    const pages = 1 + Math.floor(6 * next());
    return { bytes: pages * (300_000 + 300_000 * next()), work: pages * (2500 + 1500 * next()) };
  });
}

/** When each file's end is told, in their order, where so many are under way at a time. */
function endings(files: readonly Drawn[], width: number): number[] {
  const told: number[] = [];
  for (const [n, { work }] of files.entries()) {
    told.push(Math.max(told[n - 1] ?? 0, (told[n - width] ?? 0) + work));
  }
  return told;
}

/** By how much of what is true each estimate is wrong, from a fifth of the run to nine tenths. */
function errors(files: readonly Drawn[], width: number): number[] {
  const ends = endings(files, width);
  const whole = ends.at(-1) ?? 0;
  const timeLeft = openTimeLeft(files.map(({ bytes }) => bytes));
  return ends.flatMap((end, n) => {
    timeLeft.done(end - (ends[n - 1] ?? 0));
    const isWithin = end > 0.2 * whole && end < 0.9 * whole;
    return isWithin ? [Math.abs((timeLeft.left() ?? 0) / (whole - end) - 1)] : [];
  });
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const SEEDS = Array.from({ length: 20 }, (_, n) => 100 + n);

test.for([
  ['one sort of sheet, one by one', 0, 1],
  ['one sort of sheet, side by side', 0, 8],
  ['every tenth a scan, one by one', 0.1, 1],
  ['every tenth a scan, side by side', 0.1, 8],
  ['half of them scans, side by side', 0.5, 4],
] as const)('%s: half of all estimates are within a fifth of the truth', ([, scans, width]) => {
  const all = SEEDS.flatMap((seed) => errors(drawn(400, scans, seed), width));
  expect(all.length).toBeGreaterThan(1000);
  expect(median(all)).toBeLessThan(0.2);
});

test('scans that come last are counted by their bytes once one was seen', () => {
  for (const seed of SEEDS) {
    const [sheets, scans] = [drawn(100, 0, seed), drawn(40, 1, seed)];
    const files = [...sheets, ...scans];
    const timeLeft = openTimeLeft(files.map(({ bytes }) => bytes));
    for (const { work } of files.slice(0, 105)) timeLeft.done(work);
    const truth = files.slice(105).reduce((sum, { work }) => sum + work, 0);
    const told = timeLeft.left() ?? 0;
    expect(told / truth).toBeGreaterThan(0.6);
    expect(told / truth).toBeLessThan(1.7);
    // By the number of files alone it would be less than a third of what it is.
    const soFar = files.slice(0, 105).reduce((sum, { work }) => sum + work, 0);
    expect((soFar / 105) * 35).toBeLessThan(truth / 3);
  }
});

test('what is known already, and done at once, does not make the rest look so', () => {
  const sizes = Array.from({ length: 600 }, () => 100_000);
  const timeLeft = openTimeLeft(sizes);
  for (let n = 0; n < 200; n++) timeLeft.done(1);
  for (let n = 0; n < 200; n++) timeLeft.done(500);
  expect(timeLeft.left()).toBeGreaterThan(0.8 * 200 * 500);
  expect(timeLeft.left()).toBeLessThanOrEqual(200 * 500);
});

test('nothing is said of the time before anything was done, and none is left at the end', () => {
  const timeLeft = openTimeLeft([10, 10]);
  expect(timeLeft.left()).toBeUndefined();
  timeLeft.done(1000);
  expect(timeLeft.left()).toBe(1000);
  timeLeft.done(1000);
  expect(timeLeft.left()).toBe(0);
});

test('a time as on a clock', () => {
  expect([7000, 750_000, 11_100_000].map(clock)).toEqual(['0:07', '12:30', '3:05:00']);
});
