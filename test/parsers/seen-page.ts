import { resources } from '../../lambdas/reader/resources.ts';
import { readPages } from '../../parsers/pdf/read.ts';
import { pdfOf, stream } from './raw-pdf.ts';

export type Extra = {
  /** Entries of the page's resources besides its font F. */
  resources?: string;
  /** Entries of the catalog. */
  catalog?: string;
  /** Objects from number 6 on. */
  objects?: string[];
};

export async function read(
  content: string,
  { resources: more = '', catalog = '', objects = [] }: Extra = {},
) {
  const bytes = pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>>`,
    stream(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ]);
  const [page] = await Array.fromAsync(readPages(bytes, resources.assets));
  if (!page) throw new Error('no page');
  return page;
}

export const seen = async (content: string, extra?: Extra) =>
  (await read(content, extra)).glyphs.map(({ text }) => text).join('');

export const text = (what: string, x = 50, y = 100) => `BT /F 10 Tf ${x} ${y} Td (${what}) Tj ET`;
export const form = (content: string, entries = '') =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 300 200]/Resources<</Font<</F 5 0 R>>>>${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`;
export const pixel = (entries = '') =>
  `<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray${entries}/Length 16>>\nstream\n0123456789abcdef\nendstream`;
