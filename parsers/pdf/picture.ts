import { getDocument, OPS } from './pdfjs.ts';
import type { PdfAssets } from './read.ts';

/** What pdf.js's canvas in Node (@napi-rs/canvas) can do besides drawing. */
type NodeCanvas = { toBuffer(type: 'image/png'): Uint8Array };
type CanvasFactory = {
  create(width: number, height: number): { canvas: NodeCanvas };
};

/**
 * A page as a PNG, without the text of fonts that the file does not hold: this machine may lack them, and would draw boxes
 * for their characters. `missing` names those fonts.
 */
export type PagePicture = { readonly png: Uint8Array; readonly missing: ReadonlySet<string> };

/**
 * Pages as pictures, drawn from a document of their own: a page object that was read is never rendered.
 * @param scale pixels per point
 */
export async function picturesOf(
  bytes: Uint8Array,
  assets: PdfAssets,
  pages: readonly number[],
  scale: number,
): Promise<Map<number, PagePicture>> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...assets,
    verbosity: 0,
    fontExtraProperties: true,
  });
  try {
    const document = await task.promise;
    const factory = document.canvasFactory as CanvasFactory;
    const pictures = new Map<number, PagePicture>();
    for (const number of pages) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale });
      const { canvas } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      // Once its operators are known, all fonts are.
      await page.getOperatorList();
      const fonts = new Fonts((id) => page.commonObjs.get(id));
      const operationsFilter = (i: number, list: OperatorList) => fonts.draws(i, list);
      await page.render({ canvas, viewport, operationsFilter }).promise;
      pictures.set(number, { png: canvas.toBuffer('image/png'), missing: fonts.missing });
      page.cleanup();
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
type Font = { readonly name?: string; readonly missingFile?: boolean };

/** Follows the font through a page's operators, and lets all be drawn but text of a font that is not in the file. */
class Fonts {
  readonly missing = new Set<string>();
  readonly #font: (id: string) => Font;
  readonly #saved: (Font | null)[] = [];
  #current: Font | null = null;

  constructor(font: (id: string) => Font) {
    this.#font = font;
  }

  draws(i: number, { fnArray, argsArray }: OperatorList): boolean {
    switch (fnArray[i]) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#current);
        return true;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#current = this.#saved.pop() ?? null;
        return true;
      case OPS.setFont:
        this.#current = this.#font((argsArray[i] as [string])[0]);
        return true;
      case OPS.showText:
        if (!this.#current?.missingFile) return true;
        this.missing.add(this.#current.name ?? '');
        return false;
      default:
        return true;
    }
  }
}
