import type { Series } from '../lambdas/domain/series/series.ts';
import type { RevisedSheet } from '../lambdas/domain/summary.ts';
import type { Ask } from './ask.ts';

/** The series that an indicator of a sheet is a part of; undefined where it states no figure. */
export async function seriesOfIndicator(
  ask: Ask,
  sheetId: string,
  indicatorId: string,
): Promise<string | undefined> {
  const { indicators, publisher } = await ask.one<RevisedSheet>(
    `/v1/sheets/${encodeURIComponent(sheetId)}`,
  );
  const name = indicators.find(({ id }) => id === indicatorId)?.name;
  if (name === undefined) return undefined;
  const named = await ask.all<Series>('/v1/series', { name, publisher });
  const states = ({ years }: Series) =>
    years.some((year) =>
      [year.baseline, year.target, year.actual, year.achievement, year.forecast].some((figure) =>
        figure?.sources.some(
          (source) => source.sheetId === sheetId && source.indicatorId === indicatorId,
        ),
      ),
    );
  return named.find(states)?.id;
}
