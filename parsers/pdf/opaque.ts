import { inflatedUntil } from './inflate.ts';
import type { PdfObject } from './objects.ts';
import { unfiltered } from './predictor.ts';
import { isDictionary, type PdfDictionary, type PdfValue, pdfNameOf } from './syntax.ts';

type Lookup = (value: PdfValue | undefined) => PdfObject | undefined;

/** No mask that is looked through inflates to more than this (bytes). */
const MAX_MASK = 20_000_000;

/**
 * Whether a picture with a mask (ISO 32000-1, 8.9.6 and 11.6.5.3) hides all that lies under it: its mask is opaque all
 * over, or it is a stencil that paints everywhere.
 * @param data the picture's own stream, as it stands in the file
 */
export async function isOpaque(
  entries: PdfDictionary,
  data: Uint8Array,
  { get, stencil }: { readonly get: Lookup; readonly stencil: boolean },
): Promise<boolean> {
  if (stencil) return isAll(0, { value: entries, data }, get);
  const soft = get(entries.get('SMask'));
  const hard = get(entries.get('Mask'));
  if (soft?.data) return isAll(1, soft, get);
  return hard?.data ? isAll(0, hard, get) : false;
}

/** Whether every bit of a picture's samples is the same; false where they are packed in a way that is not followed. */
async function isAll(bit: 0 | 1, { value, data }: PdfObject, get: Lookup): Promise<boolean> {
  if (!isDictionary(value) || !data) return false;
  const number = (key: string) => Number(get(value.get(key))?.value ?? Number.NaN);
  const filters = [get(value.get('Filter'))?.value ?? []].flat().map((one) => pdfNameOf(one));
  const isPlain = filters.length === 0;
  if (!isPlain && (filters.length > 1 || filters[0] !== 'FlateDecode')) return false;
  const parameters = parametersOf(value, get);
  const isFiltered = parameters !== null && parameters.predictor >= 10;
  if (!parameters || (parameters.predictor > 1 && !isFiltered)) return false;
  const [first] = [get(value.get('Decode'))?.value ?? []].flat();
  const wanted = (first === 1 ? 1 - bit : bit) === 1 ? 0xff : 0;
  const row = number('Width') * (number('BitsPerComponent') || 1);
  const stride = Math.ceil(row / 8);
  const size = stride * number('Height');
  if (!(size > 0 && size <= MAX_MASK)) return false;
  // Bits behind the last sample of a row say nothing.
  const last = row % 8 === 0 ? 0xff : (0xff << (8 - (row % 8))) & 0xff;
  let at = 0;
  const isSame = (chunk: Uint8Array): boolean => {
    for (const byte of chunk) {
      if (at >= size) return true;
      const looked = at % stride === stride - 1 ? last : 0xff;
      if (((byte ^ wanted) & looked) !== 0) return false;
      at++;
    }
    return true;
  };
  if (isPlain) return isSame(data) && at >= size;
  const bits = parameters.bits * parameters.colours;
  if (isFiltered && Math.ceil((parameters.columns * bits) / 8) !== stride) return false;
  const look = isFiltered ? unfiltered(stride, Math.ceil(bits / 8), isSame) : isSame;
  return (await inflatedUntil(data, size + number('Height') + 1, look)) && at >= size;
}

/** How samples were packed (7.4.4.3); null where it is not told as it should be. */
function parametersOf(value: PdfDictionary, get: Lookup) {
  const [said] = [get(value.get('DecodeParms'))?.value ?? []].flat();
  if (said === undefined) return { predictor: 1, columns: 0, colours: 1, bits: 8 };
  const given = get(said as PdfValue)?.value;
  if (!isDictionary(given)) return null;
  const number = (key: string, usual: number) => Number(get(given.get(key))?.value ?? usual);
  return {
    predictor: number('Predictor', 1),
    columns: number('Columns', 1),
    colours: number('Colors', 1),
    bits: number('BitsPerComponent', 8),
  };
}
