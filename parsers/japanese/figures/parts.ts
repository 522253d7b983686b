import type { Span } from '../span.ts';
import { matchAt, type ReadNumber, readAmount, readKanji } from './number.ts';
import { readSuffix } from './suffixes.ts';
import { readTime, type Time } from './time.ts';
import { problemOfUnit, unitEnd } from './unit.ts';

/** A number with what belongs to it; offsets are those of the printed text. */
export type FigurePart = Span & {
  readonly kind: 'figure';
  readonly value: number;
  /** Of its magnitude and its unit, and of a rate behind a qualifier (5件以上/年). */
  readonly unit: readonly Span[];
  readonly currency: string | null;
  readonly qualifiers: readonly Span[];
  readonly direction: 'increase' | 'decrease' | null;
  readonly problem: string | null;
};
export type FigureToken =
  | FigurePart
  | (Span & { readonly kind: 'time'; readonly of: Time['of'] })
  | (Span & { readonly kind: 'words' })
  | (Span & { readonly kind: 'parentheses' })
  | (Span & { readonly kind: 'mark'; readonly mark: string });

const SPACE = /[\s\u2009\u202f]+/y;
const SIGN = /(?:[-+△▲±ー]|マイナス|ﾏｲﾅｽ|プラス|ﾌﾟﾗｽ)\s?(?=[\d¥$€.])/y;
const CURRENCY = /(?:US)?[$€]|¥/y;
const DIGIT = /\d/;
const NOTES =
  /※(?:\d{1,2}(?!\d))?|[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴⓵-⓾⑴-⒇㈠-㈩ⓐ-ⓩ⒈-⒛†‡§¹²³⁰⁴-⁹]+|注(?:\d{1,2}(?!\d)\)?|\s\d{1,2}\)?(?=\s*$)|\))|\*(?:\d{1,2}(?!\d))?(?!\*)/uy;
/** 12件1): the number of a note. */
const NOTE_NUMBER = /\d{1,2}\)/y;
const WORDS =
  /[\p{L}\p{M}々〆ーｰ%‰℃]+?(?=[^\p{L}\p{M}々〆ーｰ%‰℃]|$|(?<![A-Za-z])[MTSHR]\d|(?:マイナス|プラス|ﾏｲﾅｽ|ﾌﾟﾗｽ)\d)/uy;
const COUNTER =
  /^(?:件|社|人|名|戸|校|[かカヶケ箇]所|本|台|基|棟|回|局|世帯|店舗?|円|個|冊|枚|組|点|園|隻|頭|羽|割|倍|団体|市町村?|[市町村]|種類|施設|地区|会場|分野|部門|業種|言語|法人|教室)(?!\p{L})/u;
const ZERO = /ゼロ/y;
const KANJI_START = /(?<![\p{L}々])(?:[〇一二三四五六七八九十百千]|ゼロ)/uy;
/** What a rate is per: 人口10万人当たり, 1人1日当たり, 1日 before a number. */
const BASE =
  /\d[\d,]{0,12}[百千万億]*\p{L}{0,4}?(?:\d[\d,]{0,12}[百千万億]*\p{L}{0,4}?)?(?:当たり|あたり|当り|につき|(?<!\d)対|中(?=第?\d))|1(?:コース|戸|世帯|回|会場|事業所|校|件|日|[かヶカ]月|週間?|時間|人|台|便|団体|施設)(?=\d)/uy;
const LEADS_TO_KANJI = /^(?:約|計|延べ?|全|各|累計|合計|のべ)/;

/** The parts of a narrow text, in order; spaces and note marks are none of them. */
export function figurePartsOf(
  text: string,
  from: number,
  to: number,
  closing: ReadonlyMap<number, number>,
): FigureToken[] {
  const parts: FigureToken[] = [];
  let at = from;
  while (at < to) {
    const space = matchAt(SPACE, text, at)?.[0];
    if (space) {
      at += space.length;
      continue;
    }
    const close = closing.get(at);
    if (close !== undefined && close < to) {
      parts.push({ kind: 'parentheses', start: at, end: close + 1 });
      at = close + 1;
      continue;
    }
    const before = parts.at(-1);
    const note =
      before?.kind === 'figure' && isNote(text.slice(at, to)) ? to : noteEnd(text, at, before);
    if (note > at) {
      at = note;
      continue;
    }
    const part = readPart(text, at, before);
    parts.push(part);
    at = part.end;
  }
  return parts;
}

/** A note in words behind its mark, up to the end of the cell: 27件※暦年. */
const isNote = (text: string) => /^※(?:\d{1,2}[\s:)]+)?[^\d:)]+$/.test(text);

/** Where a note mark that begins here ends. ※ before a figure has no number of its own: ※12件. */
function noteEnd(text: string, at: number, before: FigureToken | undefined): number {
  const mark = matchAt(NOTES, text, at)?.[0] ?? '';
  if (before?.kind === 'figure' && before.unit.length > 0) {
    return at + (mark || (matchAt(NOTE_NUMBER, text, at)?.[0] ?? '')).length;
  }
  if (/^[※*]/.test(mark) && !before) {
    return at + (/^\s/.test(text.slice(at + mark.length)) ? mark.length : 1);
  }
  if (mark.startsWith('※') || (/^注\d*\)$/.test(mark) && !before)) return at + mark.length;
  if (/^(?:注|\*)/.test(mark)) {
    return before?.kind === 'figure' && mark === '*' ? at + 1 : at;
  }
  return at + mark.length;
}

function readPart(text: string, at: number, before: FigureToken | undefined): FigureToken {
  const adjacent = before?.kind === 'figure' && before.end === at;
  const time = adjacent ? null : readTime(text, at);
  if (time) return { kind: 'time', start: at, end: time.end, of: time.of };
  const base = matchAt(BASE, text, at)?.[0];
  if (base) return { kind: 'words', start: at, end: at + base.length };
  const figure = readFigure(text, at, before) ?? kanjiFigureAt(text, at, before);
  if (figure) return figure;
  const words = matchAt(WORDS, text, at)?.[0];
  if (words) {
    const qualifier = LEADS_TO_KANJI.exec(words)?.[0].length ?? 0;
    const leads = qualifier > 0 && readKanjiFigure(text, at + qualifier) !== null;
    return { kind: 'words', start: at, end: at + (leads ? qualifier : words.length) };
  }
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { kind: 'mark', start: at, end: at + mark.length, mark };
}

function readFigure(
  text: string,
  start: number,
  before: FigureToken | undefined,
): FigurePart | null {
  let at = start;
  const sign = matchAt(SIGN, text, at)?.[0] ?? '';
  // 10-15 is a range.
  if (/^[-ー]/.test(sign) && before?.kind === 'figure') return null;
  at += sign.length;
  const currency = matchAt(CURRENCY, text, at)?.[0] ?? null;
  at += currency?.length ?? 0;
  if (!DIGIT.test(text[at] ?? '')) return null;
  const amount = readAmount(text, at);
  if (!amount) return null;
  const negative = /^(?:[-△▲ー]|マ|ﾏ)/.test(sign);
  const odd = sign.startsWith('±') && amount.value !== 0 ? 'it is a deviation, ±' : null;
  const problem = amount.problem ?? odd;
  const { end, magnitude, value } = amount;
  return counted(text, {
    start,
    end,
    value: negative ? -value : value,
    magnitude,
    currency,
    problem,
  });
}

/** A kanji number begins a word, or stands behind a qualifier. */
function kanjiFigureAt(
  text: string,
  at: number,
  before: FigureToken | undefined,
): FigurePart | null {
  const behindQualifier =
    before?.kind === 'words' &&
    before.end === at &&
    LEADS_TO_KANJI.exec(text.slice(before.start, at))?.[0].length === at - before.start;
  return behindQualifier || matchAt(KANJI_START, text, at) ? readKanjiFigure(text, at) : null;
}

function readKanjiFigure(text: string, start: number): FigurePart | null {
  const zero = matchAt(ZERO, text, start) && { start, end: start + 2, value: 0 };
  const number: ReadNumber | null = zero || readKanji(text, start);
  if (!number) return null;
  const { end, value } = number;
  const alone = start === 0 && end === text.length && end - start > 1;
  if (!alone && !COUNTER.test(text.slice(end, end + 4))) return null;
  const problem = number.problem ?? null;
  return counted(text, { start, end, value, magnitude: null, currency: null, problem });
}

type Bare = Span & {
  readonly value: number;
  readonly magnitude: Span | null;
  readonly currency: string | null;
  readonly problem: string | null;
};

/** A number with its unit and the words behind it. */
function counted(text: string, bare: Bare): FigurePart {
  const { start, magnitude, currency, value } = bare;
  const qualifiers: Span[] = [];
  const unit: Span[] = magnitude ? [magnitude] : [];
  let { end, problem } = bare;
  let direction: FigurePart['direction'] = null;
  const named = readUnit(text, end);
  if (named) {
    problem ??= problemOfUnit(text.slice(named.start, named.end));
    unit.push(named);
    end = named.end;
  }
  for (;;) {
    const from = skipSpace(text, end);
    const suffix = readSuffix(text, from, unit.length > 0);
    const rate = suffix ? null : readRate(text, from, unit.length > 0);
    if (!suffix && !rate) break;
    if (rate) unit.push(rate);
    else if (suffix?.kind === 'qualifier') qualifiers.push({ start: from, end: suffix.end });
    else if (suffix?.kind !== 'action') direction = suffix?.kind ?? null;
    end = rate?.end ?? suffix?.end ?? end;
  }
  const turned = direction === 'decrease' && value > 0 ? -value : value;
  return {
    kind: 'figure',
    start,
    end,
    value: turned,
    unit,
    currency,
    qualifiers,
    direction,
    problem,
  };
}

const skipSpace = (text: string, at: number) => at + (matchAt(SPACE, text, at)?.[0].length ?? 0);

/** Behind a gap stands a unit of a few characters, or words of their own. */
const MAX_UNIT_BEHIND_GAP = 4;

function readUnit(text: string, at: number): Span | null {
  const start = skipSpace(text, at);
  const understood = (from: number) =>
    readSuffix(text, from, from > start) !== null ||
    /^(?:うち|注\s?\d)/.test(text.slice(from, from + 3));
  const end = unitEnd(text, start, understood);
  if (end === start || (start > at && end - start > MAX_UNIT_BEHIND_GAP)) return null;
  return { start, end };
}

/** 5件以上/年 */
function readRate(text: string, at: number, counts: boolean): Span | null {
  if (!counts || text[at] !== '/') return null;
  const end = unitEnd(text, at, () => false);
  return end > at + 1 ? { start: at, end } : null;
}

/** Where each opening parenthesis closes. */
export function closings(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === '(' || c === '[') open.push(at);
    if (c !== ')' && c !== ']') continue;
    const start = open.pop();
    if (start !== undefined) closing.set(start, at);
  }
  return closing;
}
