import { comparable } from '../japanese/characters.ts';
import type { PlacedText } from '../layout/text.ts';
import { standingAlone } from './alone.ts';
import { captionOver, type UnitCaption } from './captions.ts';
import type { FormCell } from './cell.ts';
import type { FormContext } from './context.ts';
import type { SheetDraft } from './draft.ts';
import type { FormTable } from './form-table.ts';
import { yenIn } from './head.ts';
import { indicatorOf } from './indicators.ts';
import { type Chunk, spaced } from './lines.ts';
import { readListing } from './listed.ts';
import { budgetLines } from './money.ts';
import { withoutMoneyColumns } from './money-column.ts';
import { nameOverTable, namesNothing } from './name-over-table.ts';
import { endInUnits } from './naming.ts';
import { nameAlone, readPaired, withUnitAlone } from './paired.ts';
import { readPairs } from './pairs.ts';
import { plannedIn, rowName, saysNoFigures } from './planned.ts';
import { withRatesApart } from './rates-apart.ts';
import type { FormRegion } from './regions.ts';
import type { Labelled } from './said.ts';
import { type FigureSeries, figureSeriesOf, type Note } from './series.ts';
import type { StackedHeads } from './stacked.ts';
import { transposedSeries } from './transposed.ts';
import { partedByHeads } from './under-heads.ts';
import { BASE_YEAR_HEAD, UNIT_HEAD, YEAR_HEAD, YEAR_OF_FIGURE } from './vocabulary/labels.ts';

/** What the lines above a table say of it. */
export type Above = {
  readonly heading: PlacedText | null;
  readonly caption: UnitCaption | null;
  readonly stack: StackedHeads | null;
  /** The line right above it. */
  readonly line: Chunk | null;
  /** The unit of all indicators of the table. */
  readonly counted: string | null;
};

export function readFormTable(
  table: FormTable,
  regions: readonly FormRegion[],
  above: Above,
  context: FormContext,
  draft: SheetDraft,
): void {
  const { evaluated } = context;
  const { heading } = above;
  let { caption } = above;
  const money: FigureSeries[] = [];
  let about = comparable(heading?.text ?? '');
  const addSeries = (series: readonly FigureSeries[]) => {
    const unit = yenIn(about);
    const shared = besideSeveral(series);
    const units = endInUnits(series.flatMap(({ labels }) => labels.name?.folded ?? []));
    for (const one of series) {
      const name = rowName(one);
      if (one.money) money.push(captioned(one, unit, caption));
      else if (name && saysNoFigures(one)) draft.said.push(...plannedIn(one, name));
      else {
        const indicator = indicatorOf(one, about, units, above.counted, context);
        if (indicator && indicator.values.length > 0) draft.indicators.push(indicator);
      }
      for (const { label, cell, under, within } of beside(one)) {
        const over = under ?? one.labels.name;
        if (cell.look === 'empty' || label.folded === '単位' || !over) continue;
        const { part } = one.labels;
        const along = shared.get(cell);
        if (along && along !== one) continue;
        const of = along ? [] : [over, part, within];
        draft.said.push({
          label: label.text,
          path: of.flatMap((at) => (at ? [at.text] : [])),
          text: spaced(cell.lines),
          listed: true,
        });
      }
      for (const year of [one.targetYear, one.baseYear]) if (year) context.claims.claim(year.text);
    }
  };
  let named: FigureSeries | null = null;
  let over = nameOverTable(above.line);
  const readRegions = (part: FormTable, all: readonly FormRegion[]): void => {
    for (const region of all) {
      if (region.kind === 'panels') {
        for (const panel of region.panels) readRegions(panel.table, panel.regions);
      } else if (region.kind === 'marked') {
        draft.said.push(...region.marked.said);
        draft.labelled += region.marked.said.length;
        context.claims.claim(...region.marked.choices.map(({ text }) => text));
      } else if (region.kind === 'figures') {
        caption = captionOver(part, region.head.to) ?? caption;
        about = bandOver(part, region.head.from) ?? about;
        const before = named?.labels ?? (namesNothing(region.head) ? over : null);
        const found = partedByHeads(
          transposedSeries(
            figureSeriesOf(region, evaluated, about, before, above.stack),
            evaluated,
          ),
        );
        const name = found.some(({ labels }) => labels.name === over?.name) && over?.name;
        if (name) withoutLine(draft.said, name);
        over = null;
        if (named && !found.some(({ labels }) => labels.name === named?.labels.name)) {
          draft.said.push(nameAlone(named));
        }
        named = null;
        addSeries(withRatesApart(withoutMoneyColumns(found)));
        context.claims.claim(
          ...region.head.columns.flatMap((c) =>
            c.heads.filter((h) => h.look === 'head' || SAYS_OF.test(h.folded)).map((h) => h.text),
          ),
        );
        context.claims.claim(...region.head.stubs.map((s) => s.text));
        context.claims.claim(...labelsOfEmpty(region).map(({ text }) => text));
      } else if (region.kind === 'listing') {
        const { said, series } = readListing(region.listing, evaluated);
        addSeries(series);
        draft.said.push(...said);
        draft.labelled += said.length;
        const { heads, groups } = region.listing;
        context.claims.claim(...[...heads, ...groups].map((head) => head.text));
      } else {
        const { pairs, alone } = readPairs(part, region.from, region.to);
        caption = captionOver(part, region.to) ?? caption;
        about = bandOver(part, region.to - 1) ?? about;
        if (named) draft.said.push(nameAlone(named));
        const { said, series, named: last } = readPaired(pairs, caption?.unit ?? null, evaluated);
        const beside = withUnitAlone(last, alone);
        named = beside.named;
        addSeries(series);
        draft.said.push(...said);
        draft.labelled += said.length;
        draft.said.push(...standingAlone(beside.alone, heading));
      }
    }
  };
  readRegions(table, regions);
  context.claims.claim(...table.cells.flatMap(({ others }) => others ?? []));
  if (named) draft.said.push(nameAlone(named));
  draft.budget.push(...budgetLines(money, comparable(heading?.text ?? ''), context));
}

/** Takes out what was read from a line as a label and its text, where all of it names an indicator: 成果指標：相談件数. */
function withoutLine(all: Labelled[], { text }: FormCell): void {
  const own = new Set(text.sources);
  const at = all.findIndex(({ label }) => label.sources.some((glyph) => glyph && own.has(glyph)));
  if (at >= 0) all.splice(at, 1);
}

/** What stands before figures that nobody filled in. */
const labelsOfEmpty = ({ rows }: Extract<FormRegion, { kind: 'figures' }>): FormCell[] =>
  rows.flatMap((row) =>
    row.band === null &&
    row.cells.length > 0 &&
    row.cells.every(({ cell }) => cell.look === 'empty')
      ? row.stubs.filter(({ look }) => look !== 'prose')
      : [],
  );

/** What is said of a row beside its figures. */
const beside = ({
  notes,
  ratings,
}: FigureSeries): readonly (Note & { readonly within?: FormCell })[] => [...notes, ...ratings];

/** Cells along the rows of several names, with the first of these: what was done, beside all the indicators. */
function besideSeveral(series: readonly FigureSeries[]): Map<FormCell, FigureSeries> {
  const first = new Map<FormCell, FigureSeries>();
  const shared = new Map<FormCell, FigureSeries>();
  for (const one of series) {
    for (const { cell } of beside(one)) {
      const before = first.get(cell);
      if (!before) first.set(cell, one);
      else if (before.labels.name !== one.labels.name) shared.set(cell, before);
    }
  }
  return shared;
}

/** Heads of columns that say something of a row's other figures. */
const SAYS_OF = new RegExp(
  [YEAR_HEAD, YEAR_OF_FIGURE, BASE_YEAR_HEAD, UNIT_HEAD].map(({ source }) => source).join('|'),
);

/** A line of money with the unit that stands over it: in its heads, its heading, or its caption. */
function captioned(
  one: FigureSeries,
  heading: string | null,
  said: UnitCaption | null,
): FigureSeries {
  const caption = one.caption ?? heading ?? said?.unit;
  return { ...one, ...(caption ? { caption } : {}), others: said?.others ?? [] };
}

/** A cell across the table says what follows is about. */
function bandOver(table: FormTable, row: number): string | null {
  const [band] = table.starting(row);
  return band?.colSpan === table.cols && band.look === 'words' ? band.folded : null;
}
