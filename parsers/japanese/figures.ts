import type { ValueStatus } from '../records/figure.ts';
import { comparable } from './characters.ts';

/** What a table cell says. `value` is in the cell's own `unit` (12.3億円 is 12.3 億円). */
export type Figure = {
  readonly value: number | null;
  readonly unit: string | null;
  readonly status: ValueStatus;
  readonly qualifier?: string;
};

const NOT_APPLICABLE = /^(?:[-ー]+|該当なし|対象外)$/;
const PENDING =
  /^(?:(?:調査|集計|確認|算定|算出|精査|測定|分析|推計|作成)中|未(?:確定|集計|公表|定|発表)|(?:\d+月)?(?:頃)?(?:公表|確定|判明)予定)$/;
/** ※1, *2, 注3 behind a figure point to a note. */
const NOTE_MARKS = /(?:[※*]+\d{0,2}|注\d{0,2}|[†‡])+$/;
const BEFORE = '約|延べ|のべ|およそ|概ね|おおむね|ほぼ|累計|計|年間|全国|第';
const AFTER = '以上|以下|以内|未満|程度|超|弱|強|台';
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const FIGURE = new RegExp(
  `^(?<before>${BEFORE})?(?<sign>[△▲-])?(?<number>${NUMBER})(?<unit>[^\\d,.()（）△▲]{0,12}?)(?<after>${AFTER})?$`,
);
const ARROW = /[→⇒➡]/g;
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;

/**
 * Reads the text of a cell; null for a blank one. The figure is the one outside parentheses: 「35社（30社）」 is 35.
 * Words without one figure are a narrative; what is neither is `unread`, never a guess.
 */
export function figure(text: string): Figure | null {
  const folded = comparable(text);
  if (folded === '') return null;
  const none = { value: null, unit: null };
  if (folded.includes('\ufffd')) return { ...none, status: 'unread' };
  const outside = withoutParentheses(folded).replace(NOTE_MARKS, '');
  const core = outside.replace(ARROW, '');
  if (NOT_APPLICABLE.test(core)) return { ...none, status: 'not-applicable' };
  if (PENDING.test(core)) return { ...none, status: 'pending' };
  const inside = folded.replace(/^\((.*)\)$/, '$1');
  if (core === '' && PENDING.test(inside)) return { ...none, status: 'pending' };
  const read = readFigure(core, text);
  if (read) return read;
  const words = core.match(WORDS)?.length ?? 0;
  return { ...none, status: words >= 4 || ARROW.test(outside) ? 'narrative' : 'unread' };
}

/** A figure that stands in parentheses as a whole, as head counts do below the personnel costs: 「（26人）」. */
export function parenthesized(text: string): Figure | null {
  const folded = comparable(text);
  const inside = /^\((.*)\)$/.exec(folded)?.[1];
  return inside === undefined ? figure(text) : readFigure(inside, text);
}

function readFigure(core: string, printed: string): Figure | null {
  const groups = FIGURE.exec(core)?.groups;
  if (!groups) return null;
  const size = Number((groups['number'] ?? '').replaceAll(',', ''));
  const qualifier = [groups['before'], groups['after']].filter(Boolean).join('');
  const unit = groups['unit'] ?? '';
  return {
    value: groups['sign'] ? -size : size,
    unit: unit === '' ? null : asPrinted(unit, printed),
    status: 'reported',
    ...(qualifier === '' ? {} : { qualifier }),
  };
}

/** The unit's own characters where the cell has them: ％ stays ％. */
function asPrinted(unit: string, printed: string): string {
  for (let from = 0; from < printed.length; from++) {
    for (let to = from + 1; to <= Math.min(printed.length, from + unit.length); to++) {
      if (comparable(printed.slice(from, to)) === unit) return printed.slice(from, to);
    }
  }
  return unit;
}

function withoutParentheses(text: string): string {
  let [depth, kept] = [0, ''];
  for (const c of text) {
    if (c === '(') depth++;
    if (depth === 0) kept += c;
    if (c === ')' && depth > 0) depth--;
  }
  return depth === 0 ? kept : text;
}

const YEN: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1e3,
  万円: 1e4,
  十万円: 1e5,
  百万円: 1e6,
  千万円: 1e7,
  億円: 1e8,
  兆円: 1e12,
};

/** How many yen one of a unit is; null for what is not money. */
export function yenPer(unit: string | null): number | null {
  return unit === null ? null : (YEN[comparable(unit)] ?? null);
}
