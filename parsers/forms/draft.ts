import type { BudgetLine } from '../records/budget.ts';
import type { Indicator } from '../records/indicator.ts';
import type { FormBlock } from './blocks.ts';
import type { Labelled } from './said.ts';

/** What the blocks of a sheet say, before it is known what of it is the header's. */
export type SheetDraft = {
  readonly said: Labelled[];
  readonly indicators: Indicator[];
  readonly budget: BudgetLine[];
  /** How many label-value cells its tables have. */
  labelled: number;
  /** Tables that are drawn, not told: 資金の流れ. */
  readonly aside: Set<FormBlock>;
};
