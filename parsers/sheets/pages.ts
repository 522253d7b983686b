import type { Program } from '../formats/format.ts';
import { readForms } from '../forms/document.ts';
import { comparable } from '../japanese/characters.ts';
import { Claims } from '../layout/claims.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';
import type { PlacedText } from '../layout/text.ts';
import { identify } from '../publishers/identity.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { type DocumentWarning, withSeverity } from '../records/warning.ts';
import type { Block } from './block.ts';
import { lengthOf } from './ending.ts';
import { sheetFindings } from './findings.ts';
import { flowOf } from './flow.ts';
import type { Margins } from './furniture.ts';
import { type Header, isLarge } from './header.ts';
import { headingsIn } from './headings.ts';
import type { Known } from './known.ts';
import type { Opening } from './openings.ts';
import type { OwnedSheet } from './owned.ts';
import { placer } from './places.ts';
import { namedAbove, namedInMargins } from './publisher.ts';
import { isHeading } from './sections.ts';
import { readSheet } from './sheet.ts';
import { withSideHeadings } from './side-headings.ts';

/** Consecutive pages, and where sheets open on them. */
type OpenedPages = {
  readonly layouts: readonly PageLayout[];
  /** the same pages with their header tables as tables */
  readonly printed: readonly PageLayout[];
  readonly openings: ReadonlyMap<Line, Opening>;
  readonly margins: Margins;
};

/** The sheets of the pages, each from its opening to the next one's; else the forms on them. */
export async function readSheets(
  { layouts, printed, openings, margins }: OpenedPages,
  { formats, forms, language }: Known,
  { said, front }: { said: string | undefined; front: string | null },
): Promise<{ sheets: OwnedSheet[]; warnings: DocumentWarning[] }> {
  const place = placer(new Map(layouts.map(({ page }) => [page.number, page])));
  const lines = layouts.flatMap((layout) => layout.lines);
  const headerLines = new Set([...openings.values()].flatMap(({ header }) => header.lines));
  const isBody = (block: Block) => block.kind !== 'line' || !headerLines.has(block.line);
  const heads = (line: Line) => isHeading(formats, line);
  const kept = new Set([...headerLines, ...lines.filter(heads)]);
  const sheets: OwnedSheet[] = [];
  const warnings: DocumentWarning[] = [];
  const covered = new Set<number>();
  const { blocks: flow, furniture, stamps } = flowOf(layouts, margins, kept, heads);
  for (const { opening, before, blocks: printedBlocks, page } of cut(flow, openings)) {
    const { format, rivals } = opening;
    const blocks = withSideHeadings(format, printedBlocks);
    const header = { ...opening.header, program: await listed(opening.header.program) };
    if (rivals > 0) {
      const message = `More than one format matches «${header.title}»; it is read as ${format.format}.`;
      warnings.push({ code: 'ambiguous-format', message, page });
    }
    const headings = headingsIn(format, blocks.filter(isBody));
    const own = blocks.slice(0, lengthOf(format, headings, blocks));
    const body = own.filter(isBody);
    const pages = { from: page, to: Math.max(page, ...own.map(lastPage)) };
    cover(covered, pages);
    const printed =
      header.publisherName ??
      namedAbove(before) ??
      namedInMargins(layouts, margins, pages) ??
      front;
    const { identity, findings } = await identify({ said, printed, usual: format.publisher });
    const claims = new Claims();
    claims.claimFurniture(...furniture.filter((text) => isOn(text, pages)));
    const record = readSheet(
      {
        ...{ format, identity, headings, pages },
        header: withAbove(header, before),
        blocks: body,
        stamps: stamps.filter((text) => isOn(text, pages)),
      },
      place,
      claims,
      await language(),
    );
    if (record) {
      const found = [...findings, ...record.warnings, ...sheetFindings(record, format)];
      sheets.push({ record: { ...record, warnings: found.map(withSeverity) }, claims });
    } else {
      const message = `No fiscal year is named on the sheet «${header.title}»; it was not read.`;
      warnings.push({ code: 'no-fiscal-year', message, page });
    }
  }
  if (!sheets.some(({ record }) => holdsParts(record))) {
    const read = await readForms(printed, place, { forms, language }, said);
    if (read.sheets.length > 0) {
      sheets.splice(0, sheets.length, ...read.sheets);
      warnings.splice(0, warnings.length, ...read.warnings);
      covered.clear();
      for (const { record } of read.sheets) cover(covered, record.pages);
    }
  }
  for (const { page } of layouts) {
    if (covered.has(page.number) || page.glyphs.length === 0) continue;
    const message = 'The page holds no part of a sheet; it was not read.';
    warnings.push({ code: 'page-without-sheet', message, page: page.number });
  }
  return { sheets, warnings };
}

/** An opening line alone makes no sheet of a format: a form's label beside its text may read like one. */
const holdsParts = ({ goals, progress, indicators, initiatives, budget }: SheetRecord): boolean =>
  progress !== null || [goals, indicators, initiatives, budget].some((part) => part.length > 0);

function cover(covered: Set<number>, { from, to }: SheetRecord['pages']): void {
  for (let number = from; number <= to; number++) covered.add(number);
}

/** A programme that the format does not list has the first 6 hex digits of its name's SHA-256 for a slug. */
async function listed(program: Header['program']): Promise<Program> {
  if (program.slug !== null) return program;
  const name = new TextEncoder().encode(comparable(program.name));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', name));
  const slug = Array.from(digest.slice(0, 3), (byte) => byte.toString(16).padStart(2, '0'));
  return { ...program, slug: slug.join('') };
}

function lastPage(block: Block): number {
  if (block.kind === 'line') return block.page;
  const pages = block.table.cells.flatMap((cell) =>
    cell.lines.map((line) => line.sources.find((s) => s !== null)?.page ?? block.page),
  );
  return Math.max(block.page, ...pages);
}

/** A sheet's blocks from its opening on, and the lines above it on its first page that belong to no other sheet. */
type Cut = {
  readonly opening: Opening;
  readonly before: readonly Line[];
  readonly page: number;
  readonly blocks: Block[];
};

function cut(blocks: readonly Block[], openings: ReadonlyMap<unknown, Opening>): Cut[] {
  const sheets: Cut[] = [];
  const before: Block[] = [];
  for (const block of blocks) {
    const opening = block.kind === 'line' ? openings.get(block.line) : undefined;
    if (opening) {
      const above = before.filter(({ page }) => page === block.page).flatMap(linesOfBlock);
      sheets.push({ opening, before: above, page: block.page, blocks: [block] });
    } else if (sheets.length > 0) sheets.at(-1)?.blocks.push(block);
    else before.push(block);
  }
  return sheets;
}

/** A header with the lines above it; a few large letters there were stamped. */
function withAbove<H extends Header>(header: H, before: readonly Line[]): H {
  const [first] = header.lines;
  const large = before.filter((line) => first && !line.boxed && isLarge(line, first));
  return {
    ...header,
    rest: [...before, ...header.rest],
    stamps: [...large, ...header.stamps],
  };
}

const linesOfBlock = (block: Block): readonly Line[] =>
  block.kind === 'line' ? [block.line] : block.table.cells.flatMap(({ lines }) => lines);

function isOn({ sources }: PlacedText, { from, to }: { from: number; to: number }): boolean {
  const page = sources.find((glyph) => glyph !== null)?.page ?? 0;
  return from <= page && page <= to;
}
