import type { Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { stamp } from '../imprints.ts';
import { citySheet } from './city.ts';
import { measureSheet } from './measure.ts';
import { projectSheet } from './project.ts';

const LAYOUTS = {
  'mie-project': projectSheet,
  'mie-measure': measureSheet,
  'shioiri-jimu': citySheet,
} as const;

/** Lays one sheet out from the top of the current page on; gives its first and last page, 1-based. */
export function laySheet(flow: Flow, sheet: Sheet): { from: number; to: number } {
  const from = flow.pages.length;
  LAYOUTS[sheet.format](flow, sheet);
  const first = flow.pages[from - 1];
  if (sheet.imprint && first) stamp(flow, first, sheet.imprint);
  return { from, to: flow.pages.length };
}
