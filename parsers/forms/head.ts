import { yenPer } from '../japanese/figures.ts';
import { type FigureKind, kindsIn } from '../japanese/kinds.ts';
import { yearsIn } from '../japanese/years.ts';
import { looksLikeUnit } from './naming.ts';
import { HEAD_FILLERS } from './vocabulary/labels.ts';

/** A fiscal year, and the word that tells it from the sheet's (前年度) where the year itself is not printed. */
export type LabelYear = { readonly fiscalYear: number; readonly relative: string | null };

/** What a label above or beside figures says of them. */
export type FigureHead = {
  readonly year: LabelYear | null;
  /** The last of several years: 平成27～31年度. */
  readonly through: number | null;
  readonly kind: FigureKind | null;
  /** A unit of money that stands in parentheses, or behind 単位. */
  readonly unit: string | null;
  /** Whether it is another year's than the evaluated one: 最終目標値. */
  readonly final: boolean;
  /** Whether it says nothing but year, kind and unit. */
  readonly pure: boolean;
};

/** A year without an era is taken to be near this one while the sheet's is not known. */
const ANY_YEAR = 2015;

/** Reads a folded label. @param evaluated the fiscal year of the sheet, null while it is not known */
export function figureHeadOf(folded: string, evaluated: number | null): FigureHead {
  const years = yearsIn(folded, evaluated ?? ANY_YEAR);
  const kinds = kindsIn(folded);
  const unit = unitInside(folded);
  const said = [...years, ...kinds, ...(unit ? [unit] : [])];
  const rest = [...folded].map((c, i) => (said.some((s) => i >= s.start && i < s.end) ? ' ' : c));
  const [year] = years;
  // 目標／実績 heads the column in which each row says which of them it is.
  const values = new Set(kinds.flatMap(({ kind }) => kind.value ?? []));
  const choiceOfKinds = values.size > 1 && years.length === 0;
  return {
    year: year ? { fiscalYear: year.fiscalYear, relative: year.relative } : null,
    through: year?.through ?? null,
    kind: (kinds.find(({ kind }) => kind.rate !== null) ?? kinds[0])?.kind ?? null,
    unit: unit?.unit ?? null,
    final: /最終|中間|到達|長期|中期|将来/.test(folded),
    pure: !choiceOfKinds && folded !== '' && HEAD_FILLERS.test(rest.join('').replaceAll(' ', '')),
  };
}

const CAPTION = /単位[:：]?([^()・、,]{1,6})/;

type Inside = { readonly unit: string; readonly start: number; readonly end: number };

function unitInside(folded: string): Inside | null {
  const caption = CAPTION.exec(folded);
  if (caption) {
    const { index, 0: all, 1: unit = '' } = caption;
    return { unit, start: index, end: index + all.length };
  }
  const counted = /(?<=[値額数量率績標画])\((?<unit>[^()\d]{1,5})\)$/.exec(folded);
  const said = counted?.groups?.['unit'];
  if (counted && said && looksLikeUnit(said)) {
    return { unit: said, start: counted.index, end: folded.length };
  }
  const yen = folded.matchAll(/(?<=\([^()]{1,8}[・、,/])([百千万億]{0,2}円)(?=\))/g);
  const parentheses = folded.matchAll(/\(([^()]{1,5})\)/g);
  for (const { index, 0: all, 1: unit = '' } of [...parentheses, ...yen]) {
    if (yenPer(unit) !== null || /^[%人件回]$/.test(unit)) {
      return { unit, start: index, end: index + all.length };
    }
  }
  return null;
}

/** The unit of money that a folded label or heading says: 事業費(千円). */
export function yenIn(folded: string): string | null {
  const { unit } = figureHeadOf(folded, null);
  return unit !== null && yenPer(unit) !== null ? unit : null;
}

/** Whether a label heads figures: it names a year or a kind, and nothing else. */
export const headsFigures = (head: FigureHead): boolean =>
  head.pure && (head.year !== null || head.kind !== null);
