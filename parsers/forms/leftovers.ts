import type { SheetRecord } from '../records/sheet.ts';
import type { FormBlock } from './blocks.ts';
import type { FormCell } from './cell.ts';
import type { FormContext } from './context.ts';
import { isMark } from './scales.ts';

/** What found no place, cell by cell and line by line. */
export function leftoversOf(
  blocks: readonly FormBlock[],
  context: FormContext,
  aside: ReadonlySet<FormBlock>,
): SheetRecord['leftovers'] {
  const { claims, places } = context;
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'line') return block.chunks.map((chunk) => chunk.text);
    const cells = block.table.cells.filter((cell) => cell.look !== 'empty');
    if (!aside.has(block)) for (const cell of cells) tellUnplaced(cell, context);
    return cells.map((cell) => cell.text);
  });
  return texts
    .flatMap((text) => claims.rest(text))
    .map((text) => ({ text: text.text.trim(), at: places(text) }));
}

/** A figure or a mark that found no place is told where it stands, unless something is told there already. */
function tellUnplaced(cell: FormCell, { claims, warnings, at, warn }: FormContext): void {
  const { look, text } = cell;
  const isFigure = look === 'figure' && /\d/.test(text.text);
  if ((!isFigure && !isMark(cell)) || claims.touches(text)) return;
  const place = at(text);
  const told = warnings.some(
    ({ at: there }) => there?.page === place.page && there.box.join() === place.box.join(),
  );
  const what = isFigure ? 'figure' : 'mark';
  if (!told) warn('unread', `It is not clear what the ${what} 「${text.text}」 is of.`, place);
}
