import { Claims } from '../layout/claims.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Box } from '../records/place.ts';
import type { Field, Rating, SheetRecord } from '../records/sheet.ts';
import { type Warning, withSeverity } from '../records/warning.ts';
import type { UnreadItem } from '../sheets/language.ts';
import { firstPlace, type Placer } from '../sheets/places.ts';
import { SCHEMA_VERSION } from '../version.ts';
import type { FormBlock } from './blocks.ts';
import { lineKind, proseOf } from './body.ts';
import {
  captionAbove,
  captionBelow,
  captionSaid,
  countedUnit,
  type PlacedCaption,
  type UnitCaption,
} from './captions.ts';
import type { FormContext } from './context.ts';
import { tellConflicts } from './doubts.ts';
import type { SheetDraft } from './draft.ts';
import { evaluatedYear, yearBesideLabel } from './evaluated.ts';
import type { FrontMatter } from './front-matter.ts';
import { yenIn } from './head.ts';
import { type FormHeader, generalHeader, headerOfForm } from './header.ts';
import { withJudgedColumns } from './judged-columns.ts';
import { labelLines } from './label-lines.ts';
import { leftoversOf } from './leftovers.ts';
import type { Chunk } from './lines.ts';
import { fieldOf, printed, publisherPairs, ratingOf } from './meaning.ts';
import { levelIn } from './naming.ts';
import type { FormOpening } from './opening.ts';
import { headingOf, type LineOver, type TablePlace } from './over.ts';
import { formPartsOf } from './parts.ts';
import { type FormRegion, formRegionsOf } from './regions.ts';
import type { Labelled } from './said.ts';
import { type StackedHeads, stackSaid } from './stacked.ts';
import { readFormTable } from './tables.ts';
import { tellUnplaced } from './unplaced.ts';
import { MONEY_FLOW } from './vocabulary/money.ts';

export type ReadForm = {
  readonly record: SheetRecord;
  readonly claims: Claims;
  readonly labelled: number;
  readonly said: readonly Labelled[];
  /** Items of the sheet whose words are not read yet. */
  readonly items: readonly UnreadItem[];
};

/**
 * One sheet; null where it names no fiscal year.
 * @param opening what a file says of its form, null where none describes it
 */
export function readForm(
  blocks: readonly FormBlock[],
  front: FrontMatter,
  place: Placer,
  opening: FormOpening | null,
): ReadForm | null {
  const regions = new Map(
    blocks.flatMap((block) =>
      block.kind === 'table' ? [[block, formRegionsOf(block.table)] as const] : [],
    ),
  );
  const evaluated =
    opening?.fiscalYear ??
    evaluatedYear(front.texts, [...regions.values()].flat(), yearBesideLabel(blocks));
  if (evaluated === null) return null;
  const warnings: Warning[] = [];
  const claims = new Claims();
  const context: FormContext = {
    evaluated,
    claims,
    warnings,
    at: (text) => firstPlace(place, text),
    places: place,
    warn: (code, message, at) => warnings.push(withSeverity({ code, message, at })),
  };
  if (front.title) claims.claim(front.title.name, ...front.title.years);
  if (front.publisher) claims.claim(front.publisher);
  const draft: SheetDraft = { said: [], indicators: [], budget: [], labelled: 0, aside: new Set() };
  readBlocks(blocks, regions, context, draft);
  tellConflicts(draft.indicators, draft.budget, context);
  const policy =
    /施策/.test(front.title?.name.text ?? '') && !/事務事業/.test(front.title?.name.text ?? '');
  const header = opening
    ? headerOfForm(opening, draft.said, claims)
    : generalHeader(draft.said, policy, front.department);
  const office = header.department === null ? front.department : null;
  if (office) claims.claim(office);
  const parts = opening && formPartsOf(opening.format, rest(draft.said, header), context);
  const named = publisherPairs(draft.said, front.publisher);
  const used = new Set([...header.used, ...named]);
  for (const said of used) claims.claim(said.label, said.text, ...said.path);
  const ratings: Rating[] = [];
  const fields: Field[] = [];
  const free = [...draft.said, ...(header.behind ? [header.behind] : [])].filter(
    (said) =>
      !used.has(said) &&
      !parts?.used.has(said) &&
      said.text.text.trim() !== '' &&
      !(said === header.behind && isPublisher(said, front)),
  );
  for (const said of withJudgedColumns(free)) {
    const rating = ratingOf(said, context);
    if (rating) ratings.push(rating);
    else fields.push(fieldOf(said, context));
  }
  tellUnplaced(blocks, front.title?.chunk.text, context, draft.aside);
  const pages = blocks.map((block) => block.page);
  const programName = front.title ? front.title.name.text : '';
  return {
    labelled: draft.labelled,
    said: draft.said,
    claims,
    items: parts?.items ?? [],
    record: {
      id: '',
      schemaVersion: SCHEMA_VERSION,
      format: opening?.format.format ?? 'general',
      publisher: 'unknown',
      publisherCode: null,
      publisherName: front.publisher ? printed(front.publisher) : null,
      fiscalYear: evaluated,
      program: null,
      programName,
      number: header.number,
      title: header.title ?? programName,
      subtitle: header.subtitle,
      department: header.department ?? office?.text ?? null,
      pages: { from: Math.min(...pages), to: Math.max(...pages) },
      goals: parts?.goals ?? [],
      progress: parts?.progress ?? null,
      indicators: draft.indicators.map((indicator, i) => ({ ...indicator, id: String(i + 1) })),
      initiatives: [],
      leftovers: leftoversOf(blocks, claims, place),
      budget: draft.budget,
      ratings,
      fields,
      warnings,
    },
  };
}

const isPublisher = ({ text }: Labelled, { publisher }: FrontMatter): boolean =>
  publisher !== null && printed(text) === printed(publisher);

const rest = (all: readonly Labelled[], { used }: FormHeader) =>
  all.filter((said) => !used.includes(said) && !said.listed);

function readBlocks(
  blocks: readonly FormBlock[],
  regions: ReadonlyMap<FormBlock, readonly FormRegion[]>,
  context: FormContext,
  draft: SheetDraft,
): void {
  let heading: PlacedText | null = null;
  const headings: LineOver[] = [];
  const captions: PlacedCaption[] = [];
  let caption: (UnitCaption & { readonly box: Box }) | null = null;
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? placeOf(block) : []));
  let stack: StackedHeads | null = null;
  let prose: PlacedText[] = [];
  let flow = false;
  let last: Chunk | null = null;
  let fresh = false;
  const apart = labelLines(blocks, ({ text }) => context.claims.touches(text));
  const close = () => {
    if (heading && prose.length > 0) draft.said.push(proseOf(heading, prose));
    prose = [];
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      close();
      fresh = false;
      const flowing: boolean =
        flow ||
        block.table.cells.some((cell) => MONEY_FLOW.test(cell.folded) && cell.folded.length < 20);
      if (flowing) draft.aside.add(block);
      else {
        const own = captionAbove(captions, placeOf(block));
        const above = {
          heading: headingOf(headings, placeOf(block), tables)?.text ?? null,
          caption: caption && own ? own : caption,
          stack,
          line: last,
          counted: countedUnit(own),
        };
        readFormTable(block.table, regions.get(block) ?? [], above, context, draft);
      }
      caption = captionBelow(block.table) ?? caption;
      last = null;
      continue;
    }
    last = block.chunks.find(({ folded }) => captionSaid(folded) === null) ?? last;
    for (const chunk of block.chunks) {
      if (context.claims.touches(chunk.text)) continue;
      const labelled = apart.get(chunk);
      if (labelled) {
        close();
        draft.said.push(...labelled);
        draft.labelled += labelled.length;
        continue;
      }
      const line = lineKind(chunk);
      stack = stackSaid(chunk.folded) ?? stack;
      if (MONEY_FLOW.test(chunk.folded)) flow = true;
      if (line.kind === 'said') draft.said.push(line.said);
      else if (line.kind === 'caption') {
        caption = { ...line.caption, box: chunk.box };
        captions.push({ ...chunk, ...line.caption });
        if (levelIn(chunk.folded)) {
          heading = chunk.text;
          headings.push(chunk);
        }
      } else if (line.kind === 'heading') {
        close();
        heading = chunk.text;
        headings.push(chunk);
        // A caption may stand at the right end of its table's heading, or in it: かけた費用（千円）.
        if (caption && !isBeside(caption.box, chunk.box)) caption = null;
        const unit = yenIn(chunk.folded);
        if (unit !== null) caption = { unit, others: [], box: chunk.box };
        stack = stackSaid(chunk.folded);
        flow &&= MONEY_FLOW.test(chunk.folded);
      } else if (line.kind === 'prose' && heading && !flow) prose.push(chunk.text);
      else if ((prose.length > 0 || (fresh && heading)) && !flow && !/^[※*]/.test(chunk.folded))
        prose.push(chunk.text);
      // 投入量（千円） directly above a table says its unit, whatever it is.
      const yen = yenIn(chunk.folded);
      if (line.kind === 'other' && yen !== null)
        caption = { unit: yen, others: [], box: chunk.box };
      fresh = line.kind === 'heading';
    }
    if (flow) draft.aside.add(block);
  }
  close();
}

const placeOf = ({ table, page }: Extract<FormBlock, { kind: 'table' }>): TablePlace => ({
  box: table.grid.box,
  page,
});

const isBeside = (a: Box, b: Box): boolean => Math.min(a[3], b[3]) > Math.max(a[1], b[1]);
