import { expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pdfOf, stream } from './raw-pdf.ts';

/** Print in a Type 3 font of two characters, 研 and 1. */
async function glyphsOf(content: string, strokes: string) {
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    '2 beginbfchar <61> <7814> <62> <0031> endbfchar',
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(content),
    '<</Type/Font/Subtype/Type3/FontBBox[0 0 100 100]/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/LastChar 98' +
      '/Widths[100 50]/CharProcs<</a 6 0 R/b 8 0 R>>/Encoding<</Differences[97/a/b]>>/ToUnicode 7 0 R/Resources<<>>>>',
    stream(SQUARE),
    stream(toUnicode),
    stream(strokes),
  ]);
  const [page] = await Array.fromAsync(readPages(bytes, resources.assets));
  return page?.glyphs.map(({ text, x0, x1, y1 }) => [text, x0, x1, Math.round(y1)]);
}

const SQUARE = '100 0 0 0 100 100 d1 0 0 90 90 re f';

it('characters of Type 3 fonts stand where they are drawn', async () => {
  const seen = await glyphsOf('BT /F 10 Tf 50 150 Td (ab) Tj 20 0 Td (b) Tj ET', SQUARE);
  expect(seen).toEqual([
    ['研', 50, 60, 51],
    ['1', 60, 65, 51],
    ['1', 70, 75, 51],
  ]);
});

it('a character that is drawn without ink is not there', async () => {
  const seen = (strokes: string) => glyphsOf('BT /F 10 Tf 50 150 Td (ba) Tj ET', strokes);
  expect(await seen('100 0 d0')).toEqual([['研', 55, 65, 51]]);
  expect(await seen('100 0 0 0 100 100 d1 0 0 90 90 re W n')).toEqual([['研', 55, 65, 51]]);
  expect(await seen(SQUARE)).toHaveLength(2);
});
