import type { Indicator } from '../../../parsers/records/indicator.ts';
import type { Item, Phase } from '../../../parsers/records/initiative.ts';
import type { Places } from '../../../parsers/records/place.ts';
import type { Field as LabelledText, SheetRecord } from '../../../parsers/records/sheet.ts';

export const KINDS = ['sheet', 'goal', 'indicator', 'item', 'field'] as const;
export type UnitKind = (typeof KINDS)[number];

/** Which of its texts; how much a word in it counts is told in `score.ts`. */
export const FIELDS = [
  'title',
  'subtitle',
  'initiative',
  'name',
  'text',
  'description',
  'targetRationale',
  'values',
] as const;
export type TextField = (typeof FIELDS)[number];

/** What is found as one: an item, an indicator, a goal, a labelled text, or the sheet by its titles. */
export interface Unit {
  readonly kind: UnitKind;
  /** of an item */
  readonly phase: Phase | null;
  readonly initiative: string | null;
  /** of an item, a goal or a labelled text, from 1 */
  readonly ordinal: number | null;
  /** the indicator's id */
  readonly indicator: string | null;
  /** empty for the titles, which have no place in the record */
  readonly at: Places;
  readonly texts: readonly { readonly field: TextField; readonly text: string }[];
}

/** No text is searched further than this; it keeps every row within what an item of the table may hold. */
export const LONGEST_TEXT = 10_000;
const MOST_UNITS = 4_000;

/** The sheet as it is searched: first the sheet by its titles, then all that stands in it. */
export function unitsOf(sheet: SheetRecord): Unit[] {
  const all = [
    titles(sheet),
    ...sheet.goals.map(({ text, at }, n) => unit('goal', at, [['text', text]], { ordinal: n + 1 })),
    ...sheet.indicators.map(indicatorUnit),
    ...sheet.initiatives.flatMap(({ number, items }) =>
      items.map((item) => itemUnit(item, number)),
    ),
    ...(sheet.fields ?? []).map(fieldUnit),
  ];
  return all.slice(0, MOST_UNITS);
}

const titles = ({ title, subtitle, initiatives }: SheetRecord): Unit =>
  unit(
    'sheet',
    [],
    [
      ['title', title],
      ['subtitle', subtitle],
      ...initiatives.map(({ title }) => ['initiative', title] as const),
    ],
  );

const indicatorUnit = (indicator: Indicator): Unit =>
  unit(
    'indicator',
    indicator.values.map(({ at }) => at),
    [
      ['name', indicator.name],
      ['description', indicator.description],
      ['targetRationale', indicator.targetRationale],
      ['values', printed(indicator)],
    ],
    { indicator: indicator.id, initiative: indicator.initiative },
  );

/** What its cells say, each once: a figure is found by its digits, what is not known yet by 未確定. */
const printed = ({ values, achievement }: Indicator): string =>
  [...new Set([...values, ...(achievement ? [achievement] : [])].map(({ text }) => text))].join(
    '、',
  );

const itemUnit = ({ phase, ordinal, text, at }: Item, initiative: string | null): Unit =>
  unit('item', at, [['text', text]], { phase, ordinal, initiative });

/** A label of a sheet of the format general, with what it holds. */
const fieldUnit = ({ label, text, at }: LabelledText, n: number): Unit =>
  unit(
    'field',
    at,
    [
      ['name', label],
      ['text', text],
    ],
    { ordinal: n + 1 },
  );

function unit(
  kind: UnitKind,
  at: Places,
  texts: readonly (readonly [TextField, string | null])[],
  more: Partial<Unit> = {},
): Unit {
  return {
    kind,
    phase: null,
    initiative: null,
    ordinal: null,
    indicator: null,
    ...more,
    at,
    texts: texts.flatMap(([field, text]) =>
      text ? [{ field, text: text.slice(0, LONGEST_TEXT) }] : [],
    ),
  };
}
