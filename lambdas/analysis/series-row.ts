import type { ValueStatus } from '../../parsers/records/figure.ts';
import type { Check, Level } from '../../parsers/records/indicator.ts';
import { standingValue } from '../domain/corrections.ts';
import { pdfUrl } from '../domain/page-link.ts';
import type { Series, SeriesFigure, Year } from '../domain/series/series.ts';
import { type Direction, directionOf, isMet } from './direction.ts';

/** One indicator in one fiscal year: what stands, from which sheet. */
export interface SeriesRow {
  /** id of the series */
  series: string;
  publisher: string;
  indicator: string;
  /** headings above it, outermost first, by ＞ */
  path: string | null;
  unit: string | null;
  level: Level | null;
  program: string | null;
  number: string | null;
  title: string;
  department: string | null;
  fiscalYear: number;
  baseline: number | null;
  target: number | null;
  targetText: string | null;
  targetStatus: ValueStatus | null;
  /** what an earlier sheet said */
  targetRevisedFrom: number | null;
  actual: number | null;
  actualText: string | null;
  actualRevisedFrom: number | null;
  /** of the actual */
  status: ValueStatus | null;
  /** the printed ratio, 0.95 for 95% */
  achievement: number | null;
  check: Check | null;
  direction: Direction;
  /** whether the actual reached the target in this direction; null where nobody knows */
  met: boolean | null;
  /** what a person says it is; both null where nobody corrected it */
  targetCorrected: number | null;
  targetCorrectedText: string | null;
  actualCorrected: number | null;
  actualCorrectedText: string | null;
  /** whose actual, else target, stands */
  sheet: string | null;
  /** ids of all that say a figure of the year, by blanks */
  sheets: string;
  /** of the PDF of `sheet` */
  sha256: string | null;
  page: number | null;
  pdfUrl: string | null;
}

/** The years of a series, a row each. */
export const rowsOfSeries = (series: Series): SeriesRow[] =>
  series.years.map((year) => rowOfYear(series, year));

export function rowOfYear(series: Series, year: Year): SeriesRow {
  const latest = series.stages.at(-1);
  const direction = directionOfSeries(series);
  const { baseline, target, actual, achievement } = year;
  const shown = actual ?? target ?? baseline ?? achievement ?? year.forecast;
  const sheets = sheetsOf(year);
  return {
    series: series.id,
    publisher: series.publisher,
    indicator: series.name,
    path: latest?.path.length ? latest.path.join('＞') : null,
    unit: shown?.unit ?? series.units[0] ?? null,
    level: latest?.level ?? null,
    program: latest?.program ?? null,
    number: latest?.number ?? null,
    title: latest?.title ?? '',
    department: latest?.department ?? null,
    fiscalYear: year.fiscalYear,
    baseline: baseline?.value ?? null,
    ...{ target: target?.value ?? null, targetText: target?.text ?? null },
    targetStatus: target?.status ?? null,
    targetRevisedFrom: revisedFrom(target),
    ...{ actual: actual?.value ?? null, actualText: actual?.text ?? null },
    actualRevisedFrom: revisedFrom(actual),
    status: actual?.status ?? null,
    achievement: achievement?.value ?? null,
    check: achievement?.check ?? null,
    direction,
    met: isMet(stands(target), stands(actual), direction),
    targetCorrected: target?.corrected?.value ?? null,
    targetCorrectedText: target?.corrected?.text ?? null,
    actualCorrected: actual?.corrected?.value ?? null,
    actualCorrectedText: actual?.corrected?.text ?? null,
    sheet: shown?.sheetId ?? null,
    sheets: sheets.join(' '),
    sha256:
      series.stages.flatMap((stage) => stage.sheets).find(({ id }) => id === shown?.sheetId)
        ?.sha256 ?? null,
    page: shown?.at.page ?? null,
    pdfUrl: shown ? pdfUrl(shown.sheetId, shown.at) : null,
  };
}

const stands = (figure: SeriesFigure | null): number | null =>
  figure ? standingValue(figure) : null;

/** Every sheet that says a figure of the year, earliest first. */
function sheetsOf({ baseline, target, actual, achievement, forecast }: Year): string[] {
  const figures = [baseline, target, actual, achievement, forecast].flatMap((one) => one ?? []);
  const said = figures.flatMap(({ sources }) => sources);
  const ordered = said.toSorted((a, b) => a.evaluates - b.evaluates);
  return [...new Set(ordered.map(({ sheetId }) => sheetId))];
}

const revisedFrom = (figure: SeriesFigure | null): number | null =>
  figure?.revisions.at(-1)?.from.value ?? null;

function directionOfSeries({ years }: Series): Direction {
  const values = (type: 'baseline' | 'target' | 'actual') =>
    years.flatMap((year) => {
      const stands: Year[typeof type] = year[type];
      return stands ? [{ ...stands, type, fiscalYear: year.fiscalYear }] : [];
    });
  const achievements = years.flatMap(({ fiscalYear, achievement }) =>
    achievement
      ? [
          {
            ...{ fiscalYear, text: achievement.text, ratio: achievement.value, at: achievement.at },
            ...{ status: achievement.status, check: achievement.check ?? 'not-computable' },
            arithmetic: '',
          } as const,
        ]
      : [],
  );
  return directionOf({
    values: [...values('baseline'), ...values('target'), ...values('actual')],
    achievement: null,
    pastAchievements: achievements,
  });
}
