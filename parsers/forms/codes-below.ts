import { type FormCell, labelOdds } from './cell.ts';
import { bottom, end, type FormTable } from './form-table.ts';
import type { FormPair } from './pairs.ts';

/** A short code, as those of a budget's accounts and items are. */
const CODE = /^\d{1,4}$/;

/**
 * Labels side by side with a short code below each, within the same borders: 会計 | 款 | 項 | 目 over 01 | 02 | 01 | 07. They stand
 * under the label that runs along both rows left of them: 予算科目.
 * @param cells what begins in a row
 * @param to the row before which the codes are to stand
 */
export function codesBelow(
  table: FormTable,
  cells: readonly FormCell[],
  to: number,
): { readonly pairs: readonly FormPair[]; readonly used: ReadonlySet<FormCell> } {
  const runs: [FormCell, FormCell][][] = [];
  for (const label of cells) {
    const code = codeBelow(table, label, to);
    if (!code) continue;
    const last = runs.at(-1)?.at(-1)?.[0];
    if (last && end(last) === label.col) runs.at(-1)?.push([label, code]);
    else runs.push([[label, code]]);
  }
  const pairs: FormPair[] = [];
  const used = new Set<FormCell>();
  for (const run of runs.filter(({ length }) => length > 1)) {
    const side = cells.find((cell) => end(cell) === run[0]?.[0].col);
    const over = side && labelOdds(side) > 0 && bottom(side) >= bottom(run[0]?.[1] as FormCell);
    for (const [label, code] of run) {
      pairs.push({ label, path: over ? [side] : [], values: [code] });
      used.add(label).add(code);
    }
    if (over) used.add(side);
  }
  return { pairs, used };
}

function codeBelow(table: FormTable, label: FormCell, to: number): FormCell | null {
  if (label.look !== 'words' || labelOdds(label) <= 0 || bottom(label) >= to) return null;
  const below = table.at(bottom(label), label.col);
  const kept = below?.col === label.col && below.colSpan === label.colSpan;
  return below && kept && CODE.test(below.folded) ? below : null;
}
