import { type Doubtful, displayed } from '../pdf/page.ts';
import type { ReadPage } from '../pdf/read.ts';
import type { BudgetLine } from '../records/budget.ts';
import type { Achievement, Indicator } from '../records/indicator.ts';
import type { Initiative } from '../records/initiative.ts';
import { type Box, boxAround, type Place, type Places } from '../records/place.ts';
import type { SheetRecord } from '../records/sheet.ts';
import { type Warning, withSeverity } from '../records/warning.ts';
import { figuresNamedAt } from './doubtful-labels.ts';

/** A place of the document that was not read for certain. */
export type DoubtfulPlace = Place & Pick<Doubtful, 'of' | 'candidates'>;

/** The doubtful places of a page, as displayed. */
export function doubtfulOn(page: ReadPage): DoubtfulPlace[] {
  return (page.doubtful ?? []).map(({ box, ...doubt }) => ({
    ...doubt,
    page: page.number,
    box: displayed(page, box).map((v) => Math.round(v * 100) / 100) as Box,
  }));
}

/**
 * A sheet without the figures that two networks read differently: such a figure has no value and is `unread`, its text stays
 * as best read. Every doubtful place on the sheet's pages is told, with what may stand there.
 */
export function withoutDoubtful(sheet: SheetRecord, places: readonly DoubtfulPlace[]): SheetRecord {
  const own = places.filter(({ page }) => sheet.pages.from <= page && page <= sheet.pages.to);
  if (own.length === 0) return sheet;
  const numbers = own.filter((place) => place.of === 'number');
  const isIn = (at: Place) => numbers.some((place) => contains(at, place));
  const touches = (at: Places | undefined) => (at ?? []).some(isIn);
  const indicators = sheet.indicators.map((indicator) => figuresOf(indicator, isIn));
  const unchecked = indicators.flatMap(({ achievement, pastAchievements = [] }) =>
    [achievement, ...pastAchievements].filter((one) => one?.check === 'not-computable'),
  );
  const warnings = sheet.warnings.filter(
    ({ code, at }) =>
      code !== 'achievement-mismatch' ||
      !unchecked.some(
        (one) => at && one && one.at.page === at.page && `${one.at.box}` === `${at.box}`,
      ),
  );
  return {
    ...sheet,
    indicators,
    budget: sheet.budget.map((line) => amountsOf(line, isIn)),
    initiatives: sheet.initiatives.map((initiative) => factsOf(initiative, touches)),
    warnings: [...warnings, ...own.map((place) => told(place, sheet))],
  };
}

function figuresOf(indicator: Indicator, isIn: (at: Place) => boolean): Indicator {
  const values = indicator.values.map((value) =>
    isIn(value.at) ? { ...value, value: null, status: 'unread' as const } : value,
  );
  const lost = new Set(
    values.filter((value, i) => value !== indicator.values[i]).map(({ fiscalYear }) => fiscalYear),
  );
  const checked = (achievement: Achievement): Achievement => {
    const unread = isIn(achievement.at);
    if (!unread && !lost.has(achievement.fiscalYear)) return achievement;
    return {
      ...achievement,
      ...(unread && { ratio: null, status: 'unread' as const }),
      check: 'not-computable',
      arithmetic: 'A figure that it is made of was not read for certain.',
    };
  };
  return {
    ...indicator,
    values,
    achievement: indicator.achievement && checked(indicator.achievement),
    ...(indicator.pastAchievements && {
      pastAchievements: indicator.pastAchievements.map(checked),
    }),
  };
}

function amountsOf(line: BudgetLine, isIn: (at: Place) => boolean): BudgetLine {
  const amounts = line.amounts.map((amount) =>
    isIn(amount.at) ? { ...amount, value: null, yen: null, status: 'unread' as const } : amount,
  );
  return { ...line, amounts };
}

function factsOf(initiative: Initiative, touches: (at: Places | undefined) => boolean): Initiative {
  const items = initiative.items.map((item) => ({
    ...item,
    facts: item.facts.filter(({ at }) => !touches(at)),
  }));
  return { ...initiative, items };
}

/** Where what is in doubt names figures, they may be of something else: the warning's box goes around them, too. */
function told({ page, box, of, candidates }: DoubtfulPlace, sheet: SheetRecord): Warning {
  const [taken = '', ...others] = candidates;
  const named = figuresNamedAt(sheet, { page, box }, candidates);
  const read = `Read as 「${taken}」${
    of === 'words'
      ? ' without being sure of it'
      : others.length > 0
        ? `, but another network reads 「${others.join('」 or 「')}」`
        : ', of which nobody knows all'
  }`;
  const so = of === 'words' ? '' : ': it is taken as no figure';
  const message = `${read}${named.length > 0 ? ', and figures beside or below are of it' : so}.`;
  return withSeverity({
    code: 'doubtful-reading' as const,
    message,
    candidates: [...candidates],
    at: { page, box: boxAround([box, ...named]) },
  });
}

function contains({ page, box: [x0, y0, x1, y1] }: Place, place: DoubtfulPlace): boolean {
  const [a0, b0, a1, b1] = place.box;
  const [x, y] = [(a0 + a1) / 2, (b0 + b1) / 2];
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return (
    page === place.page &&
    ((x >= x0 && x <= x1 && y >= y0 && y <= y1) || (cx >= a0 && cx <= a1 && cy >= b0 && cy <= b1))
  );
}
