/** A list of the API as a command: what it prints in a terminal, and what it may be asked for besides sheets' filters. */
export interface ListDefinition {
  readonly name: string;
  readonly description: string;
  /** columns of the list's rows that a line has room for */
  readonly shown: readonly string[];
  readonly filters: readonly (readonly [flags: string, description: string])[];
  readonly examples: readonly string[];
}

const FIGURES = [
  ['--status <status>', 'of a figure: reported, pending, not-applicable, narrative, unread'],
  ['--type <type>', 'of a figure: baseline, target, actual, forecast, achievement'],
  ['--met <true|false>', 'whether the target was met, in the direction of the indicator'],
] as const;
const SINCE = ['--updated-since <time>', 'that changed since, as 2026-04-01'] as const;
const GRADE = ['--grade <grade>', 'the sheet’s rating'] as const;
const SHEET = ['--sheet <id>', 'of one sheet'] as const;
const NAME = [
  ['--name <name>', 'the whole name'],
  ['--name-contains <text>', 'a part of the name'],
] as const;

export const LISTS: readonly ListDefinition[] = [
  {
    name: 'series',
    description: 'print indicators over the years: targets, actuals, whether they were met',
    shown: ['indicator', 'fiscalYear', 'target', 'actual', 'unit', 'status', 'met', 'sheet'],
    filters: [...NAME, ...FIGURES, SINCE],
    examples: ['series --name-contains 図書館', 'series --met false --publisher shiomi'],
  },
  {
    name: 'indicators',
    description: 'print the indicators of the sheets, with what they say of the evaluated year',
    shown: ['sheet', 'indicator', 'target', 'actual', 'unit', 'status', 'met'],
    filters: [...NAME, ['--level <level>', 'outcome, activity, project …'], ...FIGURES, SINCE],
    examples: ['indicators --fiscal-year 2013 --met false', 'indicators --status pending'],
  },
  {
    name: 'sheets',
    description: 'print the sheets, a line each',
    shown: ['id', 'fiscalYear', 'title', 'department', 'grade'],
    filters: [GRADE, ...FIGURES, SINCE],
    examples: ['sheets --fiscal-year 2013', 'sheets --status pending'],
  },
  {
    name: 'documents',
    description: 'print what became of each PDF, and why one was refused',
    shown: ['keys', 'status', 'error.code', 'pages', 'sheetIds'],
    filters: [
      ['--key <key>', 'that it was uploaded under'],
      ['--status <status>', 'FAILED, SUCCEEDED …'],
      SINCE,
    ],
    examples: ['documents --status FAILED'],
  },
  {
    name: 'findings',
    description: 'print what the reader doubts, and what the paper contradicts',
    shown: ['sheet', 'page', 'severity', 'code', 'message'],
    filters: [
      ['--code <code>', 'kind of finding'],
      ['--severity <severity>', 'wrong, missing or note'],
      GRADE,
      SHEET,
      SINCE,
    ],
    examples: ['findings --severity wrong', 'findings --sheet shiomi-2018-shisaku-326'],
  },
  {
    name: 'changes',
    description: 'print what sheets say otherwise than those of the year before',
    shown: ['sheet', 'severity', 'kind', 'indicator', 'ofFiscalYear', 'from.text', 'to.text'],
    filters: [
      ['--kind <kind>', 'target-lowered, actual-revised, indicator-dropped …'],
      ['--severity <severity>', 'attention or note'],
      GRADE,
      SHEET,
      SINCE,
    ],
    examples: ['changes --kind target-lowered', 'changes --severity attention --fiscal-year 2015'],
  },
  {
    name: 'initiatives',
    description: 'print what was done, reached and is to be improved, item by item',
    shown: ['sheet', 'phase', 'initiative', 'text'],
    filters: [['--phase <phase>', 'overview, result or improvement'], GRADE, SHEET, SINCE],
    examples: ['initiatives --phase improvement --fiscal-year 2013'],
  },
  {
    name: 'observations',
    description: 'print every figure as a row of its own',
    shown: ['sheet', 'indicator', 'fiscalYear', 'type', 'text', 'status', 'page'],
    filters: [...FIGURES, GRADE, SHEET, SINCE],
    examples: ['observations --sheet shiomi-2013-shisaku-214', 'observations --status pending'],
  },
  {
    name: 'corrections',
    description: 'print what people corrected',
    shown: ['sheetId', 'field', 'read', 'value', 'text', 'by', 'reason'],
    filters: [SHEET],
    examples: ['corrections --sheet shiomi-2013-shisaku-214'],
  },
];

/** What a line of search results has room for. */
export const SHOWN_OF_SEARCH = ['sheet', 'kind', 'phase', 'text', 'page'] as const;
