import type { Format, Program } from '../formats/format.ts';
import type { Line } from '../layout/lines.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Identity } from '../publishers/identity.ts';
import type { Initiative, Item, Phase } from '../records/initiative.ts';
import type { Places } from '../records/place.ts';
import { SCHEMA_VERSION, type SheetRecord } from '../records/sheet.ts';
import type { Warning } from '../records/warning.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';
import { explain } from './explanations.ts';
import type { Header } from './header.ts';
import type { Heading } from './headings.ts';
import { illegible } from './illegible.ts';
import { type Edges, type Paragraph, paragraphsOf } from './items.ts';
import { type Language, readItem, type UnreadItem } from './language.ts';
import { readNarrative } from './narrative.ts';
import { firstPlace, type Placer } from './places.ts';
import { Reading } from './reading.ts';
import { type Section, sectionsOf, yearOfHeadings } from './sections.ts';
import { readTable, type TableParts } from './tables.ts';

/** Everything that one sheet's blocks say, gathered section by section. */
type Draft = TableParts & {
  goals: { text: string; at: Places }[];
  groups: { number: string | null; title: string | null; items: UnreadItem[] }[];
  leftovers: PlacedText[];
  warnings: Warning[];
};

/**
 * One sheet, from its header and the blocks that follow it.
 * @returns null when neither the header nor a heading says which year is evaluated
 */
export function readSheet(
  format: Format,
  header: Header & { readonly program: Program },
  identity: Identity,
  headings: ReadonlyMap<Line, Heading>,
  blocks: readonly Block[],
  pages: { from: number; to: number },
  place: Placer,
  language: Language,
): SheetRecord | null {
  const sections = sectionsOf(headings, blocks);
  const fiscalYear = header.fiscalYear ?? yearOfHeadings(sections);
  if (fiscalYear === null) return null;
  const edges = edgesOf(blocks);
  const reading = new Reading(format, fiscalYear, place);
  const draft: Draft = {
    goals: [],
    progress: null,
    indicators: [],
    explanations: [],
    stubs: [],
    budget: [],
    groups: [],
    leftovers: reading.leftovers,
    warnings: reading.warnings,
  };
  reading.leave(header.rest);
  for (const { text, what } of header.inferred) {
    reading.warn('inferred', `「${text.text}」 is read as ${what}.`, text);
  }
  for (const section of sections) readSection(section, edges, reading, draft);
  return {
    id: [identity.publisher, fiscalYear, header.program.slug, header.number]
      .filter((part) => part !== null)
      .join('-'),
    schemaVersion: SCHEMA_VERSION,
    format: format.format,
    ...identity,
    fiscalYear,
    program: header.program.slug,
    programName: header.program.name,
    number: header.number,
    title: header.title,
    subtitle: header.subtitle,
    department: header.department,
    pages,
    goals: draft.goals,
    progress: draft.progress,
    indicators: explain(draft.indicators, draft.explanations, format.explanations),
    initiatives: initiativesOf(draft, (item) => readItem(item, fiscalYear, language, place)),
    leftovers: draft.leftovers.map((text) => ({ text: text.text, at: place(text) })),
    budget: draft.budget,
    warnings: [...draft.warnings, ...illegible(blocks, place)],
  };
}

/** Lines of running text have at least this many characters when they are full. */
const LONG = 25;

/**
 * Where lines of running text begin and full ones end: taken from the further half of the full lines each way, since a
 * few hang beyond it.
 */
function edgesOf(blocks: readonly Block[]): Edges {
  const lines = blocks.flatMap((b) =>
    b.kind === 'line' && b.line.text.length >= LONG ? [b.line.box] : [],
  );
  const starts = lines.map(([x0]) => x0).sort((a, b) => a - b);
  const ends = lines.map(([, , x1]) => x1).sort((a, b) => a - b);
  return {
    left: starts[Math.floor(starts.length * 0.1)] ?? 0,
    right: ends[Math.floor(ends.length * 0.75)] ?? 0,
  };
}

function readSection(
  { spec, heading, blocks }: Section,
  edges: Edges,
  reading: Reading,
  draft: Draft,
): void {
  const { format, place } = reading;
  const lines: Line[] = [];
  let unit: string | null = null;
  if (heading && !heading.usual) draft.warnings.push(...differs(heading, place));
  for (const block of blocks) {
    if (block.kind === 'table') {
      const above = [heading?.text, ...lines].map((line) => line?.text ?? '');
      readTable(block.table, { unit, above }, reading, draft);
      continue;
    }
    const named = captionUnit(format.budget, block.line.text);
    if (named !== null) unit = named;
    else lines.push(block.line);
  }
  if (spec?.kind === 'goals') {
    for (const { text, whole } of paragraphsOf(lines, edges)) {
      draft.goals.push({ text: text.text, at: place(whole) });
    }
  } else if (spec?.kind === 'narrative') {
    const { groups, leftovers } = readNarrative(format.initiatives, draft.stubs, lines, edges);
    draft.leftovers.push(...leftovers);
    for (const { number, title, paragraphs } of groups) {
      const items = toItems(paragraphs, spec.phase, place);
      const known = draft.groups.find((group) => group.number === number);
      if (known) known.items.push(...items);
      else if (number !== null || items.length > 0) draft.groups.push({ number, title, items });
    }
  } else {
    draft.leftovers.push(...lines);
    const unread = lines.filter((line) => !line.text.startsWith('【'));
    if (heading && unread.length > 0) {
      const message = `Below «${heading.text.text}» ${unread.length} lines were not understood.`;
      const at = firstPlace(place, heading.text);
      draft.warnings.push({ code: 'unread-section', message, at });
    }
  }
}

/** A heading that is not worded as usual, and what it was taken for. */
function differs({ spec, text }: Heading, place: Placer): Warning[] {
  if (!spec) return [];
  const message = `「${text.text}」 is read as the heading «${spec.says}».`;
  return [{ code: 'heading-differs', message, at: firstPlace(place, text) }];
}

/** Paragraphs as items; their words are read once the sheet is whole. */
function toItems(paragraphs: readonly Paragraph[], phase: Phase, place: Placer): UnreadItem[] {
  let last = 0;
  return paragraphs.map(({ marker, ordinal, text, whole }) => {
    last = ordinal ?? last + 1;
    return {
      item: { phase, ordinal: last, marker, text: text.text, at: place(whole) },
      text,
    };
  });
}

/** Items without a number first, then the initiatives as the target table lists them, then those it does not list. */
function initiativesOf({ groups, stubs }: Draft, read: (item: UnreadItem) => Item): Initiative[] {
  const listed = stubs.map(({ number, title }) => {
    const group = groups.find((g) => g.number === number);
    return { number, title: group?.title ?? title, items: group?.items ?? [] };
  });
  const unlisted = groups.filter((g) => stubs.every((stub) => stub.number !== g.number));
  const first = unlisted.filter((g) => g.number === null);
  const rest = unlisted.filter((g) => g.number !== null);
  return [...first, ...listed, ...rest].map(({ number, title, items }) => ({
    number,
    title,
    items: items.map(read),
  }));
}
