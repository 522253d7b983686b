import { type Figure, unread } from './figure.ts';
import { meaningOf } from './meaning.ts';
import type { FigurePart, FigureToken } from './parts.ts';
import { AROUND, sentenceAround } from './sentence.ts';
import { type FigureStretch, printedOf, unitOf } from './stretch.ts';
import { leadingQualifier } from './suffixes.ts';

/** What parts with one figure say. */
export function readOne(
  stretch: FigureStretch,
  parts: readonly FigureToken[],
  figure: FigurePart,
): Figure {
  const at = parts.indexOf(figure);
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  const sentence = sentenceAround(stretch, parts, [figure]);
  if (sentence) return sentence;
  const problem = problemBefore(stretch, before, figure) ?? problemBehind(stretch, after);
  if (problem) return unread(problem);
  return reported(stretch, before, figure);
}

/** A figure with what leads to it. */
export function reported(
  stretch: FigureStretch,
  before: readonly FigureToken[],
  figure: FigurePart,
): Figure {
  const words = before.at(-1)?.kind === 'words' || before.at(-1)?.kind === 'mark' ? before : [];
  const leading = words.findLast((part) => part.kind === 'words');
  const qualifier = [
    leading ? leadingQualifier(stretch.text.slice(leading.start, leading.end)) : '',
    ...figure.qualifiers.map((span) => printedOf(stretch, span)),
  ].join('');
  return {
    value: figure.value === 0 ? 0 : figure.value,
    ...unitOf(stretch, figure),
    status: 'reported',
    ...(qualifier === '' ? {} : { qualifier }),
    ...(figure.direction === null ? {} : { direction: figure.direction }),
  };
}

/** Marks before a figure that say nothing of its value: what it is told of, or which way it goes (↑72%). */
const LEADS = /^[:、←-⇿⬀-⬏]$/;

const KANJI_NUMERAL = /[〇一二三四五六七八九十百千万億兆]$/;

/** 別紙1, 表2参照: where something else is told. */
const REFERENCE = /(?:別[紙表添図]|資料|様式|参考|図表?|(?<!代)表|注|頁|ページ)(?:No\.?)?$/;

/** Why the words before a figure do not lead to it. */
function problemBefore(
  stretch: FigureStretch,
  before: readonly FigureToken[],
  figure: FigurePart,
): string | null {
  const last = before.at(-1);
  const adjacent = last?.end === figure.start;
  for (const part of before) {
    const bullet = part === before[0] && part.kind === 'mark' && part.mark === '・';
    if (part.kind === 'mark' && !bullet && !LEADS.test(part.mark)) {
      return `「${printedOf(stretch, part)}」 before its figure was not understood`;
    }
  }
  if (last?.kind === 'time' && adjacent && unitOf(stretch, figure).unit === null) {
    return 'a number without a unit stands behind a time';
  }
  if (last?.kind !== 'words') return null;
  const words = stretch.text.slice(last.start, last.end);
  if (adjacent && /[A-Za-z]$/.test(words)) return 'a letter stands before its digits';
  if (
    adjacent &&
    (/^[\p{Script=Katakana}\p{Script=Hiragana}]$/u.test(words) || KANJI_NUMERAL.test(words))
  ) {
    return 'a letter stands before its digits';
  }
  if (words.endsWith('第') && unitOf(stretch, figure).unit !== '位') {
    return 'it is an ordinal that was not understood';
  }
  if (REFERENCE.test(words)) return 'it refers to another place';
  if (meaningOf(words, []) !== 'narrative')
    return `「${printedOf(stretch, last)}」 and a figure stand together`;
  return null;
}

/** Why what stands behind a figure does not belong to it. */
function problemBehind(stretch: FigureStretch, after: readonly FigureToken[]): string | null {
  for (const part of after) {
    if (part.kind === 'time' || (part.kind === 'mark' && AROUND.test(part.mark))) continue;
    return `「${printedOf(stretch, part)}」 behind its figure was not understood`;
  }
  return null;
}
