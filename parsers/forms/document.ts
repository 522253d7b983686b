import { comparable } from '../japanese/characters.ts';
import type { PageLayout } from '../layout/layout.ts';
import type { OwnedSheet } from '../sheets/owned.ts';
import type { Placer } from '../sheets/places.ts';
import { withAppearance } from './appearance.ts';
import { blocksOf, type FormBlock } from './blocks.ts';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { identified } from './identity.ts';
import { isEvaluation } from './recognise.ts';
import { readForm } from './sheet.ts';
import type { Title } from './title.ts';

/**
 * The evaluation sheets among pages that no spec knows, each from its title to the next.
 * @param said their publisher, where the uploader says it
 */
export async function readForms(
  layouts: readonly PageLayout[],
  place: Placer,
  said: string | undefined,
): Promise<OwnedSheet[]> {
  const sheets: OwnedSheet[] = [];
  for (const blocks of cut(layouts.map(blocksOf)).map(withAppearance)) {
    const read = readForm(blocks, frontMatter(blocks), place);
    if (!read || !isEvaluation(read)) continue;
    sheets.push({ record: await identified(read.record, said), claims: read.claims });
  }
  return sheets;
}

/**
 * Whether a page begins a sheet: a title stands at its head.
 * @param before the page on which the sheet before begins
 */
export function beginsForm(layout: PageLayout, before: PageLayout | null): boolean {
  const front = frontMatter(blocksOf(layout));
  return begins(front, before && front.title ? frontMatter(blocksOf(before)).title : null);
}

/** A page without a title of its own, or with the title repeated as a continuation, goes on with the sheet before. */
function cut(pages: readonly (readonly FormBlock[])[]): FormBlock[][] {
  const sheets: FormBlock[][] = [];
  let title: Title | null = null;
  for (const page of pages) {
    const front = frontMatter(page);
    const last = sheets.at(-1);
    if (last && !begins(front, title)) {
      last.push(...page);
      continue;
    }
    sheets.push([...page]);
    title = front.title ?? title;
  }
  return sheets;
}

/** A heading within a sheet may read like a title; a title is as large as the first one, or the same. */
function begins({ title, texts }: FrontMatter, first: Title | null): boolean {
  if (!title || texts.some((text) => CONTINUED.test(comparable(text)))) return false;
  if (!first) return true;
  const same = comparable(title.name.text) === comparable(first.name.text);
  return same || title.chunk.size >= first.chunk.size - 0.5;
}

const CONTINUED = /裏面|続き|\((?:[2-9])\/[2-9]\)|その[2-9２-９]/;
