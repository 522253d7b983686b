import { compose, type Matrix } from './matrix.ts';
import { getDocument, OPS } from './pdfjs.ts';
import type { GreyPicture } from './raster.ts';
import type { PdfAssets } from './read.ts';

type PdfjsDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfjsPage = Awaited<ReturnType<PdfjsDocument['getPage']>>;

/** A picture as pdf.js decodes it: bits, three bytes or four a pixel. */
type Decoded = {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
};
/** A picture, and where its unit square goes on the page as displayed. */
type Painted = { readonly picture: Decoded; readonly matrix: Matrix };

const GREY_BITS = 1;
const RGB = 2;
const RGBA = 3;

/** A page of A3 at 600 dpi; what is larger is not decoded. */
const MAX_PIXELS = 80_000_000;
/** Pixels an inch of what only drawing shows, and at most of what is put together of several. */
export const DRAWN_DPI = 200;
const MAX_DPI = 420;
const POINTS = 72;

/** The pages of a PDF as pictures, from a document of its own: a page object that is read is never drawn. */
export class Pixels {
  readonly #bytes: Uint8Array;
  readonly #assets: PdfAssets;
  #task: ReturnType<typeof getDocument> | undefined;

  constructor(bytes: Uint8Array, assets: PdfAssets) {
    this.#bytes = bytes;
    this.#assets = assets;
  }

  /** How many pages there are. */
  async count(): Promise<number> {
    return (await this.#document()).numPages;
  }

  /**
   * A page as its pictures show it; null where nothing can be decoded.
   * @param dpi pixels an inch, where all that it shows is to be drawn
   */
  async of(number: number, dpi?: number): Promise<GreyPicture | null> {
    const document = await this.#document();
    const page = await document.getPage(number);
    try {
      const painted = dpi ? null : await picturesOn(page);
      return painted
        ? together(painted, page)
        : await drawn(page, document.canvasFactory, dpi ?? DRAWN_DPI);
    } finally {
      page.cleanup();
    }
  }

  #document(): Promise<PdfjsDocument> {
    this.#task ??= getDocument({
      data: new Uint8Array(this.#bytes),
      ...this.#assets,
      maxImageSize: MAX_PIXELS,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: 0,
    });
    return this.#task.promise;
  }

  async close(): Promise<void> {
    await this.#task?.destroy();
  }
}

/** All pictures of a page in the order of painting; null where some are painted in a way that only drawing follows. */
async function picturesOn(page: PdfjsPage): Promise<Painted[] | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted: Painted[] = [];
  const kept: Matrix[] = [];
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as readonly unknown[];
    switch (fnArray[i]) {
      case OPS.save:
        kept.push(matrix);
        break;
      case OPS.restore:
        matrix = kept.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = compose(matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        kept.push(matrix);
        if (args[0]) matrix = compose(matrix, args[0] as Matrix);
        break;
      case OPS.paintFormXObjectEnd:
        matrix = kept.pop() ?? matrix;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject: {
        const picture =
          typeof args[0] === 'string' ? await objectOf(page, args[0]) : (args[0] as Decoded);
        if (picture?.data) painted.push({ picture, matrix });
        break;
      }
      case OPS.paintImageMaskXObject:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintSolidColorImageMask:
        return null;
    }
  }
  return painted.length > 0 ? painted : null;
}

function objectOf(page: PdfjsPage, id: string): Promise<Decoded | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(id, resolve));
}

/** The pictures on white paper, at the resolution of the finest; one that covers the page stays as it is. */
function together(painted: readonly Painted[], page: PdfjsPage): GreyPicture {
  const { width, height } = page.getViewport({ scale: 1 });
  const finest = Math.max(
    ...painted.map(({ picture, matrix: [a, b] }) => picture.width / Math.hypot(a, b)),
  );
  const scale = Math.min(finest, MAX_DPI / POINTS);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const paper = { ...size, grey: new Uint8Array(size.width * size.height).fill(255) };
  for (const { picture, matrix } of painted) {
    paint(paper, picture, compose([scale, 0, 0, scale, 0, 0], matrix));
  }
  return paper;
}

/** Paints a picture by its matrix (unit square, y up, to pixels), each pixel of the paper the one it lies on. */
function paint(paper: GreyPicture, picture: Decoded, [a, b, c, d, e, f]: Matrix): void {
  const grey = greyOf(picture);
  const { width: w, height: h } = picture;
  const det = a * d - b * c;
  if (!det) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const x0 = Math.max(0, Math.floor(Math.min(...xs)));
  const x1 = Math.min(paper.width, Math.ceil(Math.max(...xs)));
  const y0 = Math.max(0, Math.floor(Math.min(...ys)));
  const y1 = Math.min(paper.height, Math.ceil(Math.max(...ys)));
  if (isOneToOne([a, b, c, d], picture)) {
    const [left, top] = [Math.round(e), Math.round(f + d)];
    for (let y = Math.max(0, top); y < Math.min(paper.height, top + h); y++) {
      const row = (y - top) * w;
      const from = Math.max(0, -left);
      const to = Math.min(w, paper.width - left);
      paper.grey.set(grey.subarray(row + from, row + to), y * paper.width + left + from);
    }
    return;
  }
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const [px, py] = [x + 0.5 - e, y + 0.5 - f];
      const u = Math.floor(((px * d - py * c) / det) * w);
      const v = Math.floor((1 - (py * a - px * b) / det) * h);
      if (u < 0 || v < 0 || u >= w || v >= h) continue;
      paper.grey[y * paper.width + x] = grey[v * w + u] as number;
    }
  }
}

/** Whether a picture lies upright, each of its pixels on one of the paper. */
function isOneToOne(
  [a, b, c, d]: readonly [number, number, number, number],
  { width, height }: Decoded,
): boolean {
  return (
    Math.abs(b) < 0.5 &&
    Math.abs(c) < 0.5 &&
    Math.abs(a - width) < 0.5 &&
    Math.abs(-d - height) < 0.5
  );
}

/** How light each pixel is (ITU-R BT.601). */
function greyOf({ width, height, kind, data }: Decoded): Uint8Array {
  const grey = new Uint8Array(width * height);
  if (kind === GREY_BITS) {
    const bytes = (width + 7) >> 3;
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        grey[at] = ((data[y * bytes + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0;
      }
    }
    return grey;
  }
  const step = kind === RGB ? 3 : kind === RGBA ? 4 : 1;
  for (let at = 0, i = 0; at < grey.length; at++, i += step) {
    if (step === 1) {
      grey[at] = data[i] as number;
      continue;
    }
    const light =
      77 * (data[i] as number) + 150 * (data[i + 1] as number) + 29 * (data[i + 2] as number);
    const alpha = step === 4 ? (data[i + 3] as number) : 255;
    grey[at] = 255 - ((255 - (light >> 8)) * alpha) / 255;
  }
  return grey;
}

/** What pdf.js's canvas in Node (@napi-rs/canvas) can do besides drawing. */
type CanvasFactory = {
  create(
    width: number,
    height: number,
  ): {
    canvas: NonNullable<Parameters<PdfjsPage['render']>[0]['canvas']>;
    context: { getImageData(x: number, y: number, w: number, h: number): { data: Uint8Array } };
  };
};

async function drawn(
  page: PdfjsPage,
  canvasFactory: unknown,
  dpi: number,
): Promise<GreyPicture | null> {
  const viewport = page.getViewport({ scale: dpi / POINTS });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  if (width * height > MAX_PIXELS) return null;
  const { canvas, context } = (canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, grey: greyOf({ width, height, kind: RGBA, data }) };
}
