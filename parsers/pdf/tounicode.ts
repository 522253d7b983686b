import { inflated } from './inflate.ts';
import type { PdfObject } from './objects.ts';
import { isDictionary, pdfNameOf } from './syntax.ts';

/** A mapping of all characters that there are takes less (bytes). */
const MAX_MAP = 10_000_000;
/** No font has more codes. */
const MAX_CODES = 65_536;

const SECTION = /beginbf(char|range)([\s\S]*?)endbf/g;
const CHAR = /<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F\s]*)>/g;
const RANGE = /<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*(?:<[^>]*>|\[[^\]]*\])/g;

/** The codes that a /ToUnicode gives a character for (ISO 32000-1, 9.10.3); null where it cannot be read. */
export async function mappedCodes({ value, data }: PdfObject): Promise<Set<number> | null> {
  if (!data || !isDictionary(value)) return null;
  const filter = value.get('Filter');
  const zipped = filter !== undefined;
  if (zipped && pdfNameOf(Array.isArray(filter) ? filter[0] : filter) !== 'FlateDecode')
    return null;
  const plain = zipped ? await inflated(data, MAX_MAP) : data;
  if (!plain) return null;
  const codes = new Set<number>();
  for (const [, kind, body = ''] of new TextDecoder('latin1').decode(plain).matchAll(SECTION)) {
    if (kind === 'char') {
      for (const [, code = '', to = ''] of body.matchAll(CHAR)) {
        if (to.trim() !== '') codes.add(Number.parseInt(code, 16));
      }
      continue;
    }
    for (const [, from = '', to = ''] of body.matchAll(RANGE)) {
      const last = Number.parseInt(to, 16);
      for (let code = Number.parseInt(from, 16); code <= last && codes.size < MAX_CODES; code++) {
        codes.add(code);
      }
    }
  }
  return codes;
}
