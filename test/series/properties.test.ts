import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOf } from '../../lambdas/domain/series/assemble.ts';
import type { Series, SeriesFigure, Statement } from '../../lambdas/domain/series/series.ts';
import type { ListedIndicator } from '../../lambdas/domain/summary.ts';
import { Series as Schema } from '../../lambdas/query/schemas/series.ts';
import { said } from './said.ts';

const figure = fc
  .record({
    year: fc.integer({ min: 2011, max: 2016 }),
    type: fc.constantFrom('baseline', 'target', 'actual', 'achievement'),
    text: fc.constantFrom('1', '2', '3', '1,234', '1234', '調査中', '—', '検討→', '実施→', '?'),
  })
  .map(({ year, type, text }) => `${year} ${type} ${text}`);

/** Sheets of few projects and years, so that they overlap, move and stand side by side. */
const indicators = fc
  .array(
    fc.record({
      year: fc.integer({ min: 2011, max: 2016 }),
      publisher: fc.constantFrom('shiomi', 'gifu'),
      program: fc.constantFrom('kinkyu', 'kyoso', 'nanbu'),
      initiative: fc.constantFrom(null, '1', '2'),
      unit: fc.constantFrom('件', '%', null),
      figures: fc.uniqueArray(figure, {
        maxLength: 6,
        selector: (one) => one.replace(/ \S+$/, ''),
      }),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((one, n) => said({ ...one, id: `i${n}` })));

const figuresOf = ({ years }: Series): SeriesFigure[] =>
  years.flatMap(({ baseline, target, actual, achievement }) =>
    [baseline, target, actual, achievement].filter((one) => one !== null),
  );
const written = ({ sheetId, indicatorId, text, at }: Statement) =>
  `${sheetId} ${indicatorId} ${text} ${at.box[0]}`;
const printed = ({ sheet, id, values, achievement, pastAchievements = [] }: ListedIndicator) =>
  [...values, ...pastAchievements, ...(achievement ? [achievement] : [])].map(
    ({ text, at }) => `${sheet.id} ${id} ${text} ${at.box[0]}`,
  );

test('the order in which sheets come makes no difference', () => {
  fc.assert(
    fc.property(
      indicators.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      ([all, shuffled]) => {
        expect(seriesOf(shuffled)).toEqual(seriesOf(all));
      },
    ),
  );
});

test('each printed figure is a source exactly once, and nothing else is', () => {
  fc.assert(
    fc.property(indicators, (all) => {
      const sources = seriesOf(all)
        .flatMap(figuresOf)
        .flatMap((one) => one.sources.map(written));
      expect(sources.toSorted()).toEqual(all.flatMap(printed).toSorted());
    }),
  );
});

test('what stands and what is revised are sources, later sheets after earlier ones', () => {
  fc.assert(
    fc.property(indicators, (all) => {
      for (const series of seriesOf(all)) {
        Schema.parse(series);
        const years = series.stages.flatMap(({ sheets }) =>
          sheets.map(({ fiscalYear }) => fiscalYear),
        );
        expect(years).toEqual([...new Set(years)].toSorted());
        for (const { sources, revisions, ...stands } of figuresOf(series)) {
          const known = sources.map((one) => JSON.stringify(one));
          expect(known).toContain(JSON.stringify(stands));
          for (const { from, to } of revisions) {
            expect(from.evaluates).toBeLessThan(to.evaluates);
            expect(known).toEqual(
              expect.arrayContaining([JSON.stringify(from), JSON.stringify(to)]),
            );
          }
          const anyNumber = sources.some(({ status }) => status === 'reported');
          if (anyNumber) expect(stands.status).toBe('reported');
        }
      }
    }),
  );
});

test('a series keeps its id when later years come, and answers to it when earlier ones do', () => {
  fc.assert(
    fc.property(indicators, fc.integer({ min: 2011, max: 2016 }), (all, year) => {
      const ids = (some: ListedIndicator[]) =>
        new Set(seriesOf(some).flatMap(({ stages }) => stages.map(({ id }) => id)));
      const some = all.filter(({ sheet }) => sheet.fiscalYear <= year);
      expect(ids(some).isSubsetOf(ids(all))).toBe(true);
    }),
  );
});
