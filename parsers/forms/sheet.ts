import { comparable } from '../japanese/characters.ts';
import { Claims } from '../layout/claims.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Field, Rating, SheetRecord } from '../records/sheet.ts';
import { type Warning, withSeverity } from '../records/warning.ts';
import type { UnreadItem } from '../sheets/language.ts';
import { firstPlace, type Placer } from '../sheets/places.ts';
import { SCHEMA_VERSION } from '../version.ts';
import { captionIn, standingAlone } from './alone.ts';
import type { FormBlock } from './blocks.ts';
import { lineKind, proseOf } from './body.ts';
import type { Context } from './context.ts';
import { tellConflicts } from './doubts.ts';
import type { Draft } from './draft.ts';
import { evaluatedYear } from './evaluated.ts';
import type { FormTable } from './form-table.ts';
import type { FrontMatter } from './front-matter.ts';
import { type FormHeader, generalHeader, headerOfForm } from './header.ts';
import { indicatorOf } from './indicators.ts';
import { leftoversOf } from './leftovers.ts';
import { spaced } from './lines.ts';
import { readListing } from './listed.ts';
import { fieldOf, printed, publisherPairs, ratingOf, type Said } from './meaning.ts';
import { budgetLines } from './money.ts';
import { endInUnits } from './naming.ts';
import type { FormOpening } from './opening.ts';
import { nameAlone, readPaired } from './paired.ts';
import { readPairs } from './pairs.ts';
import { partsOf } from './parts.ts';
import { plannedIn, saysNoFigures } from './planned.ts';
import { type Region, regionsOf } from './regions.ts';
import { type Note, type Series, seriesOf } from './series.ts';
import { turned } from './transposed.ts';
import { partedByHeads } from './under-heads.ts';
import { MONEY_FLOW } from './vocabulary/money.ts';

export type ReadForm = {
  readonly record: SheetRecord;
  readonly claims: Claims;
  readonly labelled: number;
  readonly said: readonly Said[];
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
      block.kind === 'table' ? [[block, regionsOf(block.table)] as const] : [],
    ),
  );
  const evaluated = opening?.fiscalYear ?? evaluatedYear(front.texts, [...regions.values()].flat());
  if (evaluated === null) return null;
  const warnings: Warning[] = [];
  const claims = new Claims();
  const context: Context = {
    evaluated,
    claims,
    warnings,
    at: (text) => firstPlace(place, text),
    places: place,
    warn: (code, message, at) => warnings.push(withSeverity({ code, message, at })),
  };
  if (front.title) claims.claim(front.title.name, ...front.title.years);
  if (front.publisher) claims.claim(front.publisher);
  const draft: Draft = { said: [], indicators: [], budget: [], labelled: 0, aside: new Set() };
  readBlocks(blocks, regions, context, draft);
  tellConflicts(draft.indicators, draft.budget, context);
  const policy =
    /施策/.test(front.title?.name.text ?? '') && !/事務事業/.test(front.title?.name.text ?? '');
  const header = opening
    ? headerOfForm(opening, draft.said, claims)
    : generalHeader(draft.said, policy);
  const parts = opening && partsOf(opening.format, rest(draft.said, header), context);
  const named = publisherPairs(draft.said, front.publisher);
  const used = new Set([...header.used, ...named]);
  for (const said of used) claims.claim(said.label, said.text, ...said.path);
  const ratings: Rating[] = [];
  const fields: Field[] = [];
  for (const said of draft.said) {
    if (used.has(said) || parts?.used.has(said) || said.text.text.trim() === '') continue;
    const rating = ratingOf(said, context);
    if (rating) ratings.push(rating);
    else fields.push(fieldOf(said, context));
  }
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
      department: header.department,
      pages: { from: Math.min(...pages), to: Math.max(...pages) },
      goals: parts?.goals ?? [],
      progress: parts?.progress ?? null,
      indicators: draft.indicators.map((indicator, i) => ({ ...indicator, id: String(i + 1) })),
      initiatives: [],
      leftovers: leftoversOf(blocks, context, draft.aside),
      budget: draft.budget,
      ratings,
      fields,
      warnings,
    },
  };
}

const rest = (all: readonly Said[], { used }: FormHeader) =>
  all.filter((said) => !used.includes(said) && !said.listed);

function readBlocks(
  blocks: readonly FormBlock[],
  regions: ReadonlyMap<FormBlock, readonly Region[]>,
  context: Context,
  draft: Draft,
): void {
  let heading: PlacedText | null = null;
  let caption: string | null = null;
  let prose: PlacedText[] = [];
  let flow = false;
  let fresh = false;
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
      else readTable(block.table, regions.get(block) ?? [], { heading, caption }, context, draft);
      continue;
    }
    for (const chunk of block.chunks) {
      if (context.claims.touches(chunk.text)) continue;
      const line = lineKind(chunk);
      if (MONEY_FLOW.test(chunk.folded)) flow = true;
      if (line.kind === 'said') draft.said.push(line.said);
      else if (line.kind === 'caption') caption = line.unit;
      else if (line.kind === 'heading') {
        close();
        heading = chunk.text;
        caption = null;
        flow &&= MONEY_FLOW.test(chunk.folded);
      } else if (line.kind === 'prose' && heading && !flow) prose.push(chunk.text);
      else if ((prose.length > 0 || (fresh && heading)) && !flow && !/^[※*]/.test(chunk.folded))
        prose.push(chunk.text);
      fresh = line.kind === 'heading';
    }
  }
  close();
}

function readTable(
  table: FormTable,
  regions: readonly Region[],
  above: { readonly heading: PlacedText | null; readonly caption: string | null },
  context: Context,
  draft: Draft,
): void {
  const { evaluated } = context;
  const { heading } = above;
  const caption = captionIn(table.cells) ?? above.caption;
  const money: Series[] = [];
  const about = comparable(heading?.text ?? '');
  const addSeries = (series: readonly Series[]) => {
    const units = endInUnits(series.flatMap(({ labels }) => labels.name?.folded ?? []));
    for (const one of series) {
      const name = one.labels.name;
      if (one.money) money.push(one);
      else if (name && saysNoFigures(one)) draft.said.push(...plannedIn(one, name));
      else {
        const indicator = indicatorOf(one, about, units, context);
        if (indicator && indicator.values.length > 0) draft.indicators.push(indicator);
      }
      for (const { label, cell, under } of [...one.notes, ...one.ratings] as readonly Note[]) {
        const over = under ?? name;
        if (cell.look === 'empty' || label.folded === '単位' || !over) continue;
        draft.said.push({
          label: label.text,
          path: [over.text],
          text: spaced(cell.lines),
          listed: true,
        });
      }
      for (const year of [one.targetYear, one.baseYear]) if (year) context.claims.claim(year.text);
    }
  };
  let named: Series | null = null;
  for (const region of regions) {
    if (region.kind === 'figures') {
      const all = partedByHeads(
        turned(seriesOf(region, evaluated, about, named?.labels ?? null), evaluated),
      );
      if (named && !all.some(({ labels }) => labels.name === named?.labels.name)) {
        draft.said.push(nameAlone(named));
      }
      named = null;
      addSeries(all);
      context.claims.claim(
        ...region.head.columns.flatMap((c) =>
          c.heads.filter((h) => h.look === 'head').map((h) => h.text),
        ),
      );
      context.claims.claim(...region.head.stubs.map((s) => s.text));
    } else if (region.kind === 'listing') {
      const { said, series } = readListing(region.listing, evaluated);
      addSeries(series);
      draft.said.push(...said);
      draft.labelled += said.length;
      context.claims.claim(...region.listing.heads.map((head) => head.text));
    } else {
      const { pairs, alone } = readPairs(table, region.from, region.to);
      if (named) draft.said.push(nameAlone(named));
      const { said, series, named: last } = readPaired(pairs, caption, evaluated);
      named = last;
      addSeries(series);
      draft.said.push(...said);
      draft.labelled += said.length;
      draft.said.push(...standingAlone(alone, heading));
    }
  }
  if (named) draft.said.push(nameAlone(named));
  draft.budget.push(...budgetLines(money, caption, context));
}
