import { comparable } from '../../parsers/japanese/characters.ts';
import type { Corrected } from '../../parsers/records/corrected.ts';
import type { Indicator } from '../../parsers/records/indicator.ts';
import type { Box, Place } from '../../parsers/records/place.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';

/** What of a sheet may be corrected. */
export const CORRECTABLE = [
  'value',
  'achievement',
  'amount',
  'grade',
  'reason',
  'goal',
  'item',
  'rating',
  'field',
] as const;
export type Correctable = (typeof CORRECTABLE)[number];

/** What a person said of one place on paper. */
export interface Correction {
  readonly id: string;
  readonly sheetId: string;
  readonly field: Correctable;
  readonly at: Place;
  /** the text as it was read there */
  readonly read: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601 */
  readonly time: string;
  /** of the PDF that was looked at */
  readonly sha256: string;
}

/** Something of a record that may be corrected, where it stands. */
interface Spot {
  readonly field: Correctable;
  readonly at: readonly Place[];
  readonly text: string;
  readonly value: number | null;
  readonly correct: (by: Corrected) => void;
}

interface Node {
  readonly text: string;
  readonly at: Place | readonly Place[];
  corrected?: Corrected | undefined;
}

const spot = (field: Correctable, node: Node, value: number | null = null): Spot => ({
  ...{ field, text: node.text, value },
  at: Array.isArray(node.at) ? node.at : [node.at as Place],
  correct: (by) => {
    node.corrected = by;
  },
});

const spotsOfIndicator = ({ values, achievement, pastAchievements = [] }: Indicator): Spot[] => [
  ...values.map((one) => spot('value', one, one.value)),
  ...[...pastAchievements, ...(achievement ? [achievement] : [])].map((one) =>
    spot('achievement', one, one.ratio),
  ),
];

function spotsOf(sheet: SheetRecord): Spot[] {
  const { progress } = sheet;
  return [
    ...sheet.indicators.flatMap(spotsOfIndicator),
    ...sheet.budget.flatMap(({ amounts }) => amounts.map((one) => spot('amount', one, one.value))),
    ...(progress
      ? [
          {
            ...({ field: 'grade', at: [progress.at], text: progress.grade, value: null } as const),
            correct: (by: Corrected) => {
              progress.corrected = by;
            },
          },
          {
            ...({ field: 'reason', at: progress.reasonAt, text: progress.reason ?? '' } as const),
            value: null,
            correct: (by: Corrected) => {
              progress.reasonCorrected = by;
            },
          },
        ]
      : []),
    ...sheet.goals.map((one) => spot('goal', one)),
    ...sheet.initiatives.flatMap(({ items }) => items.map((one) => spot('item', one))),
    ...(sheet.ratings ?? []).map((one) => spot('rating', one)),
    ...(sheet.fields ?? []).map((one) => spot('field', one)),
  ];
}

/** Two boxes that share less are two places. */
const MIN_OVERLAP = 0.5;

/** What stands at the correction's place, of its kind: the one that covers it best. */
function spotAt(spots: readonly Spot[], { field, at }: Pick<Correction, 'field' | 'at'>) {
  const [best] = spots
    .filter((one) => one.field === field)
    .map((one) => ({ one, shared: Math.max(0, ...one.at.map((place) => overlap(place, at))) }))
    .toSorted((a, b) => b.shared - a.shared);
  return best && best.shared >= MIN_OVERLAP ? best.one : undefined;
}

/** The area that two places share, as a part of the area of the larger one. */
function overlap(a: Place, b: Place): number {
  if (a.page !== b.page) return 0;
  const [ax0, ay0, ax1, ay1] = a.box;
  const [bx0, by0, bx1, by1] = b.box;
  const width = Math.min(ax1, bx1) - Math.max(ax0, bx0);
  const height = Math.min(ay1, by1) - Math.max(ay0, by0);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.max(area(a.box), area(b.box));
}

const area = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0);

/** Whether the paper says at the place what it said when it was corrected: the same PDF does, another may. */
const saysTheSame = (
  { text }: Pick<Spot, 'text'>,
  correction: Correction,
  sha256: string,
): boolean => sha256 === correction.sha256 || comparable(text) === comparable(correction.read);

function apply(spots: readonly Spot[], corrections: readonly Correction[], sha256: string) {
  const standing = new Set<string>();
  for (const correction of corrections) {
    const found = spotAt(spots, correction);
    if (!found || !saysTheSame(found, correction, sha256)) continue;
    const { id, value, text, by, time: at, reason, read } = correction;
    found.correct({ id, value, text, by, at, reason, read });
    standing.add(id);
  }
  return standing;
}

/** What a person says that a sheet's grade is, of which there is one, where its place is not at hand; else null. */
export function correctedGrade(
  grade: string | null,
  corrections: readonly Correction[],
  sha256: string,
): string | null {
  const last = corrections.findLast(
    (one) => one.field === 'grade' && saysTheSame({ text: grade ?? '' }, one, sha256),
  );
  return last?.text ?? null;
}

/** A record with what was corrected of it, of several of one place the last; it has been read from this PDF. */
export function withCorrections<S extends SheetRecord>(
  sheet: S,
  corrections: readonly Correction[],
  sha256: string,
): S {
  if (corrections.length === 0) return sheet;
  const copy = structuredClone(sheet);
  apply(spotsOf(copy), corrections, sha256);
  return copy;
}

/** The same for an indicator alone. */
export function withCorrected(
  indicator: Indicator,
  corrections: readonly Correction[],
  sha256: string,
): Indicator {
  if (corrections.length === 0) return indicator;
  const copy = structuredClone(indicator);
  apply(spotsOfIndicator(copy), corrections, sha256);
  return copy;
}

/** The ids of the corrections whose place still says what it said. */
export const standingCorrections = (
  sheet: SheetRecord,
  corrections: readonly Correction[],
  sha256: string,
): ReadonlySet<string> => apply(spotsOf(structuredClone(sheet)), corrections, sha256);

/** What is read of the kind at the place; undefined where nothing is. */
export const readAt = (sheet: SheetRecord, where: Pick<Correction, 'field' | 'at'>) =>
  spotAt(spotsOf(sheet), where)?.text;

/** What is to be reckoned with: the figure that a person put there, else the one that was read. */
export const standingValue = ({
  value,
  corrected,
}: {
  readonly value: number | null;
  readonly corrected?: Corrected | undefined;
}): number | null => (corrected ? corrected.value : value);
