import type { PdfObjects } from './objects.ts';
import { isOpaque } from './opaque.ts';
import { OPS } from './pdfjs.ts';
import { isDictionary, pdfNameOf, valueAt } from './syntax.ts';

/** A picture's dictionary is never packed away, since it has data (ISO 32000-1, 8.9.5). */
const PICTURE = /\/Subtype\s{0,2}\/Image\b/g;
/** A mask, or the picture is one (8.9.6). */
const STENCIL = /\/ImageMask\s{1,2}true/;
const MASK = /\/(?:SMask|Mask)\b|\/ImageMask\s{1,2}true|\/SMaskInData\s{1,2}[12]/;
const OBJECT = /\bobj\b\s{0,9}(?=<<)/g;
/** How far before `/Subtype` a picture's dictionary begins, at most (bytes). */
const REACH = 2000;

/** Marks a picture that lets through what lies beneath it. */
const MASKED = 'M';
const CONTENT = `/${MASKED} BMC EMC`;

/**
 * A copy of a file in which each picture is an empty form. pdf.js tells nothing of a picture that it does not decode,
 * and decoding costs seconds and gigabytes; of an empty form it tells where it is drawn. All bytes keep their places:
 * `/Subtype/Image` becomes `/Subtype/Form `, the filter's key another one, the data spaces. A form must have a /BBox
 * (8.10.2), which these have not: so they are known again. Those whose mask lets something through are marked.
 */
export async function withPicturesAsForms(
  bytes: Uint8Array,
  text: string,
  objects: PdfObjects | undefined,
): Promise<Uint8Array> {
  const copy = new Uint8Array(bytes);
  const write = (at: number, what: string) => {
    for (let i = 0; i < what.length; i++) copy[at + i] = what.charCodeAt(i);
  };
  for (const { index, 0: subtype } of text.matchAll(PICTURE)) {
    const from = beginOf(text, index);
    const found = from === null ? null : valueAt(text, from);
    if (from === null || !found || !isDictionary(found.value) || found.end < index) continue;
    if (pdfNameOf(found.value.get('Subtype')) !== 'Image') continue;
    const stream = /\s{0,9}stream\r?\n/y;
    stream.lastIndex = found.end;
    if (!stream.test(text)) continue;
    const start = stream.lastIndex;
    const end = text.indexOf('endstream', start);
    if (end < 0) continue;
    const written = text.slice(from, found.end);
    const masked =
      MASK.test(written) &&
      !(
        objects &&
        (await isOpaque(found.value, bytes.subarray(start, end), {
          get: objects.get,
          stencil: STENCIL.test(written),
        }))
      );
    if (masked && end - start < CONTENT.length) continue;
    write(index, subtype.replace('Image', 'Form '));
    for (const filter of written.matchAll(/\/Filter\b/g)) {
      write(from + filter.index, '/Unused');
    }
    copy.fill(0x20, start, end);
    if (masked) write(start, CONTENT);
  }
  return copy;
}

/** Where the dictionary of the object begins that a place is in. */
function beginOf(text: string, at: number): number | null {
  const from = Math.max(0, at - REACH);
  let begin: number | null = null;
  for (const { index, 0: mark } of text.slice(from, at).matchAll(OBJECT)) {
    begin = from + index + mark.length;
  }
  return begin;
}

/** Which picture the form that begins at an operator stands for, if it is one of those that do. */
export function pictureAt(
  args: readonly unknown[],
  fnArray: ArrayLike<number>,
  argsArray: ArrayLike<readonly unknown[] | null>,
  at: number,
): 'opaque' | 'masked' | null {
  if (args[0] || args[1]) return null;
  if (fnArray[at + 1] === OPS.paintFormXObjectEnd) return 'opaque';
  const [mark] = (fnArray[at + 1] === OPS.beginMarkedContent && argsArray[at + 1]) || [];
  return (mark as { name?: string } | undefined)?.name === MASKED ? 'masked' : null;
}
