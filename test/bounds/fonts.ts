import type { Hostile } from './hostile.ts';
import { bomb, HELVETICA, page, stream } from './pdf.ts';

/** A page that shows some letters in the font of object 5. */
const font = (...objects: string[]) =>
  page(
    '/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>',
    stream('BT /F 9 Tf 99 99 Td <00410042> Tj ET'),
    ...objects,
  );

const CID_FONT =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R';
const DESCRIPTOR = '<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 9 9]';
const type0 = (entries: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [6 0 R] ${entries} >>`;

const cmap = (body: string) =>
  `/CIDInit /ProcSet findresource begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange ${body} endcmap`;
const toUnicode = (map: string, entries = '') =>
  font(
    type0('/Encoding /Identity-H /ToUnicode 8 0 R'),
    `${CID_FONT} >>`,
    `${DESCRIPTOR} >>`,
    stream(map, entries),
  );

/** Fonts, and how their letters are called. */
export const FONTS: readonly Hostile[] = [
  {
    name: 'a ToUnicode map of giant ranges',
    make: () =>
      toUnicode(
        cmap(`1000 beginbfrange ${'<00000000> <ffffffff> <0041> '.repeat(1000)} endbfrange`),
      ),
  },
  {
    name: 'a ToUnicode map of 16,000,000 letters, a hundred times',
    make: () =>
      toUnicode(cmap(`100 beginbfrange ${'<00000000> <00fffffe> <0041> '.repeat(100)} endbfrange`)),
  },
  {
    name: 'a ToUnicode map that inflates to 3 GB',
    make: () => toUnicode(bomb('<00> <00> <0041> ', 3000), '/Filter /FlateDecode'),
  },
  {
    name: 'a ToUnicode map that names a letter of 30,000,000 units',
    make: () => toUnicode(cmap(`1 beginbfchar <0041> <${'0041'.repeat(30_000_000)}> endbfchar`)),
  },
  {
    name: 'an encoding of giant ranges',
    make: () =>
      font(
        type0('/Encoding 8 0 R'),
        `${CID_FONT} >>`,
        `${DESCRIPTOR} >>`,
        stream(
          cmap(`500 begincidrange ${'<00000000> <00fffffe> 0 '.repeat(500)} endcidrange`),
          '/Type /CMap /CMapName /A',
        ),
      ),
  },
  {
    name: 'an encoding that uses itself',
    make: () =>
      font(
        type0('/Encoding 8 0 R'),
        `${CID_FONT} >>`,
        `${DESCRIPTOR} >>`,
        stream(cmap(''), '/Type /CMap /CMapName /A /UseCMap 8 0 R'),
      ),
  },
  {
    name: 'widths of 2,000,000,000 letters',
    make: () =>
      font(
        type0('/Encoding /Identity-H'),
        `${CID_FONT} /W [0 2000000000 500] >>`,
        `${DESCRIPTOR} >>`,
      ),
  },
  {
    name: 'heights of 2,000,000,000 letters',
    make: () =>
      font(
        type0('/Encoding /Identity-V'),
        `${CID_FONT} /W2 [0 2000000000 500 500 500] >>`,
        `${DESCRIPTOR} >>`,
      ),
  },
  {
    name: 'a simple font of 2,000,000,000 letters',
    make: () =>
      font(
        '<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2000000000 /Widths [500] /FontDescriptor 6 0 R >>',
        `${DESCRIPTOR} >>`,
      ),
  },
  {
    name: 'a letter that is drawn with itself',
    make: () =>
      font(
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /A 6 0 R >> /Encoding << /Differences [0 /A 65 /A] >> /FirstChar 0 /LastChar 66 /Widths [9] /Resources << /Font << /F 5 0 R >> >> >>',
        stream('9 0 d0 BT /F 9 Tf (AAAAAAAAAA) Tj ET'),
      ),
  },
  {
    name: 'a font that is its own descendant',
    make: () =>
      font(
        '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>',
      ),
  },
  {
    name: 'a font program that inflates to 3 GB',
    make: () =>
      font(
        type0('/Encoding /Identity-H'),
        `${CID_FONT} >>`,
        `${DESCRIPTOR} /FontFile3 8 0 R >>`,
        stream(bomb('\x01\x00\x04\x04', 3000), '/Subtype /CIDFontType0C /Filter /FlateDecode'),
      ),
  },
  {
    name: 'a thousand fonts with ten thousand differences',
    make: () =>
      page(
        `/Contents 4 0 R /Resources << /Font << ${Array.from({ length: 1000 }, (_, n) => `/F${n} ${5 + n} 0 R`).join(' ')} >> >>`,
        stream(`BT ${Array.from({ length: 1000 }, (_, n) => `/F${n} 9 Tf (A) Tj`).join(' ')} ET`),
        ...Array.from({ length: 1000 }, (_, n) =>
          HELVETICA.replace(
            '>>',
            `/Encoding << /Differences [${'65 /A '.repeat(10_000)}] >> /N ${n} >>`,
          ),
        ),
      ),
  },
];
