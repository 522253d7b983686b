import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { type getDocument, PDFWorker } from './pdfjs.ts';

type Listener = (event: { readonly data: unknown }) => void;
type Chunk = { readonly fnArray?: readonly unknown[]; readonly argsArray?: readonly unknown[] };

/**
 * What makes pdf.js read without what only drawing needs, as options of `getDocument`; the worker is to be destroyed at the end.
 *
 * - Both its halves are in this thread, and what one sends, the other has as it is. pdf.js's own way copies all of it, a
 *   seventh of the time of reading.
 * - Fonts are loaded as a page would, and so nowhere. Where they cannot be, pdf.js makes an outline of each character.
 */
export function forReading() {
  const port = new Port() as unknown as Worker;
  WorkerMessageHandler.initializeFromPort(port);
  return { worker: PDFWorker.create({ port }), disableFontFace: false, ownerDocument: PAGE };
}

type Options = NonNullable<Exclude<Parameters<typeof getDocument>[0], string | URL>>;
/** The part of a page that fonts are loaded into. */
const PAGE = { fonts: new Set() } as unknown as NonNullable<Options['ownerDocument']>;
// pdf.js makes one of each font, for the page's fonts.
Object.assign(globalThis, { FontFace: Object(globalThis).FontFace ?? class {} });

/** A port whose both ends are one; who listens knows by the message whom it is for. */
class Port {
  readonly #listeners = new Set<Listener>();

  postMessage(message: { readonly chunk?: Chunk }): void {
    const data = kept(message);
    queueMicrotask(() => {
      for (const listener of [...this.#listeners]) listener({ data });
    });
  }

  addEventListener(_: 'message', listener: Listener, options?: { signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_: 'message', listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/** The message, with lists of its own where the sender empties its lists as soon as they are sent: a part of a page's operators. */
function kept<T extends { readonly chunk?: Chunk }>(message: T): T {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return {
    ...message,
    chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] },
  };
}
