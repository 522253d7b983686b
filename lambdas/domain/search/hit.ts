import type { ListedSheet } from '../summary.ts';
import type { Highlighted, snippet } from './highlight.ts';
import type { Unit } from './units.ts';

/** A unit that has all words, and its text that has most of them. */
export interface Hit extends Omit<Unit, 'texts'>, Highlighted {
  /** of an indicator or a labelled text: what it is called */
  name: string | null;
  /** BM25F; compares within one answer */
  score: number;
  /** a line to show */
  snippet: ReturnType<typeof snippet>;
  sheet: ListedSheet;
}
