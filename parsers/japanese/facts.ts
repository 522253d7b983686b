import type { Fact } from '../records/initiative.ts';
import { labels } from './labels.ts';
import { type Quantity, quantities } from './quantities.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

/**
 * A fact and its place: `text` is the item's [start, end). `value` is scaled by the 万 or 億 of the number (約6万部 is
 * 60000 部) and negative behind △; both ends of a range or a change are facts of their own, told apart by `role`.
 */
export type PlacedFact = Fact & Span;

/** What the text counts, each number once: label, value and unit, word for word from the label to the unit. */
export function facts(text: string, tokens: Token[]): PlacedFact[] {
  if (!/[\d０-９二三四五六七八九十百千万]/.test(text)) return [];
  const words = tokens.filter(({ surface }) => surface.trim() !== '');
  const counted = quantities(text, words);
  return labels(text, words, counted).flatMap((label, n) => {
    const quantity = counted[n];
    if (!label || !quantity) return [];
    const { value, unit, qualifier, role } = quantity;
    const { start, end } = bracketed(text, quantity, label);
    return [
      {
        text: text.slice(start, end),
        label: text.slice(label.start, label.end),
        value,
        unit,
        ...(qualifier === '' ? {} : { qualifier }),
        ...(role && { role }),
        start,
        end,
      },
    ];
  });
}

/** From the label to the quantity or the other way round, with the brackets that stand around either. */
function bracketed(text: string, quantity: Quantity, label: Span): Span {
  let start = Math.min(label.start, quantity.start);
  let end = Math.max(label.end, quantity.end);
  if (/[「『]/.test(text[label.start - 1] ?? '') && start === label.start) start--;
  if (/[「『]/.test(text[label.start - 1] ?? '') && end === label.end) end++;
  const said = text.slice(start, end);
  const open =
    said.lastIndexOf('（') > said.lastIndexOf('）') ||
    said.lastIndexOf('(') > said.lastIndexOf(')');
  if (open && /[）)]/.test(text[end] ?? '')) end++;
  return { start, end };
}
