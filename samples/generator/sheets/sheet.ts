import type { Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { measureSheet } from './measure.ts';
import { projectSheet } from './project.ts';

/** Lays one sheet out from the top of the current page on; gives its first and last page, 1-based. */
export function laySheet(flow: Flow, sheet: Sheet): { from: number; to: number } {
  const from = flow.pages.length;
  if (sheet.format === 'mie-project') projectSheet(flow, sheet);
  else measureSheet(flow, sheet);
  return { from, to: flow.pages.length };
}
