import type { Face } from './page.ts';
import type { DigitStyle, YearStyle } from './years.ts';

/** Advance of a character in em, in the fonts that will draw it. */
export type Measure = (character: string, face: Face) => number;

/** Everything that decides where things stand; sizes in pt. */
export type Style = {
  readonly paper: { readonly width: number; readonly height: number };
  readonly margin: { readonly x: number; readonly top: number; readonly bottom: number };
  readonly body: number;
  readonly cell: number;
  /** Line height as a multiple of the letter size, in running text and in cells. */
  readonly leading: number;
  readonly cellLeading: number;
  readonly justify: boolean;
  readonly kinsoku: boolean;
  /** Gap between Latin letters or digits and Japanese, in em; word processors leave one without any space character. */
  readonly autospace: number;
  /** Gap between an item's marker and its text, in em. */
  readonly markerGap: number;
  readonly headings: 'band' | 'plain' | 'square';
  readonly columnYears: YearStyle;
  readonly budgetYears: YearStyle;
  /** What the heads of the target tables call their columns. */
  readonly kinds: {
    readonly baseline: string;
    readonly target: string;
    readonly actual: string;
    readonly achievement: string;
  };
  readonly digits: DigitStyle;
  readonly repeatHeader: boolean;
  readonly baselineSpansRows: boolean;
  readonly dashedSubRows: boolean;
  readonly amounts: 'right' | 'center';
  readonly titleOnProgramLine: boolean;
  readonly subtitleWaves: 'open' | 'closed';
  readonly departmentOnTitleLine: boolean;
  readonly explanationHeading: boolean;
  readonly goals: 'bullets' | 'paragraphs';
  /** 判　断　理　由: labels set wide with spaces. */
  readonly spacedLabels: boolean;
  /** A 目標達成状況 column for each past year, not only the evaluated one. */
  readonly pastAchievements: boolean;
  readonly stubs: 'middle' | 'top';
  readonly ratingOnTwoLines: boolean;
  /** Where a sheet prints its publisher's name: on a line above its title, or before it; null where the running head does. */
  readonly publisher: 'left' | 'right' | 'title' | null;
  /** A fixed line, or the sheet's own title, above every page. */
  readonly runningHead: 'title' | { readonly text: string } | null;
  readonly pageNumbers: 'n' | '- n -' | 'n / N' | null;
};

export const PLAIN: Style = {
  paper: { width: 595.28, height: 841.89 },
  margin: { x: 48, top: 54, bottom: 56 },
  body: 10.5,
  cell: 9,
  leading: 1.3,
  cellLeading: 1.2,
  justify: false,
  kinsoku: true,
  autospace: 0,
  markerGap: 0,
  headings: 'band',
  columnYears: 'short',
  budgetYears: 'long',
  kinds: { baseline: '現状値', target: '目標値', actual: '実績値', achievement: '目標達成\n状況' },
  digits: 'half',
  repeatHeader: false,
  baselineSpansRows: false,
  dashedSubRows: false,
  amounts: 'right',
  titleOnProgramLine: false,
  subtitleWaves: 'open',
  departmentOnTitleLine: false,
  explanationHeading: true,
  goals: 'bullets',
  spacedLabels: false,
  pastAchievements: false,
  stubs: 'middle',
  ratingOnTwoLines: true,
  publisher: 'right',
  runningHead: null,
  pageNumbers: 'n',
};
