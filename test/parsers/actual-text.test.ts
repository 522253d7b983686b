import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pageOf } from './raw-pdf.ts';

async function seen(content: string) {
  const [page] = await Array.fromAsync(readPages(pageOf(content), resources.assets));
  return page?.glyphs.map(({ text }) => text).join('');
}

const utf16 = (text: string) =>
  `feff${[...text].flatMap((c) => c.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))).join('')}`;
const span = (shown: string, actual: string, more = '') =>
  `/Span<</ActualText <${utf16(actual)}>${more} >> BDC (${shown}) Tj EMC`;
const text = (...parts: string[]) => `BT /F 10 Tf 50 100 Td ${parts.join(' ')} ET`;

describe('what a mark says its characters stand for', () => {
  it('is read for a character that says nothing', async () => {
    expect(await seen(text(span('a b', 'a-b')))).toBe('a-b');
    expect(await seen(text('(1) Tj', span(' ', '億'), '(2) Tj'))).toBe('1億2');
  });

  it('gives the selector of a shape to the character that has the shape', async () => {
    expect(await seen(text(span('x ', 'x\u{e0101}')))).toBe('x\u{e0101}');
  });

  it('never overrules what is seen', async () => {
    expect(await seen(text(span('12', '21')))).toBe('12');
    expect(await seen(text(span('1 2', '345')))).toBe('1 2');
  });

  it('is found whatever else is marked, and whatever strings say', async () => {
    const others = '/Span<</MCID 0>>BDC (/Span<</ActualText <feff0041>>> BDC) Tj EMC';
    expect(await seen(text(others, '/Artifact BMC', span(' ', '億'), 'EMC'))).toMatch(/BDC億$/);
  });
});
