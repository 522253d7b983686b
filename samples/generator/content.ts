/** What a sheet says, before any thought of where it stands. Objects are their own identity: the layout remembers places by them. */
export type Passage = { readonly text: string };

export type Status = 'reported' | 'pending' | 'not-applicable' | 'narrative' | 'unread';

/** One printed figure. `through` is the last fiscal year of a cell that spans several. */
export type Figure = {
  readonly text: string;
  readonly value: number | null;
  readonly status: Status;
  readonly through?: number;
  /** What stands above it in its cell, struck through. */
  readonly struck?: Passage;
  /** The code of the finding that it deserves. */
  readonly told?: string;
};

export type Level = 'project' | 'initiative' | 'outcome' | 'activity';

export type Indicator = {
  readonly level: Level;
  readonly initiative: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly description: string | null;
  readonly targetRationale: string | null;
  readonly baseline: Figure | null;
  readonly targets: Readonly<Record<number, Figure>>;
  readonly actuals: Readonly<Record<number, Figure>>;
  /** Of the evaluated year, as printed; null where the cell is blank. */
  readonly achievement: Figure | null;
  /** Of the years before, for sheets that print them too. */
  readonly pastAchievements?: Readonly<Record<number, Figure>>;
};

export type Phase = 'overview' | 'result' | 'improvement';
export const PHASES: readonly Phase[] = ['overview', 'result', 'improvement'];

export type Fact = {
  readonly text: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
};

export type Item = {
  readonly phase: Phase;
  readonly marker: string | null;
  readonly text: string;
  /** Bullets below the item; they are part of its text. */
  readonly nested: readonly string[];
  readonly facts: readonly Fact[];
};

export type Initiative = {
  readonly number: string | null;
  readonly title: string | null;
  /** Printed behind a 基本事業's title in the target table, no part of it. */
  readonly department: string | null;
  readonly items: readonly Item[];
};

export type BudgetLine = {
  readonly name: string;
  readonly unit: '百万円' | '千円' | '人';
  readonly amounts: Readonly<Record<number, Figure>>;
};

/** How the lines are dressed that open a sheet. */
export type Dress = {
  /** 【主担当部局：…】, （…）, 〔…〕, without brackets, or 【主担当部局】 before the name. */
  readonly department: 'lenticular' | 'round' | 'tortoise' | 'bare' | 'label';
  /** （案） and the like, which is no part of the title that it stands behind. */
  readonly version: string | null;
  readonly versionBehind: 'title' | 'kind';
  /** The year in Western counting behind the other: 平成25年度（2013年度）. */
  readonly western: boolean;
  /** The number of the document, in a box over the header. */
  readonly paper: string | null;
  /** All of it in the cells of a table. */
  readonly cells: boolean;
  /** The title on a line of its own below the number. */
  readonly numberAlone: boolean;
};

/** What somebody stamped onto a sheet: a round seal, a frame, or large letters over the text; places and sizes in pt. */
export type Imprint = {
  readonly look: 'seal' | 'frame' | 'large';
  readonly ink: 'black' | 'red' | 'blue';
  readonly lines: readonly string[];
  readonly size: number;
  /** How far it is from the right and the top edge of the page. */
  readonly right: number;
  readonly top: number;
};

export type Sheet = {
  readonly format: keyof typeof PUBLISHERS;
  readonly fiscalYear: number;
  /** The columns of the target tables: the baseline's year, then the years with targets and actuals. */
  readonly baselineYear: number;
  readonly years: readonly number[];
  readonly budgetYears: readonly number[];
  readonly program: string;
  readonly programName: string;
  readonly number: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly department: string;
  /** Null as the format's samples have it. */
  readonly dress?: Dress | null;
  readonly imprint?: Imprint | null;
  /** Where the subtitle stands on the title's line, and how; null on a line of its own. */
  readonly subtitleBeside?: 'parentheses' | 'waves' | 'gap' | null;
  readonly goals: readonly Passage[];
  readonly progress: {
    readonly grade: string;
    readonly label: string;
    readonly reason: Passage;
  };
  readonly indicators: readonly Indicator[];
  readonly initiatives: readonly Initiative[];
  readonly budget: readonly BudgetLine[];
  /** Lines at the end of a narrative section that belong to no item. */
  readonly asides: Partial<Readonly<Record<Phase, Passage>>>;
  /** What the headings of narrative sections say behind the year, where it is not the usual. */
  readonly headings?: Partial<Readonly<Record<Phase, Passage>>>;
};

/** Who publishes sheets of these formats: a prefecture and a city that do not exist. */
export const PUBLISHERS = {
  'mie-project': { slug: 'shiomi', name: '汐見県' },
  'mie-measure': { slug: 'shiomi', name: '汐見県' },
  'shioiri-jimu': { slug: 'shioiri', name: '汐入市' },
} as const;

/** Grades and their meanings, as the legend below the rating prints them. */
export const GRADES: Readonly<Record<string, string>> = {
  A: '進んだ',
  B: 'ある程度進んだ',
  C: 'あまり進まなかった',
  D: '進まなかった',
};
