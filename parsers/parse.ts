import { withContradictions } from './contradictions.ts';
import { halvesOf } from './layout/halves.ts';
import { layOut, type PageLayout } from './layout/layout.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { findingsOfPage, type PageFinding, withFindings } from './page-findings.ts';
import { Pixels } from './pdf/pixels.ts';
import { type PdfAssets, type ReadPage, readPages } from './pdf/read.ts';
import { holdsPictures } from './pdf/scan.ts';
import { DocumentRecord } from './records/document.ts';
import { Refusal } from './records/refusal.ts';
import type { SheetRecord } from './records/sheet.ts';
import type { TextSource } from './records/text-source.ts';
import { withSeverity } from './records/warning.ts';
import { type DoubtfulPlace, doubtfulOn, withoutDoubtful } from './scan/doubts.ts';
import type { OcrEngine } from './scan/engine.ts';
import { withLookAlikes } from './scan/look-alikes.ts';
import { oddWordsIn } from './scan/odd-words.ts';
import { withScans } from './scan/pages.ts';
import { withPicturedRules } from './scan/ruled.ts';
import { DocumentReader } from './sheets/document.ts';
import type { Known } from './sheets/known.ts';
import { TextFound } from './text-found.ts';

/** What reading needs from the world: pdf.js's data folders beside what is known of sheets. */
export type Resources = Known & {
  readonly assets: PdfAssets;
  /** reads pictures of text; without it they are refused as `no-text` */
  readonly ocr?: OcrEngine | undefined;
};

/** What pages that are pictures are read with. */
type Scans = Pick<Resources, 'ocr' | 'language'>;

/** The intermediates of a reading, as `parse` goes through them page by page: for goldens and pictures. */
export type Intermediates = {
  readonly pages: readonly ReadPage[];
  readonly layouts: readonly PageLayout[];
};

/**
 * A PDF's pages as glyphs and as lines and tables.
 * @throws Refusal for what the document itself is at fault for
 */
export async function readLayout(
  bytes: Uint8Array,
  assets: PdfAssets,
  limits: Limits = DEFAULT_LIMITS,
  scans?: Scans,
): Promise<Intermediates> {
  const pages = await Array.fromAsync(pagesOf(bytes, assets, limits, scans));
  return { pages, layouts: pages.flatMap(halvesOf).map(layOut) };
}

/**
 * A PDF's sheets as validated records.
 * @param publisher slug or code of their publisher, where the uploader says it
 * @throws Refusal for what the document itself is at fault for; never anything else for a document's fault
 */
export async function parse(
  bytes: Uint8Array,
  { assets, ocr, ...known }: Resources,
  limits: Limits = DEFAULT_LIMITS,
  publisher?: string,
): Promise<DocumentRecord> {
  const { language } = known;
  const sha256 = await hash(bytes);
  const reader = new DocumentReader(known, publisher);
  const text = new TextFound();
  const findings: PageFinding[] = [];
  const doubtful: DoubtfulPlace[] = [];
  for await (const page of pagesOf(bytes, assets, limits, { ocr, language })) {
    text.note(page);
    doubtful.push(...doubtfulOn(page));
    const layouts = halvesOf(page).map(layOut);
    findings.push(...findingsOfPage(page, layouts));
    for (const layout of layouts) await reader.add(layout);
  }
  const read = await reader.finish();
  await text.require(read.sheets.length, () => holdsPictures(bytes));
  if (read.sheets.length === 0) {
    throw new Refusal(
      'unrecognized-format',
      'The document can be read, but holds no evaluation sheet of a format that is known here.',
    );
  }
  const isFrom = (source: TextSource) => (page: number) =>
    text.source({ from: page, to: page }) === source;
  const certain: SheetRecord[] = [];
  for (const sheet of read.sheets) {
    const odd = await oddWordsIn(sheet, isFrom('ocr'), language);
    const told = withoutDoubtful(sheet, [...doubtful, ...odd]);
    certain.push(withContradictions(withLookAlikes(told, isFrom('ocr-layer'))));
  }
  const { sheets, warnings } = withFindings(certain, findings);
  return DocumentRecord.parse({
    document: { sha256, bytes: bytes.length, pages: text.pages, textSource: text.source() },
    sheets: sheets.map((sheet) => {
      const textSource = text.source(sheet.pages);
      return textSource === 'embedded' ? sheet : { ...sheet, textSource };
    }),
    warnings: [...read.warnings, ...warnings].map(withSeverity),
  });
}

/** A PDF's pages, those that are pictures read from their pixels where there is something to read them with. */
function pagesOf(
  bytes: Uint8Array,
  assets: PdfAssets,
  limits: Limits,
  scans?: Scans,
): AsyncGenerator<ReadPage, void> {
  const pages = withPicturedRules(readPages(bytes, assets, limits), new Pixels(bytes, assets));
  const { ocr, language } = scans ?? {};
  return ocr && language ? withScans(pages, new Pixels(bytes, assets), ocr, language) : pages;
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
}
