import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { RefusalCode } from '../../parsers/records/refusal.ts';
import { endlessForms } from '../bounds/pages.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/${name}`);

async function drawn(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(document);
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

const letter = fixture('business-letter.pdf');

/** Limits that the small files below overstep; the defaults would need large ones. */
export const LIMITS = {
  SHISAKU_MAX_BYTES: '3000000',
  SHISAKU_MAX_PAGES: '20',
  SHISAKU_TIMEOUT_MS: '6000',
};

/** Files for each code that a document can be refused with. */
export const REFUSED: readonly { name: string; code: RefusalCode; bytes: Buffer }[] = [
  { name: 'nothing.pdf', code: 'not-a-pdf', bytes: fixture('empty.pdf') },
  { name: '文章 1.pdf', code: 'not-a-pdf', bytes: fixture('not-a-pdf.pdf') },
  { name: 'truncated.pdf', code: 'damaged-pdf', bytes: fixture('truncated.pdf') },
  {
    name: 'cut at the end.pdf',
    code: 'damaged-pdf',
    bytes: letter.subarray(0, letter.length - 900),
  },
  { name: 'header only.pdf', code: 'damaged-pdf', bytes: Buffer.from('%PDF-1.7\n') },
  { name: 'locked.pdf', code: 'password-required', bytes: fixture('password.pdf') },
  { name: 'blank.pdf', code: 'empty-document', bytes: fixture('blank-page.pdf') },
  { name: 'picture.pdf', code: 'no-text', bytes: fixture('picture-only.pdf') },
  { name: 'inline.pdf', code: 'no-text', bytes: fixture('picture-inline.pdf') },
  {
    name: 'large.pdf',
    code: 'too-large',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'x')]),
  },
  {
    name: 'long.pdf',
    code: 'too-many-pages',
    bytes: await drawn((pdf) => {
      for (let n = 0; n < 30; n++) pdf.addPage();
    }),
  },
  { name: 'endless.pdf', code: 'timed-out', bytes: Buffer.from(endlessForms()) },
  { name: 'letter.pdf', code: 'unrecognized-format', bytes: letter },
];
