import type { OtherFigure, ValueStatus } from '../../records/figure.ts';

/** What a table cell says. `value` is in the cell's own `unit` (12.3億円 is 12.3 億円). */
export type Figure = {
  readonly value: number | null;
  /** As printed. */
  readonly unit: string | null;
  readonly status: ValueStatus;
  readonly qualifier?: string;
  readonly direction?: 'increase' | 'decrease';
  /** What else the cell says. */
  readonly others?: readonly OtherFigure[];
  /** What was not understood of an `unread` cell, or what is to be told of a `reported` one: it ends a sentence that begins with the text. */
  readonly reason?: string;
};

export const NOTHING = { value: null, unit: null } as const;
export const unread = (reason: string, rest: Partial<Figure> = {}): Figure => ({
  ...NOTHING,
  status: 'unread',
  reason,
  ...rest,
});
