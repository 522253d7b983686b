import type { Block } from './block.ts';
import type { Edges } from './items.ts';
import { listsIn } from './lists.ts';

/** Lines of running text have at least this many characters when they are full. */
const LONG = 25;

/**
 * Where lines of running text begin and full ones end: taken from the further half of the full lines each way, since a
 * few hang beyond it.
 */
export function edgesOf(blocks: readonly Block[]): Edges {
  const lines = blocks.flatMap((b) =>
    b.kind === 'line' && b.line.text.length >= LONG ? [b.line.box] : [],
  );
  const starts = lines.map(([x0]) => x0).sort((a, b) => a - b);
  const ends = lines.map(([, , x1]) => x1).sort((a, b) => a - b);
  return {
    lists: listsIn(blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []))),
    left: starts[Math.floor(starts.length * 0.1)] ?? 0,
    right: ends[Math.floor(ends.length * 0.75)] ?? 0,
  };
}
