import type { Series, SeriesFigure } from '../../lambdas/domain/series/series.ts';

/**
 * Four sheets (fiscal years 2012–2015 evaluated) print this indicator, each the years so far and the targets to come.
 * Written by hand: what stands | each sheet that said so | how it was revised.
 */
export const FOUR_SHEETS = `
2011 baseline 40か所 | 2012 40か所, 2013 40か所, 2014 40か所, 2015 40か所
2012 target 50か所 | 2012 50か所, 2013 50か所, 2014 50か所, 2015 50か所
2012 actual 48か所 | 2012 48か所, 2013 48か所, 2014 48か所, 2015 48か所
2012 achievement 0.96 | 2012 0.96
2013 target 60か所 | 2012 60か所, 2013 60か所, 2014 60か所, 2015 60か所
2013 actual 61か所 | 2013 63か所（速報値）, 2014 61か所, 2015 61か所 | corrected 2013 63か所（速報値） → 2014 61か所
2013 achievement 1.00 | 2013 1.00
2014 target 75か所 | 2012 75か所, 2013 75か所, 2014 75か所, 2015 75か所
2014 actual 70か所 | 2014 70か所, 2015 70か所
2014 achievement 0.93 | 2014 0.93
2015 target 100か所 | 2012 90か所, 2013 90か所, 2014 100か所, 2015 100か所 | corrected 2013 90か所 → 2014 100か所
2015 actual 96か所 | 2015 96か所
2015 achievement 0.96 | 2015 0.96
`.trim();

/** A series as such a table. */
export const tableOf = ({ years }: Pick<Series, 'years'>): string =>
  years
    .flatMap(({ fiscalYear, ...figures }) =>
      (['baseline', 'target', 'actual', 'achievement'] as const).flatMap((type) => {
        const figure = figures[type];
        return figure ? [`${fiscalYear} ${type} ${rowOf(figure)}`] : [];
      }),
    )
    .join('\n');

function rowOf({ text, sources, revisions }: SeriesFigure): string {
  const said = (one: { evaluates: number; text: string }) => `${one.evaluates} ${one.text}`;
  const changes = revisions.map(({ change, from, to }) => `${change} ${said(from)} → ${said(to)}`);
  return [text, sources.map(said).join(', '), ...changes].join(' | ');
}
