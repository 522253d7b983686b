import { mendGlyphs } from '../japanese/characters.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import { Refusal } from '../records/refusal.ts';
import { actualTexts } from './actual-text.ts';
import { type Annotation, isField, type Remark, remarksOf, undrawnFields } from './annotations.ts';
import { type Aside, asidesOf } from './asides.ts';
import { FontCodes, type MissingCharacters } from './codes.ts';
import { isWhole } from './damage.ts';
import { inReadingFrame } from './frame.ts';
import { type Integrity, integrityOf } from './integrity.ts';
import { Layers, visibilityOf } from './layers.ts';
import type { Matrix } from './matrix.ts';
import { forReading } from './one-thread.ts';
import { follow } from './operators.ts';
import type { Doubtful, Page, Repair } from './page.ts';
import { AnnotationMode, getDocument, InvalidPDFException, PasswordException } from './pdfjs.ts';
import { withPicturesAsForms } from './pictures.ts';
import { refuseUnread } from './refuse-unread.ts';
import type { DrawnGlyph, Font } from './text.ts';
import { type Layer, textLayerOf } from './textlayer.ts';

/** Folders of pdf.js's own data, with a trailing slash; without them Japanese text is lost in silence. */
export type PdfAssets = {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  /** Decoders of pictures (JBIG2, JPEG 2000) and colour profiles. */
  readonly wasmUrl: string;
  readonly iccUrl: string;
};

export type ReadPage = Page & {
  /** Text that runs in other directions than the page's. */
  readonly asides: readonly Aside[];
  /** What annotations say. */
  readonly remarks: readonly Remark[];
  readonly layer: Layer;
  /** What its fonts leave out. */
  readonly missing: readonly MissingCharacters[];
  /** How many characters are there for nobody's eye, and are not read. */
  readonly unseen: number;
  /** Whether it shows pictures, or shapes of letters, though no text. */
  readonly pictures: boolean;
  readonly outlines: boolean;
  /** Numbers of a page that was read from its pixels of which that is not sure. */
  readonly doubtful?: readonly Doubtful[];
  readonly repairs?: readonly Repair[];
  /** What of the page the file itself shows to be damaged, in words. */
  readonly doubts: readonly string[];
};

/**
 * The pages of a PDF one after the other, each from one pass over its operators; none is kept here.
 * @throws Refusal `not-a-pdf`, `too-large`, `too-many-pages`, `password-required`, `damaged-pdf`, `empty-document`
 */
export async function* readPages(
  bytes: Uint8Array,
  assets: PdfAssets,
  limits: Limits = DEFAULT_LIMITS,
): AsyncGenerator<ReadPage, void> {
  refuseUnread(bytes, limits);
  const text = new TextDecoder('latin1').decode(bytes);
  if (!isWhole(text)) {
    throw new Refusal('damaged-pdf', 'A part of the PDF is missing; upload the complete file.');
  }
  const integrity = await integrityOf(bytes, text);
  const pdfjs = forReading();
  const task = getDocument({
    ...pdfjs,
    data: await withPicturesAsForms(bytes, text, integrity?.objects),
    ...assets,
    fontExtraProperties: true,
    // Of pictures within the content, which may cover text. A file of a few kilobytes may unfold to gigabytes of larger ones.
    maxImageSize: MAX_INLINE,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const count = document.numPages;
    if (count > limits.maxPages) {
      throw new Refusal(
        'too-many-pages',
        `The document has ${count} pages; at most ${limits.maxPages} are read.`,
      );
    }
    if (integrity && integrity.pages.length !== count) {
      throw new Refusal(
        'damaged-pdf',
        `The PDF says it has ${count} pages, but ${integrity.pages.length} are found; upload the complete file.`,
      );
    }
    const isVisible = visibilityOf(await document.getOptionalContentConfig(), integrity?.objects);
    const codes = new FontCodes(integrity?.toUnicode ?? new Map());
    for (let number = 1; number <= count; number++) {
      const page = await readPage(await document.getPage(number), isVisible, codes, integrity);
      yield { ...page, doubts: integrity?.doubts[number - 1] ?? [] };
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await task.destroy();
    pdfjs.worker.destroy();
  }
}

/** Pixels of the largest picture within the content of a page that is looked at. */
const MAX_INLINE = 250_000;

type PdfjsDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfjsPage = Awaited<ReturnType<PdfjsDocument['getPage']>>;

async function readPage(
  page: PdfjsPage,
  isVisible: (group: unknown) => boolean,
  codes: FontCodes,
  file: Integrity | null,
): Promise<Omit<ReadPage, 'doubts'>> {
  const number = page.pageNumber;
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const annotations = (await page.getAnnotations()) as Annotation[];
  const viewport = transform as unknown as Matrix;
  const drawing = follow(await page.getOperatorList({ annotationMode: AnnotationMode.ENABLE }), {
    width,
    height,
    viewport,
    fontNamed: (name) => page.commonObjs.get(name) as Font,
    layers: new Layers(isVisible),
    fields: new Set(annotations.filter(isField).map(({ id }) => id)),
  });
  page.cleanup();
  const { layer, glyphs: shown, unseen } = textLayerOf(drawing);
  const drawn = [...shown, ...undrawnFields(annotations, drawing.annotated, viewport)];
  await codes.note(drawn);
  const written = (glyph: DrawnGlyph) => codes.read(glyph);
  const entries = file?.pages[number - 1];
  const actual = await actualTexts(drawing.spans, written, entries, file?.objects);
  const read = (glyph: DrawnGlyph) => mendGlyphs(actual.get(glyph) ?? written(glyph));
  const glyphs = actual.size === 0 ? drawn : drawn.filter((glyph) => actual.get(glyph) !== '');
  const framed = inReadingFrame({ number, width, height }, glyphs, drawing, read);
  return {
    ...framed.page,
    asides: asidesOf(framed.aside, read),
    remarks: remarksOf(annotations, drawing.annotated, viewport),
    layer,
    missing: codes.missing(glyphs.filter((glyph) => !actual.has(glyph))),
    unseen: unseen.length,
    pictures: drawing.pictures.length > 0,
    outlines: drawing.letterShapes >= MIN_LETTER_SHAPES,
  };
}

/** Fewer shapes of the size of letters are a drawing. */
const MIN_LETTER_SHAPES = 20;

/** ISO 32000-1 Annex H.3.4.1 note 13: readers accept the header anywhere in the first 1024 bytes. */
function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (error instanceof PasswordException) {
    return new Refusal('password-required', 'The PDF opens only with a password; remove it first.');
  }
  const why = error instanceof InvalidPDFException || error instanceof Error ? error.message : '';
  return new Refusal('damaged-pdf', `The PDF cannot be read in full: ${why}`);
}
