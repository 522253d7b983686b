import type { FormFormat } from '../formats/form-format.ts';
import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { Item } from '../records/initiative.ts';
import { type DocumentWarning, withSeverity } from '../records/warning.ts';
import type { Known } from '../sheets/known.ts';
import { readItem } from '../sheets/language.ts';
import type { OwnedSheet } from '../sheets/owned.ts';
import type { Placer } from '../sheets/places.ts';
import { withAppearance } from './appearance.ts';
import { asPrinted, blocksOf, type FormBlock } from './blocks.ts';
import { continued } from './continued.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { identified } from './identity.ts';
import { type FormOpening, openingOf } from './opening.ts';
import { isEvaluation } from './recognise.ts';
import { type ReadForm, readForm } from './sheet.ts';
import type { Title } from './title.ts';

/**
 * The evaluation sheets among pages that no format of sections knows, each from its title to the next: of a form that a
 * file describes, else of any.
 * @param said their publisher, where the uploader says it
 */
export async function readForms(
  layouts: readonly PageLayout[],
  place: Placer,
  { forms, language }: Pick<Known, 'forms' | 'language'>,
  said: string | undefined,
): Promise<{ sheets: OwnedSheet[]; warnings: DocumentWarning[] }> {
  const sheets: OwnedSheet[] = [];
  const warnings: DocumentWarning[] = [];
  for (const pages of cut(layouts, forms)) {
    const [read, opening] = readPages(pages, place, forms);
    if (!read) continue;
    if (opening && opening.rivals > 0) {
      const { page } = opening.front.title?.chunk ?? { page: 1 };
      const message = `More than one form matches «${opening.front.title?.chunk.text.text}»; it is read as ${opening.format.format}.`;
      warnings.push(withSeverity({ code: 'ambiguous-format', message, page }));
    }
    const record = await identified(read.record, said, opening?.format ?? null);
    const items = await itemsOf(read, language, place);
    const initiatives = items.length > 0 ? [{ number: null, title: null, items }] : [];
    sheets.push({ record: { ...record, initiatives }, claims: read.claims });
  }
  return { sheets, warnings };
}

type FormPage = { readonly layout: PageLayout; readonly blocks: readonly FormBlock[] };

/** Pages as the form that opens on them says, else as any form. */
function readPages(
  pages: readonly FormPage[],
  place: Placer,
  forms: readonly FormFormat[],
): [ReadForm | null, FormOpening | null] {
  const printed = continued(
    pages.map((page) => page.blocks),
    asPrinted,
  );
  const opening = openingOf(printed, forms);
  if (opening) {
    const { reword } = opening.format;
    const reworded = continued(
      pages.map(({ layout }) => blocksOf(layout, reword)),
      reword,
    );
    const read = readForm(withAppearance(reworded), opening.front, place, opening);
    if (read && holdsParts(read)) return [read, opening];
  }
  const blocks = withAppearance(printed);
  const read = readForm(blocks, frontMatter(blocks), place, null);
  return [read && isEvaluation(read) ? read : null, null];
}

/** A title line alone makes no sheet. */
const holdsParts = ({ labelled, record: { indicators, budget } }: ReadForm): boolean =>
  labelled + indicators.length + budget.length > 0;

async function itemsOf(
  { items, record }: ReadForm,
  language: Known['language'],
  place: Placer,
): Promise<Item[]> {
  if (items.length === 0) return [];
  const words = await language();
  return items.map((item) => readItem(item, record.fiscalYear, words, place));
}

/**
 * Whether a page begins a sheet: a title stands at its head.
 * @param before the page on which the sheet before begins
 */
export function beginsForm(
  layout: PageLayout,
  before: PageLayout | null,
  forms: readonly FormFormat[],
): boolean {
  const front = frontOf(blocksOf(layout), forms);
  return begins(front, before && front.title ? frontOf(blocksOf(before), forms).title : null);
}

/** The head of a sheet, as the form says that opens there. */
const frontOf = (blocks: readonly FormBlock[], forms: readonly FormFormat[]): FrontMatter =>
  openingOf(blocks, forms)?.front ?? frontMatter(blocks);

/** A page without a title of its own, or with the title repeated as a continuation, goes on with the sheet before. */
function cut(layouts: readonly PageLayout[], forms: readonly FormFormat[]): FormPage[][] {
  const sheets: FormPage[][] = [];
  let title: Title | null = null;
  for (const layout of layouts) {
    const blocks = blocksOf(layout);
    const page = { layout, blocks };
    const front = frontOf(blocks, forms);
    const last = sheets.at(-1);
    if (last && !begins(front, title)) {
      last.push(page);
      continue;
    }
    sheets.push([page]);
    title = front.title ?? title;
  }
  return sheets;
}

/** A heading within a sheet may read like a title; a title is as large as the first one, or the same. */
function begins({ title, goesOn }: FrontMatter, first: Title | null): boolean {
  if (!title || goesOn) return false;
  if (!first) return true;
  const same = comparable(title.name.text) === comparable(first.name.text);
  return same || title.chunk.size >= first.chunk.size - 0.5;
}
