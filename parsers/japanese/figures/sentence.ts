import { type Figure, NOTHING } from './figure.ts';
import type { FigurePart, FigureToken } from './parts.ts';
import { type FigureStretch, printedOf, unitOf } from './stretch.ts';

/** Marks that may stand around a figure and say nothing of its value. */
export const AROUND = /^[:・。、←-⇿⬀-⬏]$/;

const DURATION = /^(?:年|[かヶカケヵ箇]年|[かヶカケヵ箇]月|日|週|時)間?$/;
/** を経て, が開始, で実施: from such a word on a cell tells a sentence. */
const PREDICATE = /^[がをにでへと][\p{L}]{2,}/u;
const CLAUSE = /[がを]\p{L}+/u;

/**
 * A figure that is only told of over several years: 「4年間で40社以上が参加 →」. The words and the figure's end must be
 * a sentence, and a period or an arrow must say that it reaches beyond its year.
 */
export function sentenceAround(
  stretch: FigureStretch,
  parts: readonly FigureToken[],
  figures: readonly FigurePart[],
): Figure | null {
  const lasting = figures.filter((f) => DURATION.test(unitOf(stretch, f).unit ?? ''));
  const counts = figures.filter((f) => !lasting.includes(f));
  const arrow =
    parts.at(-1)?.kind === 'mark' && stretch.text.slice(parts.at(-1)?.start).startsWith('→');
  const [count, second] = counts;
  if (!count || second || lasting.length > 1) return null;
  if (parts.some((part) => part.kind === 'mark' && !AROUND.test(part.mark))) return null;
  const [period] = lasting;
  if (period && !/^[でに]/.test(stretch.text.slice(period.end).trimStart())) return null;
  const words = parts
    .filter((part) => part.kind === 'words')
    .map((part) => stretch.text.slice(part.start, part.end));
  const said = words.some((text) => PREDICATE.test(text) || CLAUSE.test(text));
  if (!period && !(arrow && said)) return null;
  const { start, end } = count;
  const text = printedOf(stretch, { start, end });
  return { ...NOTHING, status: 'narrative', others: [{ text, value: count.value, role: 'other' }] };
}
