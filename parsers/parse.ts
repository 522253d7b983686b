import type { Format } from './formats/format.ts';
import { halvesOf } from './layout/halves.ts';
import { layOut, type PageLayout } from './layout/layout.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type PdfAssets, type ReadPage, readPages } from './pdf/read.ts';
import { holdsPictures } from './pdf/scan.ts';
import { DocumentRecord } from './records/document.ts';
import { Refusal } from './records/refusal.ts';
import { type DocumentWarning, withSeverity } from './records/warning.ts';
import { DocumentReader } from './sheets/document.ts';
import type { Language } from './sheets/language.ts';

/** What reading needs from the world: pdf.js's data folders, the formats that are known, and a dictionary's language once there are items. */
export type Resources = {
  readonly assets: PdfAssets;
  readonly formats: readonly Format[];
  readonly language: () => Promise<Language>;
};

/** The intermediates of a reading, as `parse` goes through them page by page: for goldens and pictures. */
export type Reading = {
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
): Promise<Reading> {
  const pages = await Array.fromAsync(readPages(bytes, assets, limits));
  return { pages, layouts: pages.flatMap(halvesOf).map(layOut) };
}

/**
 * A PDF's sheets as validated records.
 * @param publisher slug or code of their publisher, where the uploader says it
 * @throws Refusal for what the document itself is at fault for; never anything else for a document's fault
 */
export async function parse(
  bytes: Uint8Array,
  { assets, formats, language }: Resources,
  limits: Limits = DEFAULT_LIMITS,
  publisher?: string,
): Promise<DocumentRecord> {
  const sha256 = await hash(bytes);
  const reader = new DocumentReader(formats, language, publisher);
  const seen = { pages: 0, text: false };
  const pageFindings: DocumentWarning[] = [];
  for await (const page of readPages(bytes, assets, limits)) {
    seen.pages++;
    seen.text ||= page.glyphs.some((glyph) => glyph.text.trim() !== '');
    pageFindings.push(...pageWarnings(page));
    for (const half of halvesOf(page)) await reader.add(layOut(half));
  }
  const { sheets, warnings } = await reader.finish();
  if (!seen.text) throw withoutText(await holdsPictures(bytes));
  if (sheets.length === 0) {
    throw new Refusal(
      'unrecognized-format',
      'The document can be read, but holds no evaluation sheet of a format that is known here.',
    );
  }
  return DocumentRecord.parse({
    document: { sha256, bytes: bytes.length, pages: seen.pages, textSource: 'embedded' },
    sheets,
    warnings: [...warnings, ...pageFindings].map(withSeverity),
  });
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('');
}

function withoutText(pictures: boolean): Refusal {
  return pictures
    ? new Refusal('no-text', 'The pages are pictures: the document has no text to read.')
    : new Refusal('empty-document', 'The document has no page with anything on it.');
}

function pageWarnings({ number, unmapped, aside, doubts }: ReadPage): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  if (doubts.length > 0) {
    const message = `Damaged in the file: ${doubts.join(', ')}. What it says may be wrong or missing.`;
    warnings.push({ code: 'damaged-part', message, page: number });
  }
  if (unmapped > 0) {
    const message = `${unmapped} characters have fonts that do not say what they are.`;
    warnings.push({ code: 'unmapped-glyphs', message, page: number });
  }
  if (aside.trim() !== '') {
    const message = `Text in another direction was not read: ${aside.trim().slice(0, 80)}`;
    warnings.push({ code: 'turned-text', message, page: number });
  }
  return warnings;
}
