import type { Span } from '../span.ts';

/** One number, or digits that are none: then `problem` says why. */
export type ReadNumber = Span & { readonly value: number; readonly problem?: string };

/** More digits than a double holds. */
const MAX_DIGITS = 15;

const GROUP_SEPARATOR = /,\n?|\n,|[\u2009\u202f]/y;
const DIGITS = /\d+/y;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The number that begins at a digit of a narrow text: 1,234.5. A line that ends in a comma or within a group of three
 * goes on in the next one.
 */
export function readNumber(text: string, start: number): ReadNumber | null {
  const first = matchAt(DIGITS, text, start);
  if (!first) return null;
  const groups = [first[0]];
  let end = start + first[0].length;
  for (;;) {
    const separator = matchAt(GROUP_SEPARATOR, text, end)?.[0];
    const broken = groups.length > 1 && (groups.at(-1) ?? '').length < 3 && text[end] === '\n';
    const from = end + (separator?.length ?? (broken ? 1 : 0));
    const more = from > end ? matchAt(DIGITS, text, from)?.[0] : undefined;
    if (more === undefined) break;
    if (separator) groups.push(more);
    else groups.push(`${groups.pop()}${more}`);
    end = from + more.length;
  }
  let decimals = '';
  let points = 0;
  while (text[end] === '.') {
    const part = matchAt(DIGITS, text, end + 1)?.[0];
    if (part === undefined) break;
    decimals = part;
    points++;
    end += 1 + part.length;
  }
  const whole = groups.join('');
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  const problem = problemOf(groups, points, whole.length + decimals.length);
  return { start, end, value, ...(problem === null ? {} : { problem }) };
}

function problemOf(groups: readonly string[], points: number, digits: number): string | null {
  const [first = '', ...rest] = groups;
  if (rest.length > 0 && (first.length > 3 || rest.some((group) => group.length !== 3))) {
    return 'its digits are not grouped by three';
  }
  if (points > 1) return 'it has more than one decimal point';
  if (first.length > 1 && first.startsWith('0')) return 'its first digit is 0';
  if (first === '0' && rest.length > 0) return 'its first digit is 0';
  if (digits > MAX_DIGITS) return 'it has too many digits';
  return null;
}

const SCALE: Readonly<Record<string, number>> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  億: 1e8,
  兆: 1e12,
};

/** Not the first character of a word of its own: 2百貨店, 3千葉県, 4万博. */
const MAGNITUDE = /(?:百(?!貨|合|科)|千(?!葉|鳥|羽)|万(?!博|引)|億|兆)+/y;

/** A number with its magnitudes. `magnitude` is the one that stays in the unit: 634億円 is 634 億円, 3万5千人 35,000 人. */
export type MagnifiedNumber = ReadNumber & { readonly magnitude: Span | null };

export function readAmount(text: string, start: number): MagnifiedNumber | null {
  const parts: { value: number; magnitude: string }[] = [];
  let end = start;
  let problem: string | undefined;
  let magnitude: Span | null = null;
  for (;;) {
    const number = readNumber(text, end);
    if (!number) break;
    problem ??= number.problem;
    const scale = matchAt(MAGNITUDE, text, number.end)?.[0] ?? '';
    parts.push({ value: number.value, magnitude: scale });
    magnitude = scale === '' ? null : { start: number.end, end: number.end + scale.length };
    end = number.end + scale.length;
    if (scale === '') break;
  }
  const [first, ...more] = parts;
  if (!first) return null;
  const told = problem === undefined ? {} : { problem };
  if (more.length === 0) return { start, end, value: first.value, magnitude, ...told };
  const total = sum(parts);
  const ordered = total === null ? { problem: 'its magnitudes do not decrease' } : {};
  return { start, end, value: total ?? Number.NaN, magnitude: null, ...ordered, ...told };
}

/** 12億3千万 as one number; null where a part reaches into the one before it. */
function sum(parts: readonly { value: number; magnitude: string }[]): number | null {
  let [total, below] = [0, Number.POSITIVE_INFINITY];
  let [section, room] = [0, Number.POSITIVE_INFINITY];
  for (const { value, magnitude } of parts) {
    let factor = 1;
    for (const c of magnitude) {
      const scale = SCALE[c] ?? 1;
      if (scale < 1e4) {
        factor *= scale;
        continue;
      }
      section += value * factor;
      if (value * factor >= room || scale >= below || section * scale >= below) return null;
      total += section * scale;
      [below, section, room, factor] = [scale, 0, scale, 0];
    }
    if (factor === 0) continue;
    if (value * factor >= room) return null;
    section += value * factor;
    room = factor;
  }
  if (section >= below) return null;
  // 1.1万 is 11000, not 11000.000000000002.
  return Number((total + section).toPrecision(MAX_DIGITS));
}

const KANJI = /[〇零一二三四五六七八九十百千万億兆]+/y;
const KANJI_DIGITS = '〇一二三四五六七八九';

/** A number in kanji at this place: 二百五十, 一〇〇. */
export function readKanji(text: string, start: number): ReadNumber | null {
  const kanji = matchAt(KANJI, text, start)?.[0].replaceAll('零', '〇');
  // 千円 is a unit.
  if (!kanji || !/[〇一二三四五六七八九十]/.test(kanji)) return null;
  const end = start + kanji.length;
  if (/^[〇一二三四五六七八九]+$/.test(kanji)) {
    const digits = [...kanji].map((c) => KANJI_DIGITS.indexOf(c)).join('');
    const problem =
      digits.length > 1 && digits.startsWith('0') ? { problem: 'it begins with 〇' } : {};
    return { start, end, value: Number(digits), ...problem };
  }
  let [total, section, digit] = [0, 0, 0];
  for (const c of kanji) {
    const scale = SCALE[c];
    if (scale === undefined) digit = KANJI_DIGITS.indexOf(c);
    else if (scale < 1e4) {
      section += (digit || 1) * scale;
      digit = 0;
    } else {
      total += (section + digit || 1) * scale;
      section = digit = 0;
    }
  }
  return { start, end, value: total + section + digit };
}
