import type { OtherFigure } from '../../records/figure.ts';
import { type Figure, unread } from './figure.ts';
import type { FigurePart, FigureToken } from './parts.ts';
import { sentenceAround } from './sentence.ts';
import { reported } from './single.ts';
import { type FigureStretch, printedOf, unitOf } from './stretch.ts';

/** What parts with more than one figure say: a correction, a part of a whole, a range, or nothing that is one figure. */
export function readSeveral(
  stretch: FigureStretch,
  parts: readonly FigureToken[],
  figures: readonly FigurePart[],
): Figure {
  const sentence = sentenceAround(stretch, parts, figures);
  if (sentence) return sentence;
  const [first, second, third] = figures;
  if (!first || !second) return unread('it holds no figure');
  const other = (part: FigurePart, role: OtherFigure['role']): OtherFigure => ({
    text: printedOf(stretch, part),
    value: part.value,
    role,
  });
  const at = parts.indexOf(second);
  const between = parts.slice(parts.indexOf(first) + 1, at);
  const joint = between.map((part) => stretch.text.slice(part.start, part.end)).join('');
  const rest = [...parts.slice(0, parts.indexOf(first)), ...parts.slice(at + 1)];
  if (!third && joint === '→' && rest.length === 0) {
    const reason = `is taken as a correction of ${printedOf(stretch, first)}`;
    return { ...reported(stretch, [], second), others: [other(first, 'previous')], reason };
  }
  if (!third && /^(?:うち|、うち)/.test(joint) && rest.length === 0) {
    const part = {
      text: joint + printedOf(stretch, second),
      value: second.value,
      role: 'of-which',
    } as const;
    return { ...reported(stretch, [], first), others: [part] };
  }
  if (!third && /^(?:~|-|から|ー|ないし|乃至)$/.test(joint)) {
    const others = [other(first, 'other'), other(second, 'range-end')];
    return unread('it is a range', { ...unitOf(stretch, second), others });
  }
  const others = figures.map((part) => other(part, 'other'));
  const ratio = joint === '/' && unitOf(stretch, first).unit === null;
  const unit = ratio ? unitOf(stretch, second) : {};
  return unread(`it holds ${figures.length} numbers`, { ...unit, others });
}
