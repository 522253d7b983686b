import type { OtherFigure } from '../../records/figure.ts';
import { type Figure, unread } from './figure.ts';
import { type FigureToken, figurePartsOf } from './parts.ts';
import { readSeveral } from './several.ts';
import { readOne } from './single.ts';
import { type FigureStretch, printedOf } from './stretch.ts';
import { isQualifyingNote } from './suffixes.ts';
import { readWords } from './words.ts';

const NOTE_MARK = /^(?:※|注|\*|†)\d{0,2}$/;

/** Parentheses within parentheses, further in than any cell has them. */
const MAX_DEPTH = 4;

/** What a stretch of a cell says; null where it is blank. */
export function readStretch(stretch: FigureStretch): Figure | null {
  const { text, from, to, closing, depth } = stretch;
  const parts = figurePartsOf(text, from, to, closing);
  if (parts.length === 0) {
    return text.slice(from, to).trim() === '' ? null : unread('only a note mark stands there');
  }
  const outside = parts.filter((part) => part.kind !== 'parentheses');
  const inside = parts.filter((part) => part.kind === 'parentheses');
  if (inside.length > 0 && depth === MAX_DEPTH) return unread('its parentheses are too deep');
  const notes = inside.flatMap((part) => {
    const within = { ...stretch, from: part.start + 1, to: part.end - 1, depth: depth + 1 };
    const words = wordsIn(within);
    return NOTE_MARK.test(words) ? [] : [{ part, words, said: readStretch(within) }];
  });
  if (outside.every((part) => part.kind === 'mark' && part.mark === '→') && inside.length > 0) {
    const [only, ...others] = notes.filter(({ said }) => said !== null);
    if (!only) return unread('only a note mark stands there');
    return others.length === 0 ? only.said : unread('several parentheses stand beside one another');
  }
  const figure = readOutside(stretch, outside);
  return withNotes(stretch, figure, notes, outside);
}

type Note = { readonly part: FigureToken; readonly words: string; readonly said: Figure | null };

const wordsIn = ({ text, from, to }: FigureStretch) => text.slice(from, to).replace(/\s+/g, '');

/** A figure with what stands in parentheses beside it. */
function withNotes(
  stretch: FigureStretch,
  figure: Figure,
  notes: readonly Note[],
  outside: readonly FigureToken[],
): Figure {
  const figures = notes.filter(
    ({ said, words }) =>
      said !== null && (said.value !== null || (said.status === 'unread' && /\d/.test(words))),
  );
  const others = [
    ...(figure.others ?? []),
    ...figures.map(
      ({ part, words, said }): OtherFigure => ({
        text: printedOf(stretch, part),
        value: said?.value ?? null,
        role: roleOf(words),
      }),
    ),
  ];
  if (
    figure.status === 'narrative' &&
    figures.length > 0 &&
    outside.every((p) => p.kind !== 'figure')
  ) {
    return unread('its figure stands in parentheses behind words', { others });
  }
  const qualifying = notes.filter(({ words }) => isQualifyingNote(words)).map(({ words }) => words);
  const qualifier =
    (figure.qualifier ?? '') + (figure.status === 'reported' ? qualifying.join('') : '');
  return {
    ...figure,
    ...(qualifier === '' ? {} : { qualifier }),
    ...(others.length === 0 ? {} : { others }),
  };
}

function roleOf(words: string): OtherFigure['role'] {
  if (/うち|内数|内訳|^内/.test(words)) return 'of-which';
  if (/速報|暫定|見込/.test(words)) return 'provisional';
  if (/前(?:年度?|回)(?:同期)?(?:比|差|から)/.test(words)) return 'other';
  if (/前年|前回|昨年|修正前|変更前|改定前|訂正前|^前|^旧/.test(words)) return 'previous';
  return 'other';
}

/** What stands outside parentheses: at most one figure, else words. */
function readOutside(stretch: FigureStretch, parts: readonly FigureToken[]): Figure {
  const figures = parts.filter((part) => part.kind === 'figure');
  const broken = figures.find(({ problem }) => problem !== null);
  if (broken?.problem) return unread(broken.problem);
  const strange = parts.find(
    (part) => part.kind === 'mark' && /[\p{N}\ufffd()[\]]/u.test(part.mark),
  );
  if (strange) return unread(`「${printedOf(stretch, strange)}」 was not understood`);
  const [first, second] = figures;
  if (!first) return readWords(stretch, parts);
  if (!second) return readOne(stretch, parts, first);
  return readSeveral(stretch, parts, figures);
}
