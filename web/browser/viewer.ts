import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EventBus, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { Spot } from './spots.ts';

export interface Viewer {
  /** Scrolls to the first of the places and frames all of them. */
  frame(spots: readonly Spot[]): Promise<void>;
  goTo(page: number): void;
  zoom(how: 'in' | 'out' | 'fit'): void;
}

export interface ViewerOptions {
  /** an element with a position of its own; its first child takes the pages */
  readonly container: HTMLDivElement;
  readonly url: string;
  readonly worker: string;
  /** of pdf.js */
  readonly style: string;
  /** folder of pdf.js's own files, with a slash at its end */
  readonly files: string;
  /** a click on a page, in points from its top left */
  readonly onClick: (page: number, x: number, y: number) => void;
  readonly onPage: (page: number) => void;
}

const FIT = 'page-width';

/** Draws a PDF, of which only the pages that are seen; throws where it cannot be had or read. */
export async function openViewer(options: ViewerOptions): Promise<Viewer> {
  const { container, files } = options;
  await addStyle(options.style);
  pdfjs.GlobalWorkerOptions.workerSrc = options.worker;
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus });
  const viewer = new PDFViewer({
    ...{ container, eventBus, linkService },
    ...{ textLayerMode: 0, annotationMode: pdfjs.AnnotationMode.ENABLE },
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  const pdf = await pdfjs.getDocument({
    url: options.url,
    cMapUrl: `${files}cmaps/`,
    standardFontDataUrl: `${files}standard_fonts/`,
    wasmUrl: `${files}wasm/`,
    iccUrl: `${files}iccs/`,
  }).promise;
  const ready = new Promise<void>((resolve) => eventBus.on('pagesinit', () => resolve()));
  viewer.setDocument(pdf);
  linkService.setDocument(pdf);
  await ready;
  viewer.currentScaleValue = FIT;

  let framed: readonly Spot[] = [];

  const sizeOf = async (page: number) => {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
    return { width, height };
  };
  const pageView = (page: number) => viewer.getPageView(page - 1);

  const drawFrames = async (page: number): Promise<void> => {
    const { width, height } = await sizeOf(page);
    const { div } = pageView(page);
    for (const old of div.querySelectorAll('[data-frame]')) old.remove();
    for (const { page: own, box } of framed) {
      if (own !== page) continue;
      const [x0, y0, x1, y1] = box;
      const frame = document.createElement('div');
      frame.dataset['frame'] = [own, ...box].join(' ');
      Object.assign(frame.style, {
        left: `${(100 * x0) / width}%`,
        top: `${(100 * y0) / height}%`,
        width: `${(100 * (x1 - x0)) / width}%`,
        height: `${(100 * (y1 - y0)) / height}%`,
      });
      div.append(frame);
    }
  };

  const scrollTo = async ({ page, box: [x0, y0, x1, y1] }: Spot): Promise<void> => {
    const { width, height } = await sizeOf(page);
    const { div } = pageView(page);
    const x = div.offsetLeft + (div.clientWidth * (x0 + x1)) / 2 / width;
    const y = div.offsetTop + (div.clientHeight * (y0 + y1)) / 2 / height;
    container.scrollTo(x - container.clientWidth / 2, y - container.clientHeight / 2);
  };

  const show = async (spots: readonly Spot[]): Promise<void> => {
    const before = new Set(framed.map(({ page }) => page));
    framed = spots;
    for (const { page } of spots) before.add(page);
    for (const page of before) if (page <= pdf.numPages) await drawFrames(page);
    const [first] = spots;
    if (first && first.page <= pdf.numPages) await scrollTo(first);
  };

  // A page that is drawn anew has lost what stood over it.
  eventBus.on('pagerendered', ({ pageNumber }: { pageNumber: number }) => drawFrames(pageNumber));
  // Until all pages have told their sizes, those further down may have moved.
  eventBus.on('pagesloaded', () => {
    const [first] = framed;
    if (first) void scrollTo(first);
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) =>
    options.onPage(pageNumber),
  );
  container.addEventListener('click', async (event) => {
    const div = (event.target as Element).closest<HTMLElement>('.page');
    const page = Number(div?.dataset['pageNumber']);
    if (!div || !page) return;
    const { width, height } = await sizeOf(page);
    const { left, top } = div.getBoundingClientRect();
    const x = ((event.clientX - left - div.clientLeft) / div.clientWidth) * width;
    const y = ((event.clientY - top - div.clientTop) / div.clientHeight) * height;
    options.onClick(page, x, y);
  });
  new ResizeObserver(() => {
    if (viewer.currentScaleValue === FIT) viewer.currentScaleValue = FIT;
    viewer.update();
  }).observe(container);

  return {
    frame: show,
    goTo: (page) => {
      viewer.currentPageNumber = Math.min(Math.max(page, 1), pdf.numPages);
    },
    zoom(how) {
      if (how === 'in') viewer.increaseScale();
      else if (how === 'out') viewer.decreaseScale();
      else viewer.currentScaleValue = FIT;
    },
  };
}

/** Resolves when it holds. */
function addStyle(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise<void>((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`${href} cannot be had`));
  });
  document.head.append(link);
  return loaded;
}
