import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { pdfFile } from '../../samples/generator/pdf-file.ts';
import { Random } from '../../samples/generator/random.ts';
import { scanned } from '../scan/scanner.ts';
import { FONT } from '../scan/small-sheet.ts';
import { stream } from './pdf.ts';

/** How many pages each has. */
export const PAGES = 10;

type Picture = { readonly name: string; readonly make: () => Promise<Uint8Array> };

/** A4 at 200 dpi, in pixels and in points. */
const [WIDTH, HEIGHT] = [1654, 2339];
const [WIDE, HIGH] = [595, 842];

/** What lies on the glass and is no page of text: nothing can be read of it, and its ink has no end. */
export const PICTURES: readonly Picture[] = [
  { name: 'ten pages of noise', make: async () => grey((random) => () => random.int(0, 255)) },
  { name: 'ten photographs', make: async () => grey(photograph) },
  { name: 'ten maps with the names of places', make: maps },
];

/** Pages of pixels, each page by a function of where a pixel is. */
function grey(shade: (random: Random) => (x: number, y: number) => number): Uint8Array {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const at = shade(new Random(page));
    const pixels = new Uint8Array(WIDTH * HEIGHT).map((_, i) =>
      at(i % WIDTH, Math.floor(i / WIDTH)),
    );
    const entries = `/Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`;
    const [self, picture] = [3 + 3 * page, 5 + 3 * page];
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDE} ${HIGH}] /Contents ${self + 1} 0 R /Resources << /XObject << /I ${picture} 0 R >> >> >>`,
      stream(`${WIDE} 0 0 ${HIGH} 0 0 cm /I Do`),
      stream(deflateSync(pixels, { level: 1 }).toString('latin1'), entries),
    ];
  });
  const kids = pages.map((_, page) => `${3 + 3 * page} 0 R`).join(' ');
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${PAGES} >>`,
    ...pages.flat(),
    '<< /Producer (scanner) >>',
  ]);
}

/** Hills before a sky: soft shades with hard edges, and grain. */
function photograph(random: Random): (x: number, y: number) => number {
  const hills = Array.from({ length: 6 }, (_, n) => ({
    top: 500 + 280 * n,
    swing: random.int(40, 160),
    wave: random.int(90, 400),
    shade: 190 - 28 * n,
  }));
  return (x, y) => {
    const hill = hills.findLast(({ top, swing, wave }) => y > top + swing * Math.sin(x / wave));
    const light = hill ? hill.shade + 18 * Math.sin((x + y) / 37) : 225 - y / 30;
    return Math.max(0, Math.min(255, light + random.int(-14, 14)));
  };
}

const NAMES = '汐見 潮路 北浜 中之島 月ヶ瀬 大崎 三ツ石 雲井 小松原 野々川 白鳥 浦町'.split(' ');

/** Contours, roads and rivers that cross, with names beside them at every slant, printed and scanned. */
async function maps(): Promise<Uint8Array> {
  const random = new Random(11);
  const document = new PDFDocument({ size: [WIDE, HIGH], margin: 0, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  document.font(FONT);
  for (let page = 0; page < PAGES; page++) {
    document.addPage();
    for (let n = 0; n < 160; n++) {
      let [x, y] = [random.int(0, WIDE), random.int(0, HIGH)];
      document.moveTo(x, y).lineWidth(random.int(1, 8) / 4);
      for (let bend = 0; bend < 12; bend++) {
        [x, y] = [x + random.int(-33, 33), y + random.int(-33, 33)];
        document.lineTo(x, y);
      }
      document.stroke(random.pick(['black', 'grey', 'dimgrey']));
    }
    for (let n = 0; n < 60; n++) {
      const [x, y] = [random.int(20, WIDE - 60), random.int(20, HIGH - 30)];
      document.circle(x, y, random.int(1, 5)).stroke('black').fontSize(random.int(6, 11));
      document.save().rotate(random.int(-40, 40), { origin: [x, y] });
      document.text(random.pick(NAMES), x + 5, y - 4, { lineBreak: false }).restore();
    }
  }
  document.end();
  await ended;
  return scanned(Buffer.concat(chunks), { dpi: 200, noise: 8, quality: 75 }, random);
}
