import { getDocument } from './pdfjs.ts';
import type { PdfAssets } from './read.ts';

/** What pdf.js's canvas in Node (@napi-rs/canvas) can do besides drawing. */
type NodeCanvas = { toBuffer(type: 'image/png'): Uint8Array };
type CanvasFactory = {
  create(width: number, height: number): { canvas: NodeCanvas };
};

/**
 * Pages as PNG pictures, drawn from a document of their own: a page object that was read is never rendered.
 * @param scale pixels per point
 */
export async function picturesOf(
  bytes: Uint8Array,
  assets: PdfAssets,
  pages: readonly number[],
  scale: number,
): Promise<Map<number, Uint8Array>> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...assets,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const factory = document.canvasFactory as CanvasFactory;
    const pictures = new Map<number, Uint8Array>();
    for (const number of pages) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale });
      const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await page.render({ canvas, viewport }).promise;
      pictures.set(number, canvas.toBuffer('image/png'));
      page.cleanup();
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}
