import type { Format, Program, SectionSpec } from '../formats/format.ts';
import type { Claims } from '../layout/claims.ts';
import type { Line } from '../layout/lines.ts';
import type { Table } from '../layout/table.ts';
import type { Identity } from '../publishers/identity.ts';
import type { Initiative, Item, Phase } from '../records/initiative.ts';
import type { Places } from '../records/place.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { SCHEMA_VERSION } from '../version.ts';
import type { Block } from './block.ts';
import { captionUnit } from './budget.ts';
import { targetColumnsOf } from './columns.ts';
import { edgesOf } from './edges.ts';
import { explain } from './explanations.ts';
import type { Header } from './header.ts';
import { numbersDocument } from './header-texts.ts';
import type { Heading } from './headings.ts';
import { illegible } from './illegible.ts';
import { readItemTable } from './item-table.ts';
import { type Edges, type Paragraph, paragraphsOf } from './items.ts';
import { type ItemLanguage, readItem, type UnreadItem } from './language.ts';
import { withNamesBeside } from './name-rows.ts';
import { type Group, NOBODY, type Owner, readNarrative } from './narrative.ts';
import type { Placer } from './places.ts';
import { Reading } from './reading.ts';
import { type Section, sectionsOf, yearEvaluated } from './sections.ts';
import { readTable, type SheetTables } from './tables.ts';
import { leaveUnowned } from './unread.ts';

/** Everything that one sheet's blocks say, gathered section by section. */
type Draft = SheetTables & {
  goals: { text: string; at: Places }[];
  groups: { number: string | null; title: string | null; items: UnreadItem[] }[];
};

/** What of the pages is one sheet's, and what is known of it. */
export type SheetParts = {
  readonly format: Format;
  readonly header: Header & { readonly program: Program };
  readonly identity: Identity;
  readonly headings: ReadonlyMap<Line, Heading>;
  readonly blocks: readonly Block[];
  readonly pages: { from: number; to: number };
  readonly stamps: readonly Line[];
};

/**
 * One sheet, from its header and the blocks that follow it.
 * @returns null when neither the header nor a heading says which year is evaluated
 */
export function readSheet(
  { format, header, identity, headings, blocks, pages, stamps }: SheetParts,
  place: Placer,
  claims: Claims,
  language: ItemLanguage,
): SheetRecord | null {
  const sections = sectionsOf(headings, blocks);
  const evaluated = header.fiscalYear === null ? yearEvaluated(sections) : null;
  const fiscalYear = header.fiscalYear ?? evaluated?.year ?? null;
  if (fiscalYear === null) return null;
  const edges = edgesOf(blocks);
  const reading = new Reading(format, fiscalYear, place, claims);
  const draft: Draft = {
    goals: [],
    progress: null,
    indicators: [],
    explanations: [],
    stubs: [],
    budget: [],
    groups: [],
  };
  reading.own(header.lines);
  reading.leave(header.rest);
  for (const stamp of stamps) {
    reading.leave([stamp]);
    // Over the header stands the number of the document.
    if (isAbove(stamp, header.lines.at(-1)) && numbersDocument(stamp.text)) continue;
    reading.warn('stamp', `${BOXED}: 「${stamp.text}」.`, stamp);
  }
  for (const line of header.stamps) {
    reading.warn('stamp', `${line.boxed ? BOXED : STAMPED}: 「${line.text}」.`, line);
  }
  const inferred = evaluated?.by ? [{ text: evaluated.by, what: 'the evaluated year' }] : [];
  for (const { text, what } of [...header.inferred, ...inferred]) {
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
    leftovers: reading.leftovers.map((text) => ({ text: text.text, at: place(text) })),
    budget: draft.budget,
    warnings: [...reading.warnings, ...illegible(blocks, place)],
  };
}

const BOXED = 'In a box of its own, and no part of the text';
const STAMPED = 'Put beside the header, and no part of it';

const pageOf = ({ sources }: Line) => sources.find((glyph) => glyph !== null)?.page;

const isAbove = (line: Line, other: Line | undefined): boolean =>
  other !== undefined && pageOf(line) === pageOf(other) && line.box[1] < other.box[1];

function readSection(section: Section, edges: Edges, reading: Reading, draft: Draft): void {
  const { spec, heading, blocks } = section;
  const { format } = reading;
  let lines: Line[] = [];
  let owner = NOBODY;
  const readLines = () => {
    if (spec?.kind === 'goals') readGoals(paragraphsOf(lines, edges), reading, draft);
    if (spec?.kind === 'narrative')
      owner = readItems(lines, { phase: spec.phase, edges, owner }, reading, draft);
    if (spec?.kind === 'narrative') lines = [];
  };
  let unit: string | null = null;
  let own: string | null = null;
  if (heading?.spec) readHeading(heading, heading.spec, reading);
  for (const block of blocks) {
    if (block.kind === 'table') {
      if (spec?.kind === 'narrative') {
        readLines();
        owner =
          readItemsOf(block.table, { phase: spec.phase, edges, owner }, reading, draft) ?? owner;
      }
      const above = [heading?.text, ...lines].map((line) => line?.text ?? '');
      readTable(block.table, { unit, own, above }, reading, draft);
      own = null;
      continue;
    }
    const named = captionUnit(format.budget, block.line.text);
    if (named !== null) {
      unit = own = named;
      reading.own([block.line]);
    } else lines.push(block.line);
  }
  readLines();
  leaveUnowned(section, reading);
}

/** A heading that is not worded as usual is a finding: what it was taken for. */
function readHeading({ usual, text }: Heading, { says }: SectionSpec, reading: Reading): void {
  reading.own([text]);
  if (usual) return;
  reading.warn('heading-differs', `「${text.text}」 is read as the heading «${says}».`, text);
}

function readGoals(paragraphs: readonly Paragraph[], reading: Reading, { goals }: Draft): void {
  for (const { text, whole } of paragraphs) {
    goals.push({ text: text.text, at: reading.place(whole) });
    reading.own([whole]);
  }
}

/** Where items stand: in which part of a narrative, and whose those are that name no initiative. */
type Part = { readonly phase: Phase; readonly edges: Edges; readonly owner: Owner };

/** @returns whose items go on below */
function readItems(
  lines: readonly Line[],
  { phase, edges, owner }: Part,
  reading: Reading,
  draft: Draft,
): Owner {
  const names = { spec: reading.format.initiatives, stubs: draft.stubs };
  const { groups, headings } = readNarrative(names, lines, edges, owner);
  reading.own(headings);
  for (const group of groups) addItems(group, phase, reading, draft);
  return groups.at(-1) ?? owner;
}

/** Items in a table's rows, where it is a list. @returns whose items go on below; null where it is none */
function readItemsOf(
  table: Table,
  { phase, edges, owner }: Part,
  reading: Reading,
  draft: Draft,
): Owner | null {
  const named = withNamesBeside(table, reading);
  if (targetColumnsOf(named.table, reading, named.stubs)) return null;
  const names = { spec: reading.format.initiatives, stubs: draft.stubs };
  const read = readItemTable(table, names, edges, owner);
  if (!read) return null;
  reading.claim(read.labels);
  for (const group of read.groups) addItems(group, phase, reading, draft);
  return read.groups.at(-1) ?? owner;
}

function addItems(
  { number, title, paragraphs }: Group,
  phase: Phase,
  reading: Reading,
  draft: Draft,
): void {
  reading.own(paragraphs.map(({ whole }) => whole));
  const known = draft.groups.find((group) => group.number === number);
  const before = known?.items.findLast(({ item }) => item.phase === phase)?.item.ordinal ?? 0;
  const items = toItems(paragraphs, phase, before, reading.place);
  if (known) known.items.push(...items);
  else if (number !== null || items.length > 0) draft.groups.push({ number, title, items });
}

/** Paragraphs as items; their words are read once the sheet is whole. */
function toItems(
  paragraphs: readonly Paragraph[],
  phase: Phase,
  before: number,
  place: Placer,
): UnreadItem[] {
  let last = before;
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
