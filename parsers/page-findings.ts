import type { PageLayout } from './layout/layout.ts';
import type { Line } from './layout/lines.ts';
import { around, join } from './layout/text.ts';
import { displayed } from './pdf/page.ts';
import type { ReadPage } from './pdf/read.ts';
import type { Box } from './records/place.ts';
import type { SheetRecord } from './records/sheet.ts';
import { type DocumentWarning, type Warning, withSeverity } from './records/warning.ts';

/** Circled numbers are repaired by their sequence, all else by the dictionary. */
const CIRCLED = /^[①-⑳]$/;

/** A finding about a page; one with a place is told with the sheet that the page is of. */
export type PageFinding = Omit<Warning, 'severity'> & { readonly page: number };

/** What is to be said of a page whatever stands on it. */
export function findingsOfPage(page: ReadPage, layouts: readonly PageLayout[]): PageFinding[] {
  const { number, doubts, missing, asides, remarks, unseen, layer, repairs = [] } = page;
  const findings: PageFinding[] = [];
  const at = (box: Box) => ({ page: number, box: box.map(hundredths) as Box });
  const tell = (code: PageFinding['code'], message: string, box?: Box) =>
    findings.push({ code, message, page: number, ...(box && { at: at(box) }) });
  if (doubts.length > 0) {
    const what = doubts.join(', ');
    tell('damaged-part', `Damaged in the file: ${what}. What it says may be wrong or missing.`);
  }
  for (const { font, count, of, lacks } of missing) {
    const none = lacks.length > 0 ? ` None of the others is among its ${lacks.join(', ')}.` : '';
    const message = `The font ${font} does not say what ${count} of its ${of} characters are.${none}`;
    tell('unmapped-glyphs', message);
  }
  for (const { text, box } of asides) {
    tell('turned-text', `Text in another direction is no part of a line: 「${short(text)}」.`, box);
  }
  for (const { text, box } of remarks) {
    tell('annotation', `An annotation, and no part of the page: 「${short(text)}」.`, box);
  }
  const overlays = layouts.flatMap((layout) => layout.overlays);
  if (overlays.length > 0) {
    const text = overlays.map((glyph) => glyph.text).join('');
    const message = `Large print over the text is no part of it: 「${short(text)}」.`;
    tell('stamp', message, displayed(page, around(overlays)));
  }
  for (const stamp of layouts.flatMap(({ stamps }) => stamps)) {
    const text = stamp.map((glyph) => glyph.text).join('');
    const message = `Stamped onto the page, and no part of its text: 「${short(text)}」.`;
    tell('stamp', message, displayed(page, around(stamp)));
  }
  for (const lines of layouts.flatMap(struckOn)) {
    const message = `Struck through, and no longer said: 「${short(join(lines).text)}」.`;
    const all = lines.map(({ box: [x0, y0, x1, y1] }) => ({ x0, y0, x1, y1 }));
    tell('struck-text', message, displayed(page, around(all)));
  }
  for (const { box, from, to } of repairs) {
    const message = `Read as 「${from}」, taken as 「${to}」: ${CIRCLED.test(from) ? 'so the numbers before and behind it count' : 'so it is a word'}.`;
    findings.push({
      code: 'repaired',
      message,
      from,
      to,
      page: number,
      at: at(displayed(page, box)),
    });
  }
  if (unseen > 0) {
    tell('hidden-text', `${unseen} characters that nobody sees were not read.`);
  }
  if (layer === 'ocr-layer') {
    const message = 'The text of this page is what an OCR read from its picture; it may be wrong.';
    tell('ocr-layer', message, [0, 0, page.width, page.height]);
  }
  if (page.glyphs.length === 0 && (page.pictures || page.outlines)) {
    const shown = page.pictures ? 'a picture' : 'shapes of letters';
    tell('no-text', `The page shows ${shown}, and no text that can be read.`);
  }
  return findings;
}

/** Findings with their places on the sheets that they are of, the others for the document. */
export function withFindings(
  sheets: readonly SheetRecord[],
  findings: readonly PageFinding[],
): { sheets: SheetRecord[]; warnings: Omit<DocumentWarning, 'severity'>[] } {
  const own = new Map<SheetRecord, Warning[]>();
  const warnings: Omit<DocumentWarning, 'severity'>[] = [];
  for (const { page, ...finding } of findings) {
    const { at } = finding;
    const sheet = at && sheets.find(({ pages }) => pages.from <= page && page <= pages.to);
    if (!sheet) warnings.push({ code: finding.code, message: finding.message, page });
    else own.set(sheet, [...(own.get(sheet) ?? []), finding]);
  }
  return {
    sheets: sheets.map((sheet) => {
      const more = own.get(sheet);
      return more ? { ...sheet, warnings: [...sheet.warnings, ...more.map(withSeverity)] } : sheet;
    }),
    warnings,
  };
}

/** What is struck through, line by line, or all of a cell's. */
function struckOn({ struck, tables }: PageLayout): (readonly Line[])[] {
  const inCells = tables.flatMap(({ cells }) => cells.map((cell) => cell.struck));
  return [...struck.map((line) => [line]), ...inCells.filter((lines) => lines.length > 0)];
}

const MAX_QUOTED = 80;
const short = (text: string) => text.trim().slice(0, MAX_QUOTED);
const hundredths = (v: number) => Math.round(v * 100) / 100;
