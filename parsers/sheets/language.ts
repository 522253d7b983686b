import type { Fact } from '../records/initiative.ts';

/** What the words of an item say; needs a dictionary, so it is handed in. */
export type Language = {
  readonly facts: (text: string) => Fact[];
  readonly keywords: (text: string) => string[];
};
