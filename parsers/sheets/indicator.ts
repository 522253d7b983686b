import type { AchievementSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { figure } from '../japanese/figures.ts';
import type { PlacedText } from '../layout/text.ts';
import {
  type Achievement,
  type Indicator,
  type IndicatorValue,
  ValueType,
} from '../records/indicator.ts';
import type { Warning } from '../records/warning.ts';
import { checkAchievement } from './achievement.ts';
import type { Kind } from './columns.ts';
import { firstPlace, type Placer } from './places.ts';

/** A cell of an indicator with what its column and row make of it; `text` is without white space. */
export type ReadCell = {
  readonly kind: Kind;
  readonly fiscalYear: number | null;
  readonly through: number | null;
  readonly text: PlacedText;
};

/** What a table says of one indicator, whichever way it lies. `unit` where the table states it apart. */
export type IndicatorCells = Pick<Indicator, 'id' | 'level' | 'initiative' | 'name' | 'unit'> & {
  readonly cells: readonly ReadCell[];
};

const TYPES = ValueType.options;

/** One indicator from its cells; what is odd about them joins the warnings. `evaluated` is the sheet's fiscal year. */
export function toIndicator(
  { cells, ...about }: IndicatorCells,
  spec: AchievementSpec,
  evaluated: number,
  place: Placer,
  warnings: Warning[],
): Indicator {
  const values = cells
    .flatMap((cell) => readValue(cell, place, warnings))
    .sort((a, b) => a.fiscalYear - b.fiscalYear || TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
  const achievements = cells.flatMap((cell) =>
    readAchievement(cell, spec, evaluated, values, place, warnings),
  );
  return {
    ...about,
    description: null,
    targetRationale: null,
    unit: about.unit ?? unitOf(cells, place, warnings),
    values,
    achievement: achievements.find((a) => a.fiscalYear === evaluated) ?? null,
    ...pastOf(achievements, evaluated),
  };
}

function pastOf(achievements: readonly Achievement[], evaluated: number) {
  const past = achievements.filter((a) => a.fiscalYear !== evaluated);
  return past.length === 0 ? {} : { pastAchievements: past };
}

function readValue(cell: ReadCell, place: Placer, warnings: Warning[]): IndicatorValue[] {
  const { kind, text, through, fiscalYear } = cell;
  const read = figure(text.text);
  if (!read || kind === 'achievement') return [];
  const at = firstPlace(place, text);
  if (fiscalYear === null) {
    const message = `「${text.text}」 stands in a column without a fiscal year.`;
    warnings.push({ code: 'no-fiscal-year', message, at });
    return [];
  }
  if (read.status === 'unread') {
    const message = `「${text.text}」 was not understood as a value.`;
    warnings.push({ code: 'unread', message, at });
  }
  return [
    {
      fiscalYear,
      type: kind,
      text: text.text,
      value: read.value,
      status: read.status,
      ...(read.qualifier === undefined ? {} : { qualifier: read.qualifier }),
      ...(through === null ? {} : { throughFiscalYear: through }),
      at,
    },
  ];
}

/** The unit that most of the row's figures carry; a change along the row is a finding. */
function unitOf(cells: readonly ReadCell[], place: Placer, warnings: Warning[]): string | null {
  const units = new Map<string, ReadCell[]>();
  for (const cell of cells) {
    if (cell.kind === 'achievement') continue;
    const unit = figure(cell.text.text)?.unit;
    if (unit) units.set(unit, [...(units.get(unit) ?? []), cell]);
  }
  const [most, ...others] = [...units].sort((a, b) => b[1].length - a[1].length);
  for (const [unit, [cell]] of others) {
    if (!most || !cell || comparable(unit) === comparable(most[0])) continue;
    const message = `The unit changes along the row: ${unit} beside ${most[0]}.`;
    warnings.push({ code: 'unit-change', message, at: firstPlace(place, cell.text) });
  }
  return most?.[0] ?? null;
}

function readAchievement(
  { kind, fiscalYear, text }: ReadCell,
  spec: AchievementSpec,
  evaluated: number,
  values: readonly IndicatorValue[],
  place: Placer,
  warnings: Warning[],
): Achievement[] {
  const read = figure(text.text);
  if (!read || kind !== 'achievement') return [];
  const at = firstPlace(place, text);
  const year = fiscalYear ?? evaluated;
  const percent = read.unit !== null && comparable(read.unit) === '%';
  // 94.7 ÷ 100 has no exact double; 94,700,000 ÷ 100,000,000 is the nearest to 0.947.
  const ratio =
    read.value === null ? null : percent ? Math.round(read.value * 1e6) / 1e8 : read.value;
  if (read.status === 'unread') {
    const message = `「${text.text}」 was not understood as an achievement.`;
    warnings.push({ code: 'unread', message, at });
  }
  const { check, arithmetic } = checkAchievement(ratio, year, values, spec);
  if (check === 'mismatch') {
    warnings.push({ code: 'achievement-mismatch', message: arithmetic, at });
  }
  return [{ fiscalYear: year, text: text.text, ratio, status: read.status, check, arithmetic, at }];
}
