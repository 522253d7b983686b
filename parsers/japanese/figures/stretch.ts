import type { Span } from '../span.ts';
import { closings, type FigurePart } from './parts.ts';

/** A narrow text beside the printed one, which has the same offsets, and a stretch of both. */
export type FigureStretch = {
  readonly text: string;
  readonly printed: string;
  readonly from: number;
  readonly to: number;
  readonly closing: ReadonlyMap<number, number>;
  readonly depth: number;
};

export function whole(text: string, printed: string): FigureStretch {
  return { text, printed, from: 0, to: text.length, closing: closings(text), depth: 0 };
}

/** A part as printed, without white space. */
export const printedOf = ({ printed }: FigureStretch, { start, end }: Span): string =>
  printed.slice(start, end).replace(/\s+/g, '');

/** A figure's unit as printed; yen where only ¥ tells it. */
export function unitOf(
  stretch: FigureStretch,
  { unit, currency }: FigurePart,
): { unit: string | null } {
  const printed = unit.map((span) => printedOf(stretch, span)).join('');
  if (currency === null || /円/.test(printed)) return { unit: printed === '' ? null : printed };
  return { unit: printed + (currency === '¥' ? '円' : currency) };
}
