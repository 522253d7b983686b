import type { Achievement, IndicatorValue, Level } from '../../../parsers/records/indicator.ts';
import type { SheetRecord } from '../../../parsers/records/sheet.ts';
import type { ListedSheet } from '../summary.ts';

/** One figure as one sheet prints it; of an achievement the value is its ratio. */
export interface Statement extends Omit<IndicatorValue, 'type' | 'fiscalYear'> {
  sheetId: string;
  revision: string;
  /** the fiscal year that the sheet evaluates */
  evaluates: number;
  indicatorId: string;
  unit: string | null;
  /** of an achievement */
  check?: Achievement['check'] | undefined;
}

/**
 * corrected: another figure. reported: the figure that was still missing. withdrawn: a later sheet prints no figure any
 * more; the earlier one goes on standing. reworded: no figure before or after. unit: another unit, which may be another
 * thing.
 */
export type ChangeReason = 'corrected' | 'reported' | 'withdrawn' | 'reworded' | 'unit';

/** A later sheet that says something else than what stood before it. */
export interface SeriesRevision {
  change: ChangeReason;
  from: Statement;
  to: Statement;
}

/** The statement that stands, and every sheet that spoke, earliest first. */
export interface SeriesFigure extends Statement {
  sources: Statement[];
  revisions: SeriesRevision[];
}

/** What is said of one fiscal year; a cell that spans years stands in its first only. */
export interface Year {
  fiscalYear: number;
  baseline: SeriesFigure | null;
  target: SeriesFigure | null;
  actual: SeriesFigure | null;
  achievement: SeriesFigure | null;
  /** 見込み; absent where none is printed */
  forecast?: SeriesFigure | undefined;
}
export type FigureType = keyof Omit<Year, 'fiscalYear'>;

/** Where the indicator stood, while it stood there. */
export interface Stage
  extends Pick<SheetRecord, 'program' | 'programName' | 'number' | 'title' | 'department'> {
  id: string;
  level: Level | null;
  initiative: string | null;
  /** what it stands under, outermost first */
  path: string[];
  /** that have it, by the fiscal year they evaluate */
  sheets: Pick<ListedSheet, 'id' | 'fiscalYear' | 'sha256' | 'updatedAt'>[];
}

interface Side {
  name: string;
  units: (string | null)[];
}

/** What speaks for and against two indicators being one. */
export interface Evidence {
  /** similarity of the names, from 0 to 1 */
  names: number;
  from: Side;
  to: Side;
  /** figures that both state; a baseline counts as the actual of its year */
  figures: {
    fiscalYear: number;
    type: 'target' | 'actual';
    from: Statement;
    to: Statement;
    equal: boolean;
  }[];
}

/** The same name in another place from some year on, taken for the same indicator. */
export interface Move {
  /** the first that is evaluated in the new place */
  fiscalYear: number;
  /** ids of stages */
  from: string;
  to: string;
  /** from 0 to 1 */
  score: number;
  evidence: Evidence;
}

export interface Series {
  id: string;
  publisher: string;
  /** as the latest sheet prints it */
  name: string;
  /** latest first */
  units: (string | null)[];
  /** earliest first */
  stages: Stage[];
  /** between one stage and the next */
  moves: Move[];
  years: Year[];
}

/**
 * renamed: another name in the next or previous sheet of the same project. moved: the same name in another place before
 * or after, but too little speaks for it. namesake: the same name in another place at the same time.
 */
export type Reason = 'renamed' | 'moved' | 'namesake';

/** A series that may be the same indicator, and is not merged. */
export interface SeriesCandidate {
  seriesId: string;
  name: string;
  /** what it stands under in its latest sheet, outermost first */
  path: string[];
  reason: Reason;
  score: number;
  evidence: Evidence;
}

export interface MatchedSeries extends Series {
  /** best score first */
  candidates: SeriesCandidate[];
}
