import { figure } from '../japanese/figures.ts';
import type { Place } from '../records/place.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { type Warning, withSeverity } from '../records/warning.ts';

/** What OCR takes digits for, by the digit that looks like it. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  0: 'OoDQ〇○',
  1: 'Il|i!',
  2: 'Zz',
  3: '三',
  5: 'Ss',
  6: 'b',
  7: 'フ',
  8: 'B',
  9: 'gq',
};
const DIGITS = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([digit, letters]) =>
    Array.from(letters, (letter) => [letter, digit] as const),
  ),
);

/**
 * A sheet whose unread figures on pages of somebody's OCR are told as `doubtful-reading`, with the figure that stands there
 * where its letters are the digits they look like. The figure itself stays unread.
 * @param isOcr whether the text of a page is such a layer
 */
export function withLookAlikes(sheet: SheetRecord, isOcr: (page: number) => boolean): SheetRecord {
  const unread = unreadOn(sheet).filter(({ at }) => isOcr(at.page));
  if (unread.length === 0) return sheet;
  const warnings = sheet.warnings.map((warning): Warning => {
    const { code, at } = warning;
    const cell = code === 'unread' && at ? unread.find((one) => isSame(one.at, at)) : undefined;
    const digits = cell && digitsFor(cell.text);
    if (!cell || !digits) return warning;
    const message = `Read by somebody's OCR as 「${cell.text}」, which may be 「${digits}」: it is taken as no figure.`;
    const candidates = [cell.text, digits];
    return withSeverity({ ...warning, code: 'doubtful-reading', message, candidates });
  });
  return { ...sheet, warnings };
}

/** The text with digits for the letters that look like them; null where that makes no figure. */
export function digitsFor(text: string): string | null {
  const digits = text.replace(RUN, (run) => Array.from(run, (c) => DIGITS.get(c) ?? c).join(''));
  const value = digits === text ? null : (figure(digits)?.value ?? null);
  return value === null ? null : digits;
}

/** Digits, points and letters that look like digits, up to a unit that no such letter begins. */
const RUN = new RegExp(`[${[...DIGITS.keys()].join('')}\\d０-９.,．，]+(?![a-zA-Z])`, 'gu');

function unreadOn({ indicators, budget }: SheetRecord) {
  return [
    ...indicators.flatMap(({ values, achievement, pastAchievements = [] }) => [
      ...values,
      ...pastAchievements,
      ...(achievement ? [achievement] : []),
    ]),
    ...budget.flatMap(({ amounts }) => amounts),
  ].filter(({ status }) => status === 'unread');
}

const isSame = (a: Place, b: Place) => a.page === b.page && `${a.box}` === `${b.box}`;
