import { expect, it } from 'vitest';
import { overlaySvg } from '../../cli/picture/overlay.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { layOut } from '../../parsers/layout/layout.ts';
import type { Page } from '../../parsers/pdf/page.ts';

const glyph = (text: string, x0: number, confidence?: number) => ({
  text,
  x0,
  x1: x0 + 10,
  y0: 20,
  y1: 30,
  size: 10,
  page: 1,
  ...(confidence !== undefined && { confidence }),
});

function drawn(glyphs: Page['glyphs']): string {
  const ruling = { rules: [], dots: [], fills: [] };
  const page = {
    number: 1,
    width: 200,
    height: 100,
    turn: 0,
    unmapped: 0,
    glyphs,
    ...ruling,
  } as const;
  const roles = { page: 1, pieces: [], cells: [] };
  return overlaySvg([{ inspected: inspected(layOut(page)), page, roles, picture: undefined }]);
}

it('shows by colour how sure the network was of what it read from pixels', () => {
  const svg = drawn([glyph('目', 20, 99), glyph('標', 30, 80), glyph('値', 40, 41)]);
  expect(svg).toMatch(/class="sure" x="20"[^>]*><title>目 99</);
  expect(svg).toMatch(/class="fair" x="30"[^>]*><title>標 80</);
  expect(svg).toMatch(/class="unsure" x="40"[^>]*><title>値 41</);
});

it('shows nothing of the kind of text', () => {
  expect(drawn([glyph('目', 20), glyph('標', 30)])).not.toMatch(/class="(sure|fair|unsure)"/);
});
