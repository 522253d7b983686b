import { constants, deflateRawSync } from 'node:zlib';
import { pdfFile } from '../../samples/generator/pdf-file.ts';

export const MB = 1024 * 1024;

export const stream = (content: string, entries = '') =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** Objects from number 4 on, after catalogue, page tree and a page with these entries. */
export const page = (entries: string, ...more: string[]): Uint8Array =>
  pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${entries} >>`,
    ...more,
    '<< /Producer (hostile) >>',
  ]);

export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** A page with a content stream (object 4) and a font F (object 5). */
export const content = (text: string, entries = ''): Uint8Array =>
  page('/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>', stream(text, entries), HELVETICA);

/** The zlib stream of `megabytes` MB of one piece again and again, at a thousandth of its size and made at once. */
export function bomb(piece: string, megabytes: number): string {
  const plain = Buffer.from(piece.repeat(Math.ceil(MB / piece.length)), 'latin1');
  // After a full flush a block needs nothing of what was before it (RFC 1951, 3.2.3): it can be said again.
  const block = deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH }).toString('latin1');
  return `\x78\x9c${block.repeat(megabytes)}\x03\x00`;
}
