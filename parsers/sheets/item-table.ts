import { type Cell, cellText, holdsText, type Table } from '../layout/table.ts';
import { join } from '../layout/text.ts';
import { type InitiativeNames, initiativeNamed } from './initiative-headings.ts';
import { type Edges, type Paragraph, paragraphsOf } from './items.ts';
import { markerOf } from './markers.ts';
import type { Group, Owner } from './narrative.ts';

/** What a table of items says, and the cells that name its columns, its rows or their initiatives. */
export type ItemTable = { readonly groups: readonly Group[]; readonly labels: readonly Cell[] };

/** Names of columns have no more characters, items have no fewer. */
const MAX_LABEL = 8;
const MIN_ITEM = 12;

/**
 * A table whose rows are items: one long text in each, behind its mark or its initiative's name; null for any other.
 * @param owner whose items the rows are that name no initiative
 */
export function readItemTable(
  table: Table,
  names: InitiativeNames,
  { lists }: Pick<Edges, 'lists'>,
  owner: Owner,
): ItemTable | null {
  const rows = rowsOf(table);
  const [first, ...below] = rows;
  const isHead = first?.every((cell) => textOf(cell).length <= MAX_LABEL && !isMark(cell));
  const body = isHead && below.length > 0 ? below : rows;
  const labels = isHead && below.length > 0 ? [...(first ?? [])] : [];
  const groups: Group[] = [];
  let open = owner;
  for (const row of body) {
    const named = row[0] ? initiativeNamed(names, cellText(row[0])) : null;
    if (named && row[0]) {
      open = named;
      labels.push(row[0]);
    }
    const mark = row.find((cell) => isMark(cell));
    const texts = row.filter(
      (cell) => cell !== mark && !(named && cell === row[0]) && textOf(cell).length >= MIN_ITEM,
    );
    const [text] = texts;
    if (!text || texts.length > 1) return null;
    groups.push({ ...open, paragraphs: paragraphsIn(text, mark, lists) });
  }
  return groups.length === 0 ? null : { groups, labels };
}

function rowsOf(table: Table): Cell[][] {
  const filled = table.cells.filter(holdsText).sort((a, b) => a.row - b.row || a.col - b.col);
  const rows = Map.groupBy(filled, ({ row }) => row);
  return [...rows.values()];
}

const textOf = (cell: Cell): string => cellText(cell).text.trim();

/** Whether a cell holds the mark of its row and nothing else: ①, (1), 1. */
function isMark(cell: Cell): boolean {
  const text = textOf(cell);
  return (
    text.length <= 4 &&
    (markerOf({ text, gaps: [] })?.length === text.length || /^(?!0+$)\d{1,2}$/.test(text))
  );
}

function paragraphsIn(
  cell: Cell,
  mark: Cell | undefined,
  lists: ReadonlySet<string>,
): readonly Paragraph[] {
  const lefts = cell.lines.map(({ box }) => box[0]);
  const rights = cell.lines.map(({ box }) => box[2]);
  const edges = { left: Math.min(...lefts), right: Math.max(...rights), lists };
  const paragraphs = paragraphsOf(cell.lines, edges);
  const [only, ...more] = paragraphs;
  if (!mark || !only || more.length > 0 || only.marker !== null) return paragraphs;
  const text = cellText(mark);
  const marker = markerOf({ text: text.text, gaps: [] });
  return [
    {
      ...only,
      marker: marker?.marker ?? text.text,
      ordinal: marker?.ordinal ?? Number(text.text.normalize('NFKC')),
      whole: join([text, only.whole]),
    },
  ];
}
