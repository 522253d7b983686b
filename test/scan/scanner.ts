import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { resources } from '../../lambdas/reader/resources.ts';
import type { Turn } from '../../parsers/pdf/page.ts';
import { Pixels } from '../../parsers/pdf/pixels.ts';
import type { GreyPicture } from '../../parsers/pdf/raster.ts';
import { rotated, turnedPicture } from '../../parsers/scan/picture.ts';
import type { Random } from '../../samples/generator/random.ts';

/** How a page is put on glass: resolution, by how many degrees it lies askew, and what the scanner does to it. */
export type Scanner = {
  readonly dpi: number;
  readonly skew?: number;
  /** by how far, clockwise, the paper was turned before: on its side, on its head */
  readonly turn?: Turn;
  /** grey, or black and white */
  readonly bilevel?: boolean;
  /** JPEG quality from 1 to 100 */
  readonly quality?: number;
  /** how much each pixel is off at most */
  readonly noise?: number;
  /** specks to the square inch */
  readonly specks?: number;
  /** how dark the left edge is, from 0 to 1 */
  readonly shadow?: number;
  /** how much of the other side of the paper shows through, from 0 to 1 */
  readonly bleed?: number;
  /** how far lines swing up and down, in points */
  readonly swing?: number;
  /** a seal's ring at a place of the page, from 0 to 1 each way */
  readonly seal?: readonly [number, number];
};

const POINTS = 72;

/** The pages of a PDF as a scanner sees them, in a PDF of pictures. */
export async function scanned(
  pdf: Uint8Array,
  scanner: Scanner,
  random: Random,
): Promise<Uint8Array> {
  const drawing = new Pixels(pdf, resources.assets);
  const document = new PDFDocument({ autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const pages = await drawing.count();
  for (let number = 1; number <= pages; number++) {
    const drawn = await drawing.of(number, scanner.dpi);
    if (!drawn) throw new Error(`Page ${number} cannot be drawn.`);
    const laid = turnedPicture(drawn, ((360 - (scanner.turn ?? 0)) % 360) as Turn);
    const seen = seenBy(laid, scanner, random);
    const size: [number, number] = [
      (seen.width / scanner.dpi) * POINTS,
      (seen.height / scanner.dpi) * POINTS,
    ];
    document.addPage({ size, margin: 0 }).image(encoded(seen, scanner), 0, 0, { width: size[0] });
  }
  document.end();
  await ended;
  await drawing.close();
  return Buffer.concat(chunks);
}

function seenBy(page: GreyPicture, scanner: Scanner, random: Random): GreyPicture {
  const { dpi, skew = 0, noise = 0, specks = 0, shadow = 0, bilevel } = scanner;
  const printed = onPaper(page, scanner);
  const { width, height, grey } = skew ? rotated(printed, skew) : printed;
  for (let i = 0; i < grey.length; i++) {
    const edge = 1 - shadow * Math.exp(-(i % width) / (0.15 * width));
    const light = (grey[i] as number) * edge + (noise ? (random.next() - 0.5) * 2 * noise : 0);
    grey[i] = Math.max(0, Math.min(255, light));
  }
  const count = specks * (width / dpi) * (height / dpi);
  for (let k = 0; k < count; k++) {
    const [x, y] = [Math.floor(random.next() * width), Math.floor(random.next() * height)];
    const side = 1 + Math.floor((random.next() * 2.5 * dpi) / 200);
    for (let dy = 0; dy < side; dy++)
      grey.fill(40, (y + dy) * width + x, (y + dy) * width + x + side);
  }
  if (bilevel) for (let i = 0; i < grey.length; i++) grey[i] = (grey[i] as number) < 140 ? 0 : 255;
  return { width, height, grey };
}

/** The page before it is put on the glass: bent, sealed, its other side showing through. */
function onPaper({ width, height, grey }: GreyPicture, scanner: Scanner): GreyPicture {
  const { dpi, bleed = 0, swing = 0, seal } = scanner;
  const out = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const up = Math.round((swing * dpi * Math.sin((x / width) * 2 * Math.PI)) / POINTS);
      const from = Math.min(height - 1, Math.max(0, y + up));
      const behind = 255 - (grey[from * width + width - 1 - x] as number);
      const own = grey[from * width + x] as number;
      out[y * width + x] = Math.max(0, own - (own > 200 ? bleed * behind : 0));
    }
  }
  if (seal) {
    const radius = 0.3 * dpi;
    const [cx, cy] = [seal[0] * width, seal[1] * height];
    for (let y = Math.floor(cy - radius); y < Math.min(height, cy + radius); y++) {
      for (let x = Math.floor(cx - radius); x < Math.min(width, cx + radius); x++) {
        const away = Math.hypot(x - cx, y - cy);
        if (y < 0 || x < 0 || away > radius || away < 0.92 * radius) continue;
        out[y * width + x] = Math.min(out[y * width + x] as number, 110);
      }
    }
  }
  return { width, height, grey: out };
}

/** A picture as a scanner hands it on: a JPEG, or a PNG where no quality is said. */
export function encoded(
  { width, height, grey }: GreyPicture,
  { quality }: Pick<Scanner, 'quality'>,
): Buffer {
  const canvas: Canvas = createCanvas(width, height);
  const context: SKRSContext2D = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let i = 0; i < grey.length; i++) image.data.fill(grey[i] as number, 4 * i, 4 * i + 3);
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  context.putImageData(image, 0, 0);
  return quality ? canvas.toBuffer('image/jpeg', quality) : canvas.toBuffer('image/png');
}
