import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pdfOf, stream } from './raw-pdf.ts';

async function read(content: string) {
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
  const [page] = await Array.fromAsync(readPages(bytes, resources.assets));
  if (!page) throw new Error('no page');
  return page;
}

const seen = async (content: string) =>
  (await read(content)).glyphs.map(({ text }) => text).join('');

const text = (what: string, x = 50) => `BT /F 10 Tf ${x} 100 Td (${what}) Tj ET`;

describe('what nobody reads', () => {
  it('is under a line as thick as print is high; a thin one hides nothing', async () => {
    const line = (width: number) => `1 G ${width} w 40 104 m 90 104 l S`;
    expect(await seen(`${text('old')} ${line(14)} ${text('new', 150)}`)).toBe('new');
    expect(await seen(`${text('old')} ${line(1)}`)).toBe('old');
  });

  it('is print of a fraction of a point, high or wide', async () => {
    expect(await seen(`BT /F 0.3 Tf 50 100 Td (old) Tj ET ${text('new')}`)).toBe('new');
    expect(await seen(`BT /F 10 Tf 0 Tz 50 100 Td (old) Tj 100 Tz ET ${text('new')}`)).toBe('new');
    expect(await seen(`BT /F 10 Tf 70 Tz 50 100 Td (old) Tj ET`)).toBe('old');
  });
});

it('the side of a frame strikes nothing out', async () => {
  const struck = async (frame: string) =>
    (await read(`${text('4321')} 0.6 w ${frame} S`)).glyphs.some((glyph) => glyph.struck);
  expect(await struck('48 103.8 26 30 re')).toBe(false);
  expect(await struck('48 103.5 26 0.6 re')).toBe(true);
});

it('a line in pieces strikes out all that it runs over', async () => {
  const pieces = Array.from(
    { length: 7 },
    (_, i) => `${48 + 4 * i} 103.8 m ${52 + 4 * i} 103.8 l S`,
  );
  const { glyphs } = await read(`${text('4321')} 0.6 w ${pieces.join(' ')}`);
  expect(glyphs.map(({ struck }) => struck)).toEqual([true, true, true, true]);
});
