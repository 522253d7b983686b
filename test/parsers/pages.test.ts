import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { displayed } from '../../parsers/pdf/page.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pageOf } from './raw-pdf.ts';

const page = async (content: string, entries = '') => {
  const [only] = await Array.fromAsync(readPages(pageOf(content, entries), resources.assets));
  if (!only) throw new Error('no page');
  return only;
};
const rules = async (content: string) =>
  (await page(content)).rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]);

/** If pdf.js changes what it hands over for a path, these fail first. */
describe('ruling lines', () => {
  it('stroked lines and rectangles', async () => {
    expect(await rules('10 150 m 110 150 l S')).toEqual([[10, 50, 110, 50]]);
    expect(await rules('10 100 80 50 re S')).toHaveLength(4);
  });

  it('thin filled bars are rules, thick ones are shading', async () => {
    expect(await rules('10 149.5 100 1 re f')).toEqual([[10, 50, 110, 50]]);
    expect(await rules('10 140 100 12 re f')).toEqual([]);
    // A bar of 4 points is both, and does not hide itself.
    expect(await rules('10 148 100 4 re f')).toEqual([[10, 50, 110, 50]]);
  });

  it('paths that only clip, and slanted lines, rule nothing', async () => {
    expect(await rules('10 100 80 50 re W n')).toEqual([]);
    expect(await rules('10 100 m 90 180 l S')).toEqual([]);
  });

  it('follow the transformation in force', async () => {
    expect(await rules('q 2 0 0 2 0 0 cm 10 50 m 60 50 l S Q')).toEqual([[20, 100, 120, 100]]);
  });
});

describe('characters', () => {
  const seen = (glyphs: readonly { text: string; x0: number }[]) =>
    glyphs.map(({ text, x0 }) => `${text}${Math.round(x0)}`).join(' ');

  it('move by spacing, scaling, leading and gaps', async () => {
    const { glyphs } = await page(
      'BT /F 10 Tf 20 TL 50 150 Td 5 Tc (ii) Tj 0 Tc 50 Tz T* (ii) Tj 100 Tz T* [(i) -1000 (i)] TJ ET',
    );
    // An i of Helvetica is 2.22 wide at 10 points.
    expect(seen(glyphs)).toBe('i50 i57 i50 i51 i50 i62');
  });

  it('outside the page are not read', async () => {
    expect((await page('BT /F 10 Tf 350 100 Td (far) Tj ET')).glyphs).toEqual([]);
  });

  it('on a turned page are read along their lines and placed as displayed', async () => {
    const turned = await page('BT /F 10 Tf 0 1 -1 0 100 50 Tm (up) Tj ET');
    expect(turned.turn).toBe(270);
    const [u] = turned.glyphs;
    if (!u) throw new Error('no glyph');
    const [x0, y0, x1, y1] = displayed(turned, [u.x0, u.y0, u.x1, u.y1]);
    // The line runs up from (100, 150) as displayed, the letters' heads to the left.
    expect([x0, y1].map(Math.round)).toEqual([91, 150]);
    expect([x1 - x0, y1 - y0].map(Math.round)).toEqual([10, 6]);
  });

  it('follow /Rotate', async () => {
    const { width, height, turn, glyphs } = await page(
      'BT /F 10 Tf 0 1 -1 0 100 50 Tm (up) Tj ET',
      '/Rotate 90',
    );
    expect([width, height, turn]).toEqual([200, 300, 0]);
    expect(seen(glyphs)).toBe('u50 p56');
  });
});
