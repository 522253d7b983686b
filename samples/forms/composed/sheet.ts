import type { Random } from '../../generator/random.ts';
import { type Cell, type CellStyle, label, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { THEMES, type Theme } from '../themes.ts';
import { Truth } from '../truth.ts';
import { type Vocabulary, vocabulary, type YearWords, yearWords } from './vocabulary.ts';
import { KINDS_OF_SHEET } from './words.ts';

/** What is known of a sheet before its parts are drawn. */
export type Sheet = {
  readonly random: Random;
  readonly theme: Theme;
  readonly year: number;
  readonly city: string;
  readonly kind: string;
  readonly number: string | null;
  readonly words: Vocabulary;
  readonly years: YearWords;
  readonly truth: Truth;
  /** Labels that were used: none stands twice. */
  readonly used: Set<string>;
};

export function newSheet(random: Random): Sheet {
  const theme = random.pick(THEMES);
  const year = random.int(2012, 2021);
  const city = random.pick(CITIES);
  const kind = random.pick(KINDS_OF_SHEET);
  const number = random.chance(0.75) ? numberOf(random) : null;
  const truth = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: kind,
    number,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  return {
    random,
    theme,
    year,
    city,
    kind,
    number,
    words: vocabulary(random),
    years: yearWords(random, year),
    truth,
    used: new Set(),
  };
}

function numberOf(random: Random): string {
  const n = random.int(1, 9999);
  return random.pick([
    String(n),
    String(n).padStart(4, '0'),
    `${random.int(1, 9)}-${random.int(1, 30)}`,
    `A${random.int(100, 999)}`,
    `${random.int(10, 99)}-${random.int(1, 9)}-${random.int(1, 30)}`,
  ]);
}

/** One of several wordings that the sheet has not used yet. */
export function word(sheet: Sheet, choices: readonly string[]): string {
  const free = choices.filter((choice) => !sheet.used.has(choice));
  const found = sheet.random.pick(free.length > 0 ? free : choices);
  sheet.used.add(found);
  return found;
}

/** A label and its text as two cells, noted as a field. */
export function fieldCells(
  { truth }: Sheet,
  name: string,
  text: string,
  path: string[] = [],
  style: { label?: CellStyle; value?: CellStyle } = {},
): Cell[] {
  return [label(name, style.label), value(truth.field(name, text, path), style.value)];
}
