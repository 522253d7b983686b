import type { DateMention, Phase } from '../records/initiative.ts';
import { fiscalYear } from './eras.ts';
import { foldWidth } from './numerals.ts';
import type { Span } from './span.ts';

export type PlacedDate = DateMention & Span;

/** What an item is about that names no year. */
export type DateContext = { readonly fiscalYear: number; readonly phase: Phase };

const ERA = '(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[SHR])';
const ERA_YEAR = `(?:${ERA}(?:元|\\d{1,2})|(?<!\\d)(?:19|20)\\d\\d)`;
const YEAR = `(?:${ERA_YEAR}|(?<![\\d,.第])(?:元|\\d{1,2}))`;
const MONTH = '(?<![\\d,.])(?<month>1[0-2]|0?[1-9])月(?![間額号平])';
const NUMBER_OF_MONTH = '(?<month>1[0-2]|0?[1-9])';
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])日(?![間目平])';
const MONTH_AND_DAY = '(?<=[(、,])(?<month>1[0-2]|[1-9])/(?<day>3[01]|[12]\\d|[1-9])(?=[、,)(~・])';
/** 平成25年法律第101号: the number of a law. */
const LAW = '[^\\s\\d、。()]{1,8}第\\d+号';
/** A point in time as exactly as it is told: 平成26年3月12日, 25年9月, 8月, 26年度, H27; or the 11 of 11～12月. */
const POINT = new RegExp(
  [
    `(?<year>${ERA_YEAR})[./-]${NUMBER_OF_MONTH}[./-](?<day>[12]\\d|3[01]|0?[1-9])(?![\\d./-])`,
    `(?<year>${ERA}\\d{1,2})[./]${NUMBER_OF_MONTH}(?![\\d./])`,
    '(?<year>同)月(?<day>[12]\\d|3[01]|0?[1-9])日(?![間目])',
    `(?<year>${YEAR})年?(?<unit>年度)(?![目間])`,
    `(?<year>${YEAR}|[同翌])年${MONTH}(?:${DAY})?`,
    `${MONTH}(?:${DAY})?`,
    `(?<=[~・])${DAY}`,
    MONTH_AND_DAY,
    '(?<=/\\d{1,2}[~・])(?<day>3[01]|[12]\\d|[1-9])(?=[、,)(])',
    `(?<year>${ERA_YEAR}|(?<=年(?:から|~))\\d{1,2})(?<unit>年)(?!${LAW}|[間度代目])`,
    '(?<![A-Za-z])(?<year>[HR]\\d{1,2})(?![\\w.-])',
    `(?<low>(?<![\\d,.第])${ERA}?(?:元|\\d{1,4}))(?=年?[~・]${ERA}?\\d{1,4}(?:年度|[月日]))`,
  ].join('|'),
  'g',
);
const EXTENT = /^(?:末|[上中下初]旬|初め|頃)/;
const RANGE = /^年?度?(?:\([日月火水木金土]\))?(?:~|から)$/;
/** 昨年10月, 毎年8月: months of a year that is not told. */
const MAX_ELSEWHEN = 8;
const ELSEWHEN = /(?:一?昨年|前年|来年|今年|昨年度|前年度|来年度|次年度|毎年度?|例年|隔年)の?$/;

/** （6/18）, but （1/2）, which may be a fraction. */
const isFraction = ({ month, day }: Record<string, string | undefined>): boolean =>
  Number(day) <= 12 && Number(month) <= Number(day);

type Point = Span & {
  year: string | null;
  unit: '年度' | '年' | null;
  month: number | null;
  day: number | null;
  /** Its unit is that of the point behind it. */
  low: string | null;
};

function pointsOf(folded: string): Point[] {
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  return [...folded.matchAll(POINT)]
    .filter(({ index }) => !ELSEWHEN.test(folded.slice(Math.max(0, index - MAX_ELSEWHEN), index)))
    .filter(
      ({ 0: all, groups = {} }) => groups['year'] || !all.includes('/') || !isFraction(groups),
    )
    .map(({ index, 0: all, groups = {} }) => {
      const end = index + all.length;
      const year = groups['year'] ?? null;
      return {
        start: index,
        end: end + (EXTENT.exec(folded.slice(end))?.[0].length ?? 0),
        year,
        unit: groups['unit'] === '年' ? '年' : /^[HR]\d+$|度$/.test(all) ? '年度' : null,
        month: number(groups['month']),
        day: number(groups['day']),
        low: groups['low'] ?? null,
      };
    });
}

/** The 11 of 11～12月 as the month that it is. */
function completed(point: Point, next: Point | undefined): Point {
  if (point.low === null || !next) return point;
  if (next.unit === '年度') return { ...point, year: point.low, unit: '年度' };
  const [month, day] =
    next.day === null ? [Number(point.low), null] : [next.month, Number(point.low)];
  return { ...point, year: next.year, month, day };
}

/** What a date says beside its text; `year` is the calendar's. */
type Calendar = Pick<DateMention, 'date' | 'fiscalYear'> & { year: number | null; month: number };

const SAME_SENTENCE = /^(?:に?は|の|に|中に)?[、(]?$/;

/**
 * Where a point stands on the calendar.
 * @param before the point before it, which 同年 and 翌年 point to
 * @param opens whether the point before opens a range that this one closes
 * @param fiscal the fiscal year of months without a year; null where nothing tells it
 */
function onCalendar(
  point: Point,
  before: Calendar | null,
  opens: boolean,
  { fiscal, near }: { readonly fiscal: number | null; readonly near: number },
): Calendar | null {
  if (point.unit === '年度') {
    const year = fiscalYear(`${point.year}年度`, near);
    return year === null ? null : { date: null, fiscalYear: year, year: null, month: 4 };
  }
  const month = point.month ?? (point.day === null ? null : (before?.month ?? null));
  if (month === null && point.unit !== '年') return null;
  const year = ((): number | null => {
    if (point.year === '同') return before?.year ?? null;
    if (point.year === '翌') return before?.year ? before.year + 1 : null;
    if (point.year !== null) return fiscalYear(`${point.year}年`, near);
    if (opens && before) return before.year && before.year + (Number(month) < before.month ? 1 : 0);
    return fiscal && fiscal + (Number(month) < 4 ? 1 : 0);
  })();
  const digits = (n: number | null) => (n === null ? '' : `-${String(n).padStart(2, '0')}`);
  return {
    date: `${year ?? '-'}${digits(month)}${digits(point.day)}`,
    fiscalYear: year === null || month === null ? null : year - (month < 4 ? 1 : 0),
    year,
    month: month ?? 1,
  };
}

/**
 * Every calendar date and fiscal year of the text, in order; a range is one. Years that are told only by their
 * distance (前年度, 昨年) are none. A month without a year is one of the evaluated year where the item tells what was
 * done, and of no year where it tells what is to come.
 */
export function dates(text: string, { fiscalYear: evaluated, phase }: DateContext): PlacedDate[] {
  const folded = foldWidth(text);
  const told: PlacedDate[] = [];
  let before: { point: Point; calendar: Calendar } | null = null;
  const points = pointsOf(folded);
  for (const [n, raw] of points.entries()) {
    const point = completed(raw, points[n + 1]);
    const gap: string = before ? folded.slice(before.point.end, point.start) : '';
    const opens = before !== null && RANGE.test(gap);
    const within = before?.calendar.date === null && SAME_SENTENCE.test(gap);
    const usual = phase === 'improvement' ? null : evaluated;
    const fiscal: number | null = within ? (before?.calendar.fiscalYear ?? null) : usual;
    const calendar = onCalendar(point, before?.calendar ?? null, opens, {
      fiscal,
      near: evaluated,
    });
    if (!calendar) continue;
    const last = told.at(-1);
    if (opens && last) {
      told.splice(-1, 1, ranged(last, calendar, text, point.end));
    } else {
      const { date, fiscalYear } = calendar;
      const { start, end } = point;
      told.push({ text: text.slice(start, end), date, fiscalYear, start, end });
    }
    before = { point, calendar };
  }
  return told;
}

function ranged(low: PlacedDate, high: Calendar, text: string, end: number): PlacedDate {
  const { start, date, fiscalYear } = low;
  return {
    ...{ text: text.slice(start, end), date, fiscalYear, start, end },
    ...(high.date === null ? {} : { through: high.date }),
    ...(high.date === null && high.fiscalYear !== null
      ? { throughFiscalYear: high.fiscalYear }
      : {}),
  };
}
