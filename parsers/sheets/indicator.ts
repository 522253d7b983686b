import { figure } from '../japanese/figures.ts';
import type { FigureKind } from '../japanese/kinds.ts';
import { isSameUnit } from '../japanese/unit-synonyms.ts';
import type { PlacedText } from '../layout/text.ts';
import {
  type Achievement,
  type Indicator,
  type IndicatorValue,
  ValueType,
} from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import { checkAchievement } from './achievement.ts';
import { besideValue, oddities, withoutDoubtfulPoint, withStruck } from './odd-figures.ts';
import { firstPlace } from './places.ts';
import type { Reading } from './reading.ts';

/** A cell of an indicator with what its column and row make of it; `text` is without white space. */
export type ReadCell = {
  readonly kind: FigureKind;
  readonly fiscalYear: number | null;
  readonly through: number | null;
  readonly text: PlacedText;
  /** What stands in the cell and is struck through. */
  readonly struck: readonly PlacedText[];
};

/** What a table says of one indicator, whichever way it lies. `unit` where the table states it apart. */
export type IndicatorCells = Pick<Indicator, 'id' | 'level' | 'initiative' | 'name' | 'unit'> & {
  readonly cells: readonly ReadCell[];
};

const TYPES = ValueType.options;

/** One indicator from its cells; what is odd about them is told. */
export function toIndicator({ cells, ...about }: IndicatorCells, reading: Reading): Indicator {
  const { evaluated } = reading;
  const values = cells
    .flatMap((cell) => readValue(cell, reading))
    .map((value, _, row) => withoutDoubtfulPoint(value, row, reading.warnings))
    .sort((a, b) => a.fiscalYear - b.fiscalYear || TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
  reading.warnings.push(...repeatedValues(values));
  const achievements = cells.flatMap((cell) => readAchievement(cell, values, reading));
  return {
    ...about,
    description: null,
    targetRationale: null,
    unit: unitOf(cells, about.unit, reading),
    values,
    achievement: achievements.find((a) => a.fiscalYear === evaluated) ?? null,
    ...pastOf(achievements, evaluated),
  };
}

function pastOf(achievements: readonly Achievement[], evaluated: number) {
  const past = achievements.filter((a) => a.fiscalYear !== evaluated);
  return past.length === 0 ? {} : { pastAchievements: past };
}

/** A year has one value of a type; which of two is meant nobody can say. */
function repeatedValues(values: readonly IndicatorValue[]): Warning[] {
  return values.flatMap(({ fiscalYear, throughFiscalYear, type, text, at }, i): Warning[] => {
    const first = values.findIndex(
      (v) =>
        v.fiscalYear === fiscalYear && v.throughFiscalYear === throughFiscalYear && v.type === type,
    );
    if (first === i) return [];
    const message = `「${text}」 stands beside 「${values[first]?.text}」: two values of ${fiscalYear} (${type}).`;
    return [{ code: 'two-values', message, at }];
  });
}

function readValue(cell: ReadCell, reading: Reading): IndicatorValue[] {
  const { kind, text, through, fiscalYear } = cell;
  const said = figure(text);
  if (!said || isRatio(kind)) return [];
  const read = withStruck(said, cell.struck);
  const at = firstPlace(reading.place, text);
  if (kind.value === null) {
    reading.warn('unknown-kind', `「${text.text}」 is neither target nor actual.`, text);
    reading.leave([text]);
    return [];
  }
  if (fiscalYear === null) {
    reading.warn(
      'no-fiscal-year',
      `「${text.text}」 stands in a column without a fiscal year.`,
      text,
    );
    reading.leave([text]);
    return [];
  }
  reading.warnings.push(...oddities(text, read, at));
  const qualifier = [kind.qualifier, read.qualifier].filter(Boolean).join('・');
  return [
    {
      fiscalYear,
      type: kind.value,
      text: text.text,
      value: read.value,
      status: read.status,
      ...besideValue(read),
      ...(qualifier === '' ? {} : { qualifier }),
      ...(through === null ? {} : { throughFiscalYear: through }),
      at,
    },
  ];
}

/**
 * The unit that most of the row's figures carry, else the one that is stated beside them or in the name; a change along
 * the row, or from what is stated, is a finding.
 */
function unitOf(
  cells: readonly ReadCell[],
  stated: string | null,
  reading: Reading,
): string | null {
  const units = new Map<string, ReadCell[]>();
  for (const cell of cells) {
    if (isRatio(cell.kind)) continue;
    const unit = figure(cell.text)?.unit;
    if (unit) units.set(unit, [...(units.get(unit) ?? []), cell]);
  }
  const [most] = [...units].sort((a, b) => b[1].length - a[1].length);
  const unit = most?.[0] ?? stated;
  for (const [other, [cell]] of units) {
    const against = other === unit ? stated : unit;
    if (!cell || against === null || isSameUnit(other, against)) continue;
    const message = `The unit of 「${cell.text.text}」 is ${other} beside ${against}.`;
    reading.warn('unit-change', message, cell.text);
  }
  return unit;
}

/** 進捗率 and 達成率 are printed where a ratio is asked for. */
const isRatio = ({ rate }: FigureKind) => rate === 'achievement' || rate === 'progress';

function readAchievement(
  { kind, fiscalYear, text }: ReadCell,
  values: readonly IndicatorValue[],
  reading: Reading,
): Achievement[] {
  const read = figure(text);
  if (!read || !isRatio(kind)) return [];
  const at = firstPlace(reading.place, text);
  const year = fiscalYear ?? reading.evaluated;
  const percent = read.unit !== null && isSameUnit(read.unit, '%');
  // 94.7 ÷ 100 has no exact double; 94,700,000 ÷ 100,000,000 is the nearest to 0.947.
  const ratio =
    read.value === null ? null : percent ? Math.round(read.value * 1e6) / 1e8 : read.value;
  reading.warnings.push(...oddities(text, read, at));
  const { check, arithmetic } = checkAchievement(ratio, year, values, reading.format.achievement);
  if (check === 'mismatch') {
    reading.warn('achievement-mismatch', arithmetic, text);
  }
  return [{ fiscalYear: year, text: text.text, ratio, status: read.status, check, arithmetic, at }];
}
