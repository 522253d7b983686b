import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import type { Box } from '../../parsers/records/place.ts';
import { withoutDoubtful } from '../../parsers/scan/doubts.ts';
import { smallSheet } from './small-sheet.ts';

const sheet = (await parse(await smallSheet(), resources)).sheets[0];
if (!sheet) throw new Error('The sheet is not read.');
const indicator = sheet.indicators[0];
const figures = sheet.indicators.map(({ values }) => values.map(({ at }) => at.box));
const [first] = figures[0] ?? [];
if (!indicator || !first) throw new Error('It has no figures.');
const { page } = sheet.indicators[0]?.values[0]?.at ?? { page: 1 };

function warned(box: Box, candidates: string[], of: 'words' | 'number' = 'words'): Box {
  const told = withoutDoubtful(sheet as never, [{ page, box, of, candidates }]);
  const doubts = told.warnings.filter(({ code }) => code === 'doubtful-reading');
  expect(doubts.length).toBe(1);
  return doubts[0]?.at?.box as Box;
}
const touches = ([x0, y0, x1, y1]: Box, [u0, v0, u1, v1]: Box) =>
  x0 < u1 && u0 < x1 && y0 < v1 && v0 < y1;
const besideFirst: Box = [10, first[1], 30, first[3]];

describe('a warning of something in doubt', () => {
  it('goes around the name and the figures of an indicator', () => {
    const box = warned(besideFirst, [indicator.name.slice(0, 3)]);
    expect(touches(box, besideFirst)).toBe(true);
    for (const figure of figures[0] ?? []) expect(touches(box, figure)).toBe(true);
  });

  it('goes around the unit and its figures', () => {
    const box = warned(besideFirst, [`（単位：${indicator.unit}）`]);
    for (const figure of figures[0] ?? []) expect(touches(box, figure)).toBe(true);
  });

  it('goes around a year and the figures below it', () => {
    const { fiscalYear, at } = indicator.values[0] as NonNullable<(typeof indicator.values)[0]>;
    const head: Box = [at.box[0], at.box[1] - 40, at.box[2], at.box[1] - 30];
    const box = warned(head, [`${fiscalYear}年度`, '1999年度'], 'number');
    expect(touches(box, at.box)).toBe(true);
  });

  it('stays at its own place where other words stand there, or the name stands elsewhere', () => {
    expect(warned(besideFirst, ['森'])).toEqual(besideFirst);
    const below: Box = [10, 800, 30, 810];
    expect(warned(below, [indicator.name])).toEqual(below);
  });

  it('stays at a figure of its own', () => {
    expect(warned(first, [indicator.name.slice(0, 1)], 'number')).toEqual(first);
  });
});
