import { inflated } from './inflate.ts';

/** An object that is a picture; its dictionary is never packed away, since it has data (ISO 32000-1, 8.9.5). */
const PICTURE = /\/Subtype\s{0,2}\/Image\b/;

/** A picture within the content of a page (ISO 32000-1, 8.9.7). */
const INLINE_PICTURE = /(?:^|\s)BI\s{1,2}\/[\s\S]{1,400}?\sID\s/;

/** Content with a picture in it inflates to no more than this (bytes). */
const LARGEST_CONTENT = 50_000_000;

/** Whether a document without text holds pictures: a scan, not blank paper. pdf.js is told to leave pictures out. */
export async function holdsPictures(bytes: Uint8Array): Promise<boolean> {
  const text = new TextDecoder('latin1').decode(bytes);
  if (PICTURE.test(text)) return true;
  for (const { index, 0: mark } of text.matchAll(/\bstream\r?\n/g)) {
    const from = index + mark.length;
    const end = text.indexOf('endstream', from);
    const data = bytes.subarray(from, end < 0 ? bytes.length : end);
    const content = (await inflated(data, LARGEST_CONTENT)) ?? data;
    if (INLINE_PICTURE.test(new TextDecoder('latin1').decode(content))) return true;
  }
  return false;
}
