import { asLiteral, pattern } from '../../formats/template.ts';
import { comparable } from '../../japanese/characters.ts';
import type { PageLayout } from '../../layout/layout.ts';
import { publishersNamed } from '../../publishers/publishers.ts';
import { placer } from '../../sheets/places.ts';
import { withAppearance } from '../appearance.ts';
import { blocksOf, type FormBlock } from '../blocks.ts';
import { isKnownLabel } from '../cell.ts';
import { frontMatter, headChunks } from '../front-matter.ts';
import type { Chunk } from '../lines.ts';
import { headerPairs } from '../meaning.ts';
import { type Labelled, labelOf } from '../said.ts';
import { type ReadForm, readForm } from '../sheet.ts';
import { DEPARTMENT, NUMBER, TITLE } from '../vocabulary/labels.ts';
import { type TitleLine, titleLine } from './title-line.ts';

/** A header entry of a form's file: a label and what stands there. */
export type DraftEntry = { readonly label: string; readonly text: string };

/** What one sheet tells of its form; labels are folded. */
export type FormDraft = {
  readonly title: TitleLine;
  /** Code or slug; `unknown` where the sheet names nobody or several are called so. */
  readonly publisher: string;
  readonly publisherName: string | null;
  readonly header: readonly DraftEntry[];
  /** Labels with a text of their own. */
  readonly labels: readonly string[];
  readonly ratings: readonly { readonly name: string; readonly text: string }[];
  /** Labels that the vocabulary does not have, and words in cells that nobody claimed. */
  readonly unknown: readonly string[];
};

/**
 * What the first sheet of a document tells of its form, whether it was read as a sheet or not; null where it names no
 * fiscal year or has no line that could be its title.
 */
export function draftOf(layouts: readonly PageLayout[]): FormDraft | null {
  const place = placer(new Map(layouts.map(({ page }) => [page.number, page])));
  const [first] = layouts;
  if (!first) return null;
  const blocks = withAppearance(blocksOf(first));
  const front = frontMatter(blocks);
  const read = readForm(blocks, front, place, null);
  const chunk = front.title?.chunk ?? largest(headChunks(blocks));
  if (!read || !chunk) return null;
  const { record } = read;
  const header = headerEntries(read, comparable(record.programName));
  const taken = new Set(header.map(({ label }) => label));
  const labels = read.said.filter(({ listed }) => !listed).map(labelOf);
  const own = new Set(labels.filter((label) => !taken.has(asLiteral(label))));
  const { publisherName } = record;
  const [only, ...others] = publisherName ? publishersNamed(comparable(publisherName)) : [];
  return {
    title: titleLine(chunk, front.title, record.fiscalYear),
    publisher: only && others.length === 0 ? only.slug : 'unknown',
    publisherName,
    header,
    labels: [...own],
    ratings: (record.ratings ?? []).map(({ name, text }) => ({ name: comparable(name), text })),
    unknown: [
      ...new Set([
        ...unclaimedIn(blocks, read),
        ...repeatedNames(read),
        ...[...own].filter((one) => !isKnownLabel(one)),
      ]),
    ],
  };
}

const largest = (chunks: readonly Chunk[]): Chunk | undefined =>
  chunks
    .filter(({ folded }) => folded.length >= 4)
    .reduce<Chunk | undefined>((a, b) => (a && a.size >= b.size ? a : b), undefined);

function headerEntries({ said }: ReadForm, program: string): DraftEntry[] {
  const policy = /施策/.test(program) && !/事務事業/.test(program);
  const { number, title, departments } = headerPairs(said, policy);
  return [
    ...(number ? [entry(number, NUMBER, numberText(number))] : []),
    ...(title ? [entry(title, TITLE, '{title}')] : []),
    ...departments.map((department) => entry(department, DEPARTMENT, '{department}')),
  ];
}

/** A label that means nothing alone is said behind the one that it stands under. */
function entry(said: Labelled, known: RegExp, text: string): DraftEntry {
  const label = labelOf(said);
  const above = known.test(label) ? '' : comparable(said.path.at(-1)?.text ?? '');
  return { label: asLiteral(above + label), text };
}

/** Numbers of digits alone are read as such, others as all that stands there. */
const numberText = ({ text }: Labelled): string =>
  pattern('{number}').test(comparable(text.text)) ? '{number}' : '{number:{*}}';

/** An indicator's name that stands in several rows is the label of a kind that is not known. */
function repeatedNames({ record: { indicators } }: ReadForm): string[] {
  const names = indicators.map(({ name }) => comparable(name));
  return names.filter((name, i) => names.indexOf(name) < i);
}

function unclaimedIn(blocks: readonly FormBlock[], { claims }: ReadForm): string[] {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.table.cells : []));
  const words = cells
    .filter(({ look, text }) => (look === 'words' || look === 'head') && !claims.touches(text))
    .map(({ folded }) => folded);
  return [...new Set(words)];
}
