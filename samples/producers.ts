import { TIDY } from './generator/habits.ts';
import type { Producer } from './generator/producer.ts';
import { PLAIN } from './generator/style.ts';

/** A word processor's export: embedded fonts, justified lines with gaps around numbers, borders as long strokes. */
export const wordProcessor: Producer = {
  name: 'word',
  fonts: 'embedded',
  seed: 1,
  style: { ...PLAIN, justify: true, autospace: 0.2, markerGap: 0.15 },
  habits: TIDY,
};

/** A report tool: fonts only named, borders as thin filled rectangles round each cell. */
export const reportTool: Producer = {
  name: 'cid',
  fonts: 'UniJIS-UCS2-H',
  seed: 2,
  style: { ...PLAIN, leading: 1.45, cellLeading: 1.5, pageNumbers: '- n -', repeatHeader: true },
  habits: { ...TIDY, rules: 'rects', borders: 'cells' },
};

/** A spreadsheet through a printer driver: single letters in no order, headings printed twice, each border drawn over and over. */
export const printerDriver: Producer = {
  name: 'glyphs',
  fonts: 'embedded',
  seed: 3,
  style: {
    ...PLAIN,
    margin: { x: 56, top: 62, bottom: 60 },
    columnYears: 'long',
    digits: 'mixed',
    dashedSubRows: true,
    baselineSpansRows: true,
    headings: 'plain',
    publisher: 'left',
    cell: 8,
    pageNumbers: 'n / N',
  },
  habits: {
    ...TIDY,
    text: 'glyphs',
    shuffled: true,
    bold: 'overprint',
    borders: 'fourfold',
    dashes: 'pieces',
  },
};

/** A yearbook's typesetting: Shift_JIS text in fonts that are only named, era letters over the columns, repeated table heads. */
export const yearbookTool: Producer = {
  name: 'cid',
  fonts: '90ms-RKSJ-H',
  seed: 4,
  style: {
    ...PLAIN,
    body: 10,
    cell: 8.5,
    digits: 'full',
    budgetYears: 'short',
    headings: 'plain',
    repeatHeader: true,
    ratingOnTwoLines: false,
    departmentOnTitleLine: true,
    explanationHeading: false,
    publisher: null,
    runningHead: { text: '汐見県　成果レポート' },
  },
  habits: { ...TIDY, ruleWidth: 0.4 },
};

/** A spreadsheet's one page: fonts only named, small letters in narrow rows. */
export const spreadsheet: Producer = {
  name: 'cid',
  fonts: 'UniJIS-UTF16-H',
  seed: 6,
  style: {
    ...PLAIN,
    margin: { x: 50, top: 46, bottom: 48 },
    body: 9.5,
    cell: 8.5,
    leading: 1.35,
    headings: 'square',
    pageNumbers: null,
  },
  habits: { ...TIDY, borders: 'cells' },
};

/** A report book: the word processor's way with a running head. */
export const bookPrinter: Producer = {
  ...wordProcessor,
  name: 'book',
  seed: 5,
  style: {
    ...wordProcessor.style,
    publisher: null,
    runningHead: { text: '平成27年度　成果レポート（汐見県）' },
    pageNumbers: '- n -',
    repeatHeader: true,
  },
};
