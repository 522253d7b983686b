import type { PageLayout } from '../layout/layout.ts';
import type { Line } from '../layout/lines.ts';
import type { PlacedText } from '../layout/text.ts';
import { isPublisherName, onePublisher, publisherIn } from '../publishers/printed.ts';
import { furnitureOf, type Margins } from './furniture.ts';

/** The publisher whom the pages before the first sheet name on lines of its own: a cover does. */
export function namedBefore(
  layouts: readonly PageLayout[],
  openings: ReadonlyMap<Line, unknown>,
): string | null {
  const begun = layouts.findIndex(({ lines }) => lines.some((line) => openings.has(line)));
  const before = begun < 0 ? layouts : layouts.slice(0, begun);
  const lines = before.flatMap((layout) => layout.lines.map(({ text }) => text));
  return onePublisher(lines.filter(isPublisherName));
}

/** The publisher whom what stands above a sheet's header names: a number may stand between. */
export const namedAbove = (before: readonly PlacedText[]): string | null =>
  onePublisher(before.map(({ text }) => text).filter(isPublisherName));

/** The publisher whom a running head or foot of the sheet's pages names. */
export function namedInMargins(
  layouts: readonly PageLayout[],
  margins: Margins,
  { from, to }: { from: number; to: number },
): string | null {
  const own = layouts.filter(({ page }) => from <= page.number && page.number <= to);
  const lines = own.flatMap((layout) => [...furnitureOf(layout, margins)]);
  return lines.map(publisherIn).find((name) => name !== null) ?? null;
}
