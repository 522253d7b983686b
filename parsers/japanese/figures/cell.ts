import type { OtherFigure, ValueStatus } from '../../records/figure.ts';
import { meaningOf } from './meaning.ts';
import { closings, type FigurePart, type Part, partsOf } from './parts.ts';
import { isQualifyingNote, leadingQualifier } from './suffixes.ts';

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

/** A narrow text beside the printed one, which has the same offsets, and a stretch of both. */
export type Stretch = {
  readonly text: string;
  readonly printed: string;
  readonly from: number;
  readonly to: number;
  readonly closing: ReadonlyMap<number, number>;
  readonly depth: number;
};

export function whole(text: string, printed: string): Stretch {
  return { text, printed, from: 0, to: text.length, closing: closings(text), depth: 0 };
}

/** Parentheses within parentheses, further in than any cell has them. */
const MAX_DEPTH = 4;

const NOTHING = { value: null, unit: null } as const;
const unread = (reason: string, rest: Partial<Figure> = {}): Figure => ({
  ...NOTHING,
  status: 'unread',
  reason,
  ...rest,
});

/** What a stretch of a cell says; null where it is blank. */
export function readStretch(stretch: Stretch): Figure | null {
  const { text, from, to, closing, depth } = stretch;
  const parts = partsOf(text, from, to, closing);
  if (parts.length === 0) {
    return text.slice(from, to).trim() === '' ? null : unread('only a note mark stands there');
  }
  const outside = parts.filter((part) => part.kind !== 'parentheses');
  const inside = parts.filter((part) => part.kind === 'parentheses');
  if (inside.length > 0 && depth === MAX_DEPTH) return unread('its parentheses are too deep');
  const notes = inside.map((part) => {
    const within = { ...stretch, from: part.start + 1, to: part.end - 1, depth: depth + 1 };
    return { part, words: wordsIn(within), said: readStretch(within) };
  });
  if (outside.every((part) => part.kind === 'mark' && part.mark === '→') && notes.length > 0) {
    const [only, ...others] = notes.filter(({ said }) => said !== null);
    if (!only) return unread('only a note mark stands there');
    return others.length === 0 ? only.said : unread('several parentheses stand beside one another');
  }
  const figure = readOutside(stretch, outside);
  return withNotes(stretch, figure, notes, outside);
}

type Note = { readonly part: Part; readonly words: string; readonly said: Figure | null };

const wordsIn = ({ text, from, to }: Stretch) => text.slice(from, to).replace(/\s+/g, '');
const printedOf = ({ printed }: Stretch, { start, end }: { start: number; end: number }) =>
  printed.slice(start, end).replace(/\s+/g, '');

/** A figure with what stands in parentheses beside it. */
function withNotes(
  stretch: Stretch,
  figure: Figure,
  notes: readonly Note[],
  outside: readonly Part[],
): Figure {
  const figures = notes.filter(({ said }) => said?.value !== null && said !== null);
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
  const broken = notes.find(
    ({ said }) => said?.status === 'unread' && /\d/.test(said.reason ?? ''),
  );
  if (broken) return unread(broken.said?.reason ?? '', { others });
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
  if (/前年|前回|昨年|修正前|変更前|改定前|訂正前|^前|^旧/.test(words)) return 'previous';
  return 'other';
}

/** What stands outside parentheses: at most one figure, else words. */
function readOutside(stretch: Stretch, parts: readonly Part[]): Figure {
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

function readWords(stretch: Stretch, parts: readonly Part[]): Figure {
  const words = parts.map((part) => stretch.text.slice(part.start, part.end)).join('');
  if (/^(?:[IlOoDQ|]+|[IlOoDQSZB|]+\p{Script=Han}{1,3})$/u.test(words)) {
    return unread('letters stand where its digits should');
  }
  if (/^[一二三四五六七八九〇]$/.test(words))
    return unread('it may be a dash or a figure in kanji');
  const times = parts.flatMap((part) => (part.kind === 'time' ? [part.of] : []));
  const status = meaningOf(words, times);
  const interval = status === 'narrative' && times.includes('interval');
  if (interval) return unread('it tells how often, and nothing of what');
  return status === 'unread' ? unread('it is neither a figure nor words') : { ...NOTHING, status };
}

/** Marks that may stand around a figure and say nothing of its value. */
const AROUND = /^[→:・。、↑↓↗↘]$/;

function readOne(stretch: Stretch, parts: readonly Part[], figure: FigurePart): Figure {
  const at = parts.indexOf(figure);
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
  const sentence = sentenceAround(stretch, parts, [figure]);
  if (sentence) return sentence;
  const problem = problemBefore(stretch, before, figure) ?? problemBehind(stretch, after);
  if (problem) return unread(problem);
  return reported(stretch, before, figure);
}

function reported(stretch: Stretch, before: readonly Part[], figure: FigurePart): Figure {
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

function unitOf(stretch: Stretch, { unit, currency }: FigurePart): { unit: string | null } {
  const printed = unit.map((span) => printedOf(stretch, span)).join('');
  if (currency === null || /円/.test(printed)) return { unit: printed === '' ? null : printed };
  return { unit: printed + (currency === '¥' ? '円' : currency) };
}

/** Why the words before a figure do not lead to it. */
function problemBefore(
  stretch: Stretch,
  before: readonly Part[],
  figure: FigurePart,
): string | null {
  const last = before.at(-1);
  const adjacent = last?.end === figure.start;
  for (const part of before) {
    if (part.kind === 'mark' && !AROUND.test(part.mark)) {
      return `「${printedOf(stretch, part)}」 before its figure was not understood`;
    }
  }
  if (last?.kind === 'time' && adjacent && unitOf(stretch, figure).unit === null) {
    return 'a number without a unit stands behind a time';
  }
  if (last?.kind !== 'words') return null;
  const words = stretch.text.slice(last.start, last.end);
  if (adjacent && /[A-Za-z]$/.test(words)) return 'a letter stands before its digits';
  if (adjacent && /^[\p{Script=Katakana}\p{Script=Hiragana}〇一二三四五六七八九]$/u.test(words)) {
    return 'a letter stands before its digits';
  }
  if (meaningOf(words, []) !== 'narrative')
    return `「${printedOf(stretch, last)}」 and a figure stand together`;
  return null;
}

/** Why what stands behind a figure does not belong to it. */
function problemBehind(stretch: Stretch, after: readonly Part[]): string | null {
  for (const part of after) {
    if (part.kind === 'time' || (part.kind === 'mark' && AROUND.test(part.mark))) continue;
    return `「${printedOf(stretch, part)}」 behind its figure was not understood`;
  }
  return null;
}

const DURATION = /^(?:年|[かヶカケヵ箇]年|[かヶカケヵ箇]月|日|週|時)間?$/;
/** を経て, が開始, で実施: from such a word on a cell tells a sentence. */
const PREDICATE = /^[がをにでへと][\p{L}]{2,}/u;
const CLAUSE = /[がを]\p{L}+/u;

/**
 * A figure that is only told of over several years: 「4年間で40社以上が参加 →」. The words and the figure's end must be
 * a sentence, and a period or an arrow must say that it reaches beyond its year.
 */
function sentenceAround(
  stretch: Stretch,
  parts: readonly Part[],
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

function readSeveral(
  stretch: Stretch,
  parts: readonly Part[],
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
  if (!third && /^(?:~|-|から|ー)$/.test(joint)) {
    const others = [other(first, 'other'), other(second, 'range-end')];
    return unread('it is a range', { ...unitOf(stretch, second), others });
  }
  const others = figures.map((part) => other(part, 'other'));
  const ratio = joint === '/' && unitOf(stretch, first).unit === null;
  const unit = ratio ? unitOf(stretch, second) : {};
  return unread(`it holds ${figures.length} numbers`, { ...unit, others });
}
