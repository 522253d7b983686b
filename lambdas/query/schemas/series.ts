import { z } from 'zod';
import { Achievement, IndicatorValue, Level } from '../../../parsers/records/indicator.ts';
import { SheetRecord } from '../../../parsers/records/sheet.ts';
import { ListedSheet } from './sheet.ts';

/** One figure as one sheet prints it. */
const Statement = z
  .object({
    sheetId: z.string(),
    revision: z.string(),
    evaluates: z.int().meta({ description: 'the fiscal year that the sheet evaluates' }),
    indicatorId: z.string(),
    ...IndicatorValue.omit({ type: true, fiscalYear: true }).shape,
    value: z.number().nullable().meta({ description: 'of an achievement, its ratio' }),
    unit: z.string().nullable(),
    check: Achievement.shape.check.optional().meta({ description: 'of an achievement' }),
  })
  .meta({ id: 'SeriesStatement' });

const Change = z.enum(['corrected', 'reported', 'withdrawn', 'reworded', 'unit']).meta({
  description:
    'corrected: another figure. reported: the figure that was still missing. withdrawn: a later sheet prints no ' +
    'figure any more; the earlier one goes on standing. reworded: no figure before or after. unit: another unit, ' +
    'which may be another thing.',
});

/** A later sheet that says something else than what stood before it. */
const SeriesRevision = z
  .object({ change: Change, from: Statement, to: Statement })
  .meta({ id: 'SeriesRevision' });

/** The statement that stands, and every sheet that spoke. */
const Figure = Statement.extend({
  sources: z.array(Statement).meta({ description: 'all that is printed, earliest sheet first' }),
  revisions: z.array(SeriesRevision),
}).meta({ id: 'SeriesFigure' });

/** What is said of one fiscal year; a cell that spans years stands in its first only. */
const Year = z
  .object({
    fiscalYear: z.int(),
    baseline: Figure.nullable(),
    target: Figure.nullable(),
    actual: Figure.nullable(),
    achievement: Figure.nullable(),
    forecast: Figure.optional().meta({ description: '見込み; absent where none is printed' }),
  })
  .meta({ id: 'SeriesYear' });

/** Where the indicator stood, while it stood there. */
const Stage = z
  .object({
    id: z.string().meta({ description: 'answers as an id of the series too' }),
    ...SheetRecord.pick({
      program: true,
      programName: true,
      number: true,
      title: true,
      department: true,
    }).shape,
    level: Level.nullable(),
    initiative: z.string().nullable(),
    path: z.array(z.string()).meta({
      description: 'what it stands under, outermost first: 男性, the project of a KPI list',
    }),
    sheets: z
      .array(ListedSheet.pick({ id: true, fiscalYear: true, sha256: true, updatedAt: true }))
      .meta({ description: 'that have it, by the fiscal year they evaluate' }),
  })
  .meta({ id: 'SeriesStage' });

const Side = z.object({ name: z.string(), units: z.array(z.string().nullable()) });

/** What speaks for and against two indicators being one. */
const Evidence = z
  .object({
    names: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'similarity of the names (bigrams, Dice)' }),
    from: Side,
    to: Side,
    figures: z
      .array(
        z.object({
          fiscalYear: z.int(),
          type: z.enum(['target', 'actual']),
          from: Statement,
          to: Statement,
          equal: z.boolean(),
        }),
      )
      .meta({
        description: 'figures that both state; a baseline counts as the actual of its year',
      }),
  })
  .meta({ id: 'SeriesEvidence' });

const Score = z.number().min(0).max(1).meta({
  description:
    '0.4 × names + 0.1 for the same unit (−0.1 for another) + 0.5 × (equal − unequal) ÷ (compared + 1), from 0 to 1',
});

/** The same name in another place from some year on, taken for the same indicator (score of 0.5 or more). */
const Move = z
  .object({
    fiscalYear: z.int().meta({ description: 'the first that is evaluated in the new place' }),
    from: z.string().meta({ description: 'id of the stage' }),
    to: z.string(),
    score: Score,
    evidence: Evidence,
  })
  .meta({ id: 'SeriesMove' });

export const Series = z
  .object({
    id: z.string().meta({ example: 'shiomi-93cbcc0ee4a0cfd8-1d20fd4b' }),
    publisher: z.string(),
    name: z.string().meta({ description: 'as the latest sheet prints it' }),
    units: z
      .array(z.string().nullable())
      .meta({ description: 'latest first; more than one is a sign of different things' }),
    stages: z.array(Stage).meta({ description: 'earliest first' }),
    moves: z.array(Move).meta({ description: 'between one stage and the next' }),
    years: z.array(Year),
  })
  .meta({ id: 'Series' });

const Reason = z.enum(['renamed', 'moved', 'namesake']).meta({
  description:
    'renamed: another name in the next or previous sheet of the same project. moved: the same name in another ' +
    'place before or after, but too little speaks for it. namesake: the same name in another place at the same time.',
});

/** A series that may be the same indicator, and is not merged. */
const Candidate = z
  .object({
    seriesId: z.string(),
    name: z.string(),
    path: Stage.shape.path,
    reason: Reason,
    score: Score,
    evidence: Evidence,
  })
  .meta({ id: 'SeriesCandidate' });

export const MatchedSeries = Series.extend({
  candidates: z
    .array(Candidate)
    .meta({ description: 'best score first, at most 50; the list by name has all of a name' }),
}).meta({ id: 'MatchedSeries' });
