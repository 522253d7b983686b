import { type Figure, NOTHING, unread } from './figure.ts';
import { meaningOf } from './meaning.ts';
import type { FigureToken } from './parts.ts';
import { type FigureStretch, printedOf } from './stretch.ts';

/** Letters that OCR reads for digits, alone or before a counter: l, lO社. */
const LETTERS_FOR_DIGITS = /^(?:[IlOoDQ|]+|[IlOoDQSZB|]+\p{Script=Han}{1,3})$/u;

/** What parts without a figure say. */
export function readWords(stretch: FigureStretch, parts: readonly FigureToken[]): Figure {
  const words = parts.map((part) => stretch.text.slice(part.start, part.end)).join('');
  const single = parts.map((part) => stretch.text.slice(part.start, part.end));
  if (single.some((part) => LETTERS_FOR_DIGITS.test(part))) {
    return unread('letters stand where its digits should');
  }
  if (/^[一二三四五六七八九〇]$/.test(words))
    return unread('it may be a dash or a figure in kanji');
  if (parts.some((part, n) => part.kind === 'words' && /\d/.test(single[n] ?? ''))) {
    return unread('it tells what a rate is per, and no rate');
  }
  const times = parts.flatMap((part) => (part.kind === 'time' ? [part.of] : []));
  const stray = parts.find((part) => part.kind === 'mark' && /[.,+±△▲/]/.test(part.mark));
  if (times.length > 0 && stray)
    return unread(`「${printedOf(stretch, stray)}」 was not understood`);
  const status = meaningOf(words, times);
  const interval = status === 'narrative' && times.includes('interval');
  if (interval) return unread('it tells how often, and nothing of what');
  return status === 'unread' ? unread('it is neither a figure nor words') : { ...NOTHING, status };
}
