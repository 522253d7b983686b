import { yenPer } from '../japanese/figures.ts';
import { KIND_FILLERS, KIND_WORDS, type Kind } from './vocabulary/kinds.ts';
import { type SaidYear, withoutYears, yearsIn } from './years.ts';

/** What a label above or beside figures says of them. */
export type Head = {
  readonly year: SaidYear | null;
  /** The last of several years: 平成27～31年度. */
  readonly through: SaidYear | null;
  readonly kind: Kind | null;
  /** A unit of money that stands in parentheses, or behind 単位. */
  readonly unit: string | null;
  /** Whether it is the last year's that is aimed at, or some other than the evaluated one: 最終目標値. */
  readonly final: boolean;
  /** Whether it says nothing but year, kind and unit. */
  readonly pure: boolean;
};

/** Reads a folded label. @param evaluated the fiscal year of the sheet, null while it is not known */
export function headOf(folded: string, evaluated: number | null): Head {
  const years = yearsIn(folded, evaluated ?? 2015);
  const unit = unitInside(folded);
  let rest = withoutYears(unit === null ? folded : folded.replace(unit.text, ''), evaluated);
  const [word, kind] = KIND_WORDS.find(([word]) => word.test(rest)) ?? [null, null];
  if (word) rest = rest.replace(word, '');
  const more = KIND_WORDS.find(([word]) => word.test(rest));
  if (more) rest = rest.replace(more[0], '');
  return {
    year: years[0] ?? null,
    through: years[1] ?? null,
    kind,
    unit: unit?.unit ?? null,
    final: /最終|中間|到達|長期|中期|将来/.test(folded),
    pure: folded !== '' && KIND_FILLERS.test(rest),
  };
}

const CAPTION = /単位[:：]?([^()・、,]{1,6})/;

function unitInside(folded: string): { text: string; unit: string } | null {
  const caption = CAPTION.exec(folded);
  if (caption) return { text: caption[0], unit: caption[1] as string };
  for (const [text, unit] of folded.matchAll(/\(([^()]{1,5})\)/g)) {
    if (yenPer(unit as string) !== null || /^[%人件回]$/.test(unit as string)) {
      return { text: text as string, unit: unit as string };
    }
  }
  return null;
}

/** Whether a label heads figures: it names a year or a kind, and nothing else. */
export const headsFigures = (head: Head): boolean =>
  head.pure && (head.year !== null || head.kind !== null);
