import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import type { RefusalCode } from '../../parsers/records/refusal.ts';

const FONT =
  'node_modules/@expo-google-fonts/shippori-mincho/400Regular/ShipporiMincho_400Regular.ttf';

/** A red dot: the smallest picture. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

type Draw = (pdf: PDFKit.PDFDocument) => void;

async function pdf(draw: Draw, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', ...options });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(document);
  document.end();
  await once(document, 'end');
  return Buffer.concat(chunks);
}

const letter: Draw = (document) =>
  document
    .font(FONT)
    .text('平成26年7月1日')
    .text('各町内会長様')
    .moveDown()
    .text('秋の清掃の日取りが決まりましたので、お知らせします。軍手をお持ちください。');

const whole = await pdf(letter);

/** Limits that the small files below overstep; the defaults would need large ones. */
export const LIMITS = {
  SHISAKU_MAX_BYTES: '3000000',
  SHISAKU_MAX_PAGES: '20',
  SHISAKU_TIMEOUT_MS: '4000',
};

/** One file for each code that a document can be refused with, and more where there are several ways to it. */
export const REFUSED: readonly { name: string; code: RefusalCode; bytes: Buffer }[] = [
  { name: 'nothing.pdf', code: 'not-a-pdf', bytes: Buffer.alloc(0) },
  { name: '表.xlsx', code: 'not-a-pdf', bytes: Buffer.from('PK\u0003\u0004 no PDF at all') },
  { name: 'cut in half.pdf', code: 'damaged-pdf', bytes: whole.subarray(0, whole.length / 2) },
  { name: 'cut at the end.pdf', code: 'damaged-pdf', bytes: whole.subarray(0, whole.length - 900) },
  { name: 'header only.pdf', code: 'damaged-pdf', bytes: Buffer.from('%PDF-1.7\n') },
  {
    name: 'locked.pdf',
    code: 'password-required',
    bytes: await pdf(letter, { userPassword: 'secret', ownerPassword: 'owner' }),
  },
  { name: 'blank.pdf', code: 'empty-document', bytes: await pdf(() => {}) },
  {
    name: 'picture.pdf',
    code: 'no-text',
    bytes: await pdf((document) => document.image(DOT, 50, 50, { width: 400 })),
  },
  {
    name: 'large.pdf',
    code: 'too-large',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 'x')]),
  },
  {
    name: 'long.pdf',
    code: 'too-many-pages',
    bytes: await pdf((document) => {
      for (let n = 0; n < 30; n++) document.addPage();
    }),
  },
  {
    name: 'endless.pdf',
    code: 'timed-out',
    bytes: await pdf((document) => document.addContent('q 1 0 0 1 0 0 cm Q\n'.repeat(4_000_000))),
  },
  { name: 'letter.pdf', code: 'unrecognized-format', bytes: whole },
];
