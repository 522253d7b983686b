import { comparable } from '../../parsers/japanese/characters.ts';
import type { Corrected } from '../../parsers/records/corrected.ts';
import type { Indicator, IndicatorValue } from '../../parsers/records/indicator.ts';
import type { Place } from '../../parsers/records/place.ts';
import { standingValue } from '../domain/corrections.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import { changeTold, type ToldChange } from './change-told.ts';
import { type Direction, directionOf } from './direction.ts';
import { pairIndicators } from './pairing.ts';
import { referenceTo, type SheetReference } from './sheet-reference.ts';

export const CHANGE_KINDS = [
  'target-lowered',
  'target-raised',
  'actual-revised',
  'baseline-revised',
  'indicator-dropped',
  'indicator-added',
  'indicator-renamed',
  'indicator-moved',
  'rating-changed',
  'pending-still',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What one of the two sheets says; null where it says nothing. */
type Side = {
  text: string;
  value: number | null;
  /** what a person says it is; both null where nobody corrected it */
  corrected: number | null;
  correctedText: string | null;
  at: Place;
  pdfUrl: string;
} | null;

/** What a sheet says otherwise than that of the year before; the sheet is the later one. */
export interface YearlyChange extends SheetReference, ToldChange {
  kind: ChangeKind;
  before: { sheet: string; fiscalYear: number };
  /** name in the later sheet that has it */
  indicator: string | null;
  unit: string | null;
  /** the fiscal year that the figure is of */
  ofFiscalYear: number | null;
  direction: Direction;
  from: Side;
  to: Side;
}

/** What has changed from one year's sheet to the next one's, in the order of the later sheet. */
export const changesBetween = (before: RevisedSheet, after: RevisedSheet): YearlyChange[] =>
  differences(before, after).map((change) => ({ ...change, ...changeTold(change) }));

type Difference = Omit<YearlyChange, keyof ToldChange>;

function differences(before: RevisedSheet, after: RevisedSheet): Difference[] {
  const common = {
    ...referenceTo(after),
    before: { sheet: before.id, fiscalYear: before.fiscalYear },
  };
  const none = { indicator: null, unit: null, ofFiscalYear: null, direction: 'unknown' as const };
  const side = (sheet: RevisedSheet, { text, value, corrected, at }: Said): Side => {
    if (!at) return null;
    const said = { corrected: corrected?.value ?? null, correctedText: corrected?.text ?? null };
    return { text, value, ...said, at, pdfUrl: pdfUrl(sheet.id, at) };
  };
  const named = (sheet: RevisedSheet, { name, values }: Indicator) =>
    side(sheet, { text: name, value: null, at: values[0]?.at });
  const { pairs, dropped, added } = pairIndicators(before.indicators, after.indicators);

  return [
    ...ratingChange(),
    ...pairs.flatMap(({ from, to }) => {
      const about = { ...common, indicator: to.name, unit: to.unit, direction: directionOf(to) };
      const whole = {
        ...about,
        ofFiscalYear: null,
        from: named(before, from),
        to: named(after, to),
      };
      return [
        ...(comparable(from.name) === comparable(to.name)
          ? []
          : [{ ...whole, kind: 'indicator-renamed' as const }]),
        ...(from.initiative === to.initiative && from.level === to.level
          ? []
          : [{ ...whole, kind: 'indicator-moved' as const }]),
        ...valueChanges(from, to).map(({ kind, was, is }) => ({
          ...about,
          kind,
          ofFiscalYear: is.fiscalYear,
          from: side(before, was),
          to: side(after, is),
        })),
      ];
    }),
    ...dropped.map((indicator) => ({
      ...common,
      ...none,
      kind: 'indicator-dropped' as const,
      ...{ indicator: indicator.name, unit: indicator.unit, direction: directionOf(indicator) },
      ...{ from: named(before, indicator), to: null },
    })),
    ...added.map((indicator) => ({
      ...common,
      ...none,
      kind: 'indicator-added' as const,
      ...{ indicator: indicator.name, unit: indicator.unit, direction: directionOf(indicator) },
      ...{ from: null, to: named(after, indicator) },
    })),
  ];

  function ratingChange(): Difference[] {
    const [was, is] = [before.progress, after.progress];
    if (!was || !is || standingGrade(was) === standingGrade(is)) return [];
    const from = side(before, { ...was, text: was.grade, value: null });
    const to = side(after, { ...is, text: is.grade, value: null });
    return [{ ...common, ...none, kind: 'rating-changed', from, to }];
  }
}

interface Said {
  readonly text: string;
  readonly value: number | null;
  readonly corrected?: Corrected | undefined;
  readonly at: Place | undefined;
}

const standingGrade = ({ grade, corrected }: NonNullable<RevisedSheet['progress']>) =>
  corrected?.text ?? grade;

type ValueChange = { kind: ChangeKind; was: IndicatorValue; is: IndicatorValue };

/** Cells of the same year and type in both sheets that say different things. */
function valueChanges(from: Indicator, to: Indicator): ValueChange[] {
  return to.values.flatMap((is): ValueChange[] => {
    const was = from.values.find(
      ({ fiscalYear, type }) => fiscalYear === is.fiscalYear && type === is.type,
    );
    if (!was) return [];
    if (was.status === 'pending' && is.status === 'pending') {
      return [{ kind: 'pending-still', was, is }];
    }
    const [before, now] = [standingValue(was), standingValue(is)];
    if (before === null || now === null || before === now) return [];
    const kind = kindOf(is.type, now < before);
    return kind ? [{ kind, was, is }] : [];
  });
}

function kindOf(type: IndicatorValue['type'], lower: boolean): ChangeKind | undefined {
  if (type === 'target') return lower ? 'target-lowered' : 'target-raised';
  if (type === 'actual') return 'actual-revised';
  return type === 'baseline' ? 'baseline-revised' : undefined;
}
