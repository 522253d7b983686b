import { comparable } from '../../../parsers/japanese/characters.ts';
import { isSameUnit } from '../../../parsers/japanese/unit-synonyms.ts';
import type { Achievement, IndicatorValue } from '../../../parsers/records/indicator.ts';
import type { ListedIndicator } from '../summary.ts';
import type {
  ChangeReason,
  FigureType,
  SeriesFigure,
  SeriesRevision,
  Statement,
  Year,
} from './series.ts';

/** All that the indicators say, year by year. They come in the order of the years that their sheets evaluate. */
export function mergeYears(indicators: readonly ListedIndicator[]): Year[] {
  const byYear = Map.groupBy(indicators.flatMap(cellsOf), ({ fiscalYear }) => fiscalYear);
  return [...byYear]
    .toSorted(([a], [b]) => a - b)
    .map(([fiscalYear, cells]) => {
      const figure = (type: FigureType) =>
        toFigure(cells.filter((cell) => cell.type === type).map(({ statement }) => statement));
      const forecast = figure('forecast');
      return {
        fiscalYear,
        baseline: figure('baseline'),
        target: figure('target'),
        actual: figure('actual'),
        achievement: figure('achievement'),
        ...(forecast ? { forecast } : {}),
      };
    });
}

interface Cell {
  readonly fiscalYear: number;
  readonly type: FigureType;
  readonly statement: Statement;
}

function cellsOf(indicator: ListedIndicator): Cell[] {
  const { sheet, unit, id, achievement, pastAchievements = [] } = indicator;
  const by = {
    sheetId: sheet.id,
    revision: sheet.revision,
    evaluates: sheet.fiscalYear,
    indicatorId: id,
  };
  const ofValue = ({ fiscalYear, type, ...said }: IndicatorValue): Cell => ({
    fiscalYear,
    type,
    statement: { ...by, ...said, unit },
  });
  const ofAchievement = ({ fiscalYear, ratio, ...one }: Achievement): Cell => {
    const { text, status, check, corrected, at } = one;
    const statement = { ...by, text, value: ratio, unit: null, status, check, corrected, at };
    return { fiscalYear, type: 'achievement', statement };
  };
  const achievements = achievement ? [...pastAchievements, achievement] : pastAchievements;
  return [...indicator.values.map(ofValue), ...achievements.map(ofAchievement)];
}

/** The later sheet stands, but no sheet takes a figure away by printing none. */
function toFigure(sources: Statement[]): SeriesFigure | null {
  const [first, ...later] = sources;
  if (!first) return null;
  let stands = first;
  let before = first;
  const revisions: SeriesRevision[] = [];
  for (const next of later) {
    const change = changeOf(stands, next);
    const knownGone = change === 'withdrawn' && sameWords(before, next);
    if (change && !knownGone) revisions.push({ change, from: stands, to: next });
    if (takesPlaceOf(stands, next)) stands = next;
    before = next;
  }
  return { ...stands, sources, revisions };
}

const takesPlaceOf = (stands: Statement, next: Statement): boolean =>
  next.status === 'reported' ||
  stands.status === 'unread' ||
  (stands.status !== 'reported' && next.status !== 'unread');

/** What the next sheet says differently; how it is printed, qualified or noted is no difference. */
function changeOf(stands: Statement, next: Statement): ChangeReason | null {
  // What we could not read is our fault, not the sheet's change of mind.
  if (stands.status === 'unread' || next.status === 'unread') return null;
  if (stands.status !== 'reported') {
    if (next.status === 'reported') return 'reported';
    return sameWords(stands, next) ? null : 'reworded';
  }
  if (next.status !== 'reported') return 'withdrawn';
  if (!sameUnit(stands.unit, next.unit)) return 'unit';
  return stands.value === next.value && sameSpan(stands, next) ? null : 'corrected';
}

/** A unit that one sheet leaves out contradicts none. */
export const sameUnit = (a: string | null, b: string | null): boolean =>
  a === null || b === null || isSameUnit(a, b);

const sameSpan = (a: Statement, b: Statement): boolean =>
  a.throughFiscalYear === b.throughFiscalYear;

const sameWords = (a: Statement, b: Statement): boolean =>
  a.status === b.status &&
  sameSpan(a, b) &&
  (a.status !== 'narrative' || comparable(a.text) === comparable(b.text));
