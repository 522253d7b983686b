import type { Format } from '../formats/format.ts';
import type { Line } from '../layout/lines.ts';
import type { Block } from './block.ts';
import type { Heading } from './headings.ts';
import { startsParagraph } from './items.ts';

/** Text of another document differs in size from the narrative's by more than this share … */
const SIZE = 0.15;
/** … or stands away from the lines of the narrative by more than this many characters. */
const INDENT = 0.6;

const SENTENCE_END = /[。．）)」】]$/;

/**
 * Where a sheet ends when other pages follow it: at a page break in its last section, where the new page neither
 * goes on with the open item (same size, same indent, or in mid-sentence) nor begins another one. Behind the heading itself the
 * section goes on.
 * @returns how many of the blocks belong to the sheet
 */
export function lengthOf(
  format: Format,
  headings: ReadonlyMap<Line, Heading>,
  blocks: readonly Block[],
): number {
  const last = format.sections.at(-1);
  let [inNarrative, inLast] = [false, false];
  let before: Line | null = null;
  let page = blocks[0]?.page ?? 0;
  const indents = new Set<number>();
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'table') {
      if (inLast && block.page !== page) return i;
      continue;
    }
    const { line } = block;
    const heading = headings.get(line)?.spec;
    if (heading) {
      inNarrative = heading.kind === 'narrative';
      inLast = heading === last;
    } else if (inLast && before && block.page !== page && !headings.has(before)) {
      if (foreign(line, before, indents)) return i;
    }
    if (inNarrative && !heading) indents.add(Math.round(line.box[0]));
    before = line;
    page = block.page;
  }
  return blocks.length;
}

function foreign(line: Line, before: Line, indents: ReadonlySet<number>): boolean {
  if (Math.abs(line.size - before.size) > SIZE * before.size) return true;
  if (startsParagraph(line)) return false;
  if (!SENTENCE_END.test(before.text)) return false;
  return ![...indents].some((x) => Math.abs(x - line.box[0]) <= INDENT * line.size);
}
