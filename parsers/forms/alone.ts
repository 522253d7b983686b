import type { PlacedText } from '../layout/text.ts';
import { labelled } from './body.ts';
import { type FormCell, labelOdds } from './cell.ts';
import { headedParts } from './headed.ts';
import { spaced } from './lines.ts';
import type { Labelled } from './said.ts';

/** Cells without a label beside them: with one inside, below one that is a heading, or under the table's heading. */
export function standingAlone(alone: readonly FormCell[], heading: PlacedText | null): Labelled[] {
  const said: Labelled[] = [];
  let label: FormCell | null = null;
  for (const cell of alone) {
    const inside = labelled(cell.text, false);
    const headed = headedParts(cell);
    if (headed.length > 0) {
      const path = label ? [label.text] : [];
      said.push(...headed.map((one) => ({ ...one, path })));
      label = null;
    } else if (inside) said.push(inside);
    else if (labelOdds(cell) > 0 || (cell.look === 'words' && !label)) label = cell;
    else if (label) {
      said.push({ label: label.text, path: [], text: spaced(cell.lines) });
      label = null;
    } else if (heading) said.push({ label: heading, path: [], text: spaced(cell.lines) });
  }
  return said;
}
