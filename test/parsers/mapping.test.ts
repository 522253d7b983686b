import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { REPLACEMENT } from '../../parsers/pdf/page.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pdfOf, stream } from './raw-pdf.ts';

/** A page that shows two-byte codes in a font with (or without) a mapping of codes to Unicode, both in hex. */
async function read(codes: number[], mapping: Record<number, string> | null) {
  const hex = (n: number) => n.toString(16).padStart(4, '0');
  const pairs = Object.entries(mapping ?? {}).map(([code, to]) => `<${hex(Number(code))}> <${to}>`);
  const cmap = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${pairs.length} beginbfchar ${pairs.join(' ')} endbfchar`,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(`BT /F 10 Tf 10 100 Td <${codes.map(hex).join('')}> Tj ET`),
    `<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Mincho/Encoding/Identity-H/DescendantFonts[6 0 R]${mapping ? '/ToUnicode 8 0 R' : ''}>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/ABCDEF+Mincho/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>',
    stream(cmap),
  ]);
  const [page] = await Array.fromAsync(readPages(bytes, resources.assets));
  if (!page) throw new Error('no page');
  return page;
}

const seen = ({ glyphs }: { glyphs: readonly { text: string }[] }) =>
  glyphs.map((glyph) => glyph.text).join('');

describe('codes without Unicode', () => {
  const kana = { 1: '304b', 2: '306a', 3: '4eba' };

  it('are told apart from characters, and what the font lacks', async () => {
    const page = await read([1, 2, 3, 0x37, 0x7e, 0x83], kana);
    expect(seen(page)).toBe(`かな人${REPLACEMENT.repeat(3)}`);
    expect(page.missing).toEqual([{ font: 'ABCDEF+Mincho', count: 3, of: 6, lacks: ['digits'] }]);
  });

  it('are none where the mapping has the code, though it is the character', async () => {
    const page = await read([1, 2, 3, 0x37], { ...kana, 55: '0037' });
    expect([seen(page), page.missing]).toEqual(['かな人7', []]);
  });

  it('are private use, controls and an empty mapping, too', async () => {
    expect(seen(await read([1, 2, 3, 4, 5], { ...kana, 4: 'e000', 5: '0001' }))).toBe(
      `かな人${REPLACEMENT.repeat(2)}`,
    );
  });

  it('are all of a font without a mapping, where they make no sense', async () => {
    const page = await read([0x0531, 0x0e01, 0x0915, 0x1f05, 0x17], null);
    expect([seen(page), page.unmapped]).toEqual([REPLACEMENT.repeat(5), 5]);
  });
});
