import { comparable } from '../japanese/characters.ts';
import { type Figure, figure } from '../japanese/figures.ts';
import { type PlacedText, withoutSpaces } from '../layout/text.ts';
import type { OtherFigure, ValueStatus } from '../records/figure.ts';
import type { Place } from '../records/place.ts';
import type { Warning } from '../records/warning.ts';

/** What is told of a cell beside its value. */
export function besideValue({ qualifier, others }: Figure) {
  return {
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(others === undefined ? {} : { others: [...others] }),
  };
}

/** A figure with what was struck through beside it: what it was before. */
export function withStruck(said: Figure, struck: readonly PlacedText[] = []): Figure {
  if (struck.length === 0) return said;
  const previous = struck.map((text): OtherFigure => {
    const before = withoutSpaces(text);
    return { text: before.text, value: figure(before)?.value ?? null, role: 'previous' };
  });
  return { ...said, others: [...previous, ...(said.others ?? [])] };
}

/** What was not understood of a cell, or how it was. */
export function oddities({ text }: PlacedText, { status, reason }: Figure, at: Place): Warning[] {
  if (reason === undefined) return [];
  return status === 'unread'
    ? [{ code: 'unread', message: `「${text}」 was not read: ${reason}.`, at }]
    : [{ code: 'two-values', message: `「${text}」 ${reason}.`, at }];
}

type Value = {
  readonly text: string;
  readonly value: number | null;
  readonly status?: ValueStatus | undefined;
  readonly others?: OtherFigure[] | undefined;
  readonly at: Place;
};

const GROUPED = /^[^\d]*\d{1,3}(?:,\d{3})+(?![\d.])/;
const POINT_AS_COMMA = /^[^\d]*\d{1,3}(?:\.\d{3})+(?!\d)/;

/** A value whose point stands where the others of its row have a comma (41.870 beside 41,870) is not believed. */
export function withoutDoubtfulPoint<V extends Value>(
  value: V,
  row: readonly V[],
  warnings: Warning[],
): V {
  if (value.value === null || !POINT_AS_COMMA.test(comparable(value.text))) return value;
  const beside = row.find(({ text }) => GROUPED.test(comparable(text)));
  if (!beside) return value;
  const message = `「${value.text}」 was not read: its point may be the comma of ${beside.text}.`;
  warnings.push({ code: 'unread', message, at: value.at });
  return { ...value, value: null, status: 'unread' };
}
