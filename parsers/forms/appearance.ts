import type { FormBlock } from './blocks.ts';
import { type FormCell, isKnownLabel } from './cell.ts';
import { withLeaning } from './form-table.ts';
import { JUDGEMENT } from './vocabulary/judgements.ts';

/** What one trait of a cell may say for or against a label, in log odds. */
const MAX_LEANING = 3;
/** Fewer cells than these on either side teach nothing. */
const MIN_TAUGHT = 4;

/**
 * Blocks whose cells know how much their background and their type make labels of them. A sheet teaches that itself: its
 * labels that are known by their words and its figures and sentences show how it sets the one and the other (naive Bayes
 * over the two traits, counts smoothed by one half).
 */
export function withAppearance(blocks: readonly FormBlock[]): FormBlock[] {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.table.cells : []));
  // 改善 may be a label or a judgement: it teaches nothing.
  const labels = cells.filter(
    ({ look, folded }) => look === 'words' && isKnownLabel(folded) && !JUDGEMENT.test(folded),
  );
  const values = cells.filter(
    ({ look }) => look === 'figure' || look === 'prose' || look === 'choice',
  );
  if (labels.length < MIN_TAUGHT || values.length < MIN_TAUGHT) return [...blocks];
  const traits: ((cell: FormCell) => unknown)[] = [(cell) => cell.filled, (cell) => cell.font];
  const odds = traits.map((trait) => oddsBy(trait, labels, values));
  const leaning = (cell: FormCell) => odds.reduce((sum, one) => sum + one(cell), 0);
  return blocks.map((block) =>
    block.kind === 'table' ? { ...block, table: withLeaning(block.table, leaning) } : block,
  );
}

function oddsBy(
  trait: (cell: FormCell) => unknown,
  labels: readonly FormCell[],
  values: readonly FormCell[],
): (cell: FormCell) => number {
  const [inLabels, inValues] = [labels, values].map((cells) => Map.groupBy(cells, trait));
  return (one) => {
    const of = trait(one);
    const [a, b] = [inLabels?.get(of)?.length ?? 0, inValues?.get(of)?.length ?? 0];
    // What neither of them has says nothing.
    if (a + b === 0) return 0;
    const odds =
      Math.log((a + 0.5) / (labels.length + 1)) - Math.log((b + 0.5) / (values.length + 1));
    return Math.max(-MAX_LEANING, Math.min(MAX_LEANING, odds));
  };
}
