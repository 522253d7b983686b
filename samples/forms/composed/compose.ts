import type { Random } from '../../generator/random.ts';
import { type DrawStyle, heightOf } from '../draw.ts';
import type { Block, Cell, Form, Grid, Page } from '../form.ts';
import { identity, titleLines } from './identity.ts';
import { judgements } from './judgements.ts';
import { measures } from './measures.ts';
import { money } from './money.ts';
import { newSheet } from './sheet.ts';
import { purpose, reflection } from './texts.ts';

/** An evaluation sheet put together at random: arrangement, wording and style are drawn from a seed. */
export function composed(random: Random, style: DrawStyle): Form {
  const sheet = newSheet(random);
  const head = [...titleLines(sheet), ...identity(sheet)];
  const parts = [purpose, measures, money, judgements, reflection];
  const order = random.pick([
    [0, 1, 2, 3, 4],
    [0, 2, 1, 4, 3],
    [0, 1, 2, 4, 3],
    [2, 0, 1, 3, 4],
    [0, 4, 2, 1, 3],
  ]);
  const body = order.flatMap((at) => (parts[at] as (typeof parts)[number])(sheet));
  const landscape = random.chance(0.15);
  const dressed = dress([...head, ...body], random);
  const pages = paged(dressed, landscape, style);
  return { kind: 'composed', pages, truth: sheet.truth.record(pages.length) };
}

/** How labels and short values are set, the same throughout a sheet. */
function dress(blocks: readonly Block[], random: Random): Block[] {
  const labels = random.pick(['center', 'center', 'center', 'left'] as const);
  const figures = random.pick(['right', 'right', 'center'] as const);
  const set = (cell: Cell): Cell => ({
    ...cell,
    align:
      cell.fill && cell.align === 'center' && !cell.upright
        ? labels
        : cell.align === 'right'
          ? figures
          : cell.align,
  });
  return blocks.map((block) =>
    'grid' in block
      ? { grid: { ...block.grid, rows: block.grid.rows.map((row) => row.map(set)) } }
      : block,
  );
}

/** Blocks on as many pages as they need; a table goes on where no cell runs over the break. */
function paged(blocks: readonly Block[], landscape: boolean, style: DrawStyle): Page[] {
  const room = heightOf.page(landscape);
  const pages: Block[][] = [[]];
  let left = room;
  const put = (block: Block, height: number) => {
    pages.at(-1)?.push(block);
    left -= height;
  };
  for (const block of blocks) {
    const height = heightOf.block(block, landscape, style);
    if (height <= left) put(block, height);
    else if ('gap' in block) continue;
    else {
      const parts = 'grid' in block ? split(block.grid, left, landscape, style) : null;
      if (parts) put(parts[0], 0);
      pages.push([]);
      left = room;
      const rest = parts?.[1] ?? block;
      put(rest, heightOf.block(rest, landscape, style));
    }
  }
  return pages.map((page) => ({ landscape, blocks: page }));
}

/** The rows that fit, and the others; null where fewer than three rows would stand on either page. */
function split(
  table: Grid,
  left: number,
  landscape: boolean,
  style: DrawStyle,
): readonly [Block, Block] | null {
  for (let at = table.rows.length - 3; at >= 3; at--) {
    const runs = table.rows.some((row, i) => i < at && row.some((cell) => i + cell.h > at));
    if (runs) continue;
    const first: Block = { grid: { ...table, rows: table.rows.slice(0, at) } };
    if (heightOf.block(first, landscape, style) > left) continue;
    return [first, { grid: { ...table, rows: table.rows.slice(at) } }];
  }
  return null;
}
