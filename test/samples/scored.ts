import { COUNTS, SHARES } from '../../samples/scoring/figures.ts';
import type { Output, Place, Sheet } from '../../samples/scoring/record.ts';
import { score } from '../../samples/scoring/score.ts';
import { readSet } from '../../samples/scoring/set.ts';
import type { Tally } from '../../samples/scoring/tally.ts';

export const set = await readSet('samples');

/** A sheet with narrative cells, two pages, initiatives with items; and one with a misprint that the truth warns of. */
export const flood = truthsOf('shiomi-2012-kinkyu-2.pdf');
export const misprint = truthsOf('shiomi-2018-shisaku-326.pdf');
export const book = truthsOf('book-2015.pdf');

function truthsOf(file: string): readonly Sheet[] {
  const entry = set.find((one) => one.file === file);
  if (!entry) throw new Error(`${file} is not among the samples`);
  return entry.truths;
}

export const outputOf = (truths: readonly Sheet[]): Output => ({
  sheets: structuredClone([...truths]),
  warnings: [],
});

export function figuresOf(tally: Tally): Record<string, number | null> {
  const all = [...Object.entries(SHARES), ...Object.entries(COUNTS)];
  return Object.fromEntries(all.map(([name, figure]) => [name, figure(tally)]));
}

/** The figures that a damage makes differ from those of the perfect output. */
export function moved(truths: readonly Sheet[], damage: Damage): string[] {
  const perfect = figuresOf(score(truths, outputOf(truths)));
  const output = outputOf(truths);
  damage(the(output.sheets[0]), output);
  const after = figuresOf(score(truths, output));
  return Object.keys(after).filter((name) => after[name] !== perfect[name]);
}

export type Damage = (sheet: Sheet, output: Output) => unknown;

export function the<T>(one: T | null | undefined): T {
  if (one === null || one === undefined) throw new Error('the sample has none');
  return one;
}

export const first = (sheet: Sheet) => the(sheet.indicators[0]);
export const cell = (sheet: Sheet) => the(first(sheet).values[1]);

export const lower = ({ page, box: [x0, y0, x1, y1] }: Place, by: number): Place => ({
  page,
  box: [x0, y0 + by, x1, y1 + by],
});
