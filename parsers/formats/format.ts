import type { Level } from '../records/indicator.ts';
import type { Phase } from '../records/initiative.ts';

/**
 * How one kind of sheet looks, as data. All patterns see folded text (see `parsers/japanese/folded.ts`): NFKC, no
 * white space, so （ is (, ： is :, ～ is ~ and １ is 1. Named groups carry what is read; `year` is a fiscal year label.
 */
export type Format = {
  readonly format: string;
  readonly publisher: string;
  readonly programs: readonly Program[];
  readonly header: HeaderSpec;
  readonly sections: readonly SectionSpec[];
  readonly progress: ProgressSpec;
  readonly indicators: readonly IndicatorSpec[];
  readonly kinds: KindSpec;
  readonly labelledTargets: readonly LabelledTargetSpec[];
  readonly achievement: AchievementSpec;
  readonly explanations: ExplanationSpec;
  readonly budget: BudgetSpec;
  readonly initiatives: InitiativeSpec;
};

/** `name` is what the header prints, `slug` what ids use. */
export type Program = { readonly slug: string; readonly name: string };

/**
 * The block of lines from `opening` to `closing`, at most `within` lines long, on one page. `closing` is taken out of its
 * line first; what no pattern takes of the rest is the title.
 */
export type HeaderSpec = {
  readonly opening: RegExp;
  /** The words that the opening line has whatever else it says; null where they are too short to tell. */
  readonly says: string | null;
  readonly closing: RegExp;
  readonly within: number;
  /** Groups: year, program, number, title, subtitle, department. */
  readonly lines: readonly RegExp[];
};

/**
 * A heading line and what its section holds. `says` is its usual wording, folded and without its year: a line that looks
 * like a heading and says something like it is taken for it, with a finding.
 */
export type SectionSpec = { readonly heading: RegExp; readonly says: string } & (
  | { readonly kind: 'goals' }
  | { readonly kind: 'tables' }
  | {
      readonly kind: 'narrative';
      readonly phase: Phase;
      /** The heading's year minus the evaluated year. */
      readonly yearOffset: number;
    }
);

/** The rating table: label cells, each followed by its value. */
export type ProgressSpec = {
  readonly grade: RegExp;
  readonly reason: RegExp;
  /** Groups: grade, label. */
  readonly rating: RegExp;
};

/** A target table is known by the headers of its stub columns. */
export type IndicatorSpec = {
  readonly level: Level;
  readonly name: RegExp;
  readonly initiative?: RegExp;
};

/** Labels of the value columns; where one header cell has several, its rows are in that order. */
export type KindSpec = Readonly<Record<'baseline' | 'target' | 'actual' | 'achievement', RegExp>>;

/** A printed ratio is rounded half up to this many decimal places (95.0% has three) and goes up to `cap`, if there is one. */
export type AchievementSpec = { readonly places: number; readonly cap: number | null };

/**
 * A target table that labels its rows: from each `name` row on, rows of kinds below a row of fiscal years. The level is
 * said by a cell, or by a line above the table.
 */
export type LabelledTargetSpec = {
  readonly level: Level;
  readonly said: RegExp;
  readonly name: RegExp;
  readonly unit: RegExp;
};

/** Row labels of the table that explains the indicators of `level`, in the order of the indicators. */
export type ExplanationSpec = {
  readonly levels: readonly Level[];
  readonly description: RegExp;
  readonly targetRationale: RegExp;
};

/** Money lines are known by their names (group: name); `unit` finds the unit in a caption (group: unit). */
export type BudgetSpec = { readonly line: RegExp; readonly unit: RegExp; readonly people: RegExp };

export type InitiativeSpec = {
  /** A line that opens an initiative's items, without brackets around it. Groups: number, title. */
  readonly heading: RegExp | null;
  /** The initiative as the target table names it. Groups: number, title. */
  readonly stub: RegExp;
};
