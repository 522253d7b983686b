import type { FieldChange } from '../../lambdas/reparse/changes.ts';
import type { Reparsed, SheetChanges } from '../../lambdas/reparse/reparse.ts';
import { counted } from '../counted.ts';
import { said } from '../messages/said.ts';
import type { ReportRow } from '../report.ts';

/** How often a field of a format is read otherwise, and in how many sheets. */
export interface FieldSummary {
  /** '' for what is told of whole documents */
  readonly format: string;
  readonly field: string;
  readonly changes: number;
  readonly sheets: number;
}

/** By format, the most frequent field first. A sheet that is found or lost counts as its field `added` or `removed`. */
export function summaryOf(results: readonly Reparsed[]): FieldSummary[] {
  const fields = results.flatMap(({ key, changes, sheets }) => [
    ...changes.map(({ field }) => ({ format: '', field, sheet: key })),
    ...sheets.flatMap((sheet) =>
      fieldsOf(sheet).map((field) => ({ format: sheet.format, field, sheet: sheet.id })),
    ),
  ]);
  return [...Map.groupBy(fields, ({ format, field }) => `${format}\n${field}`).values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const { format, field } = first;
      const sheets = new Set(same.map(({ sheet }) => sheet)).size;
      return [{ format, field, changes: same.length, sheets }];
    })
    .toSorted((a, b) =>
      a.format === b.format ? b.changes - a.changes : a.format < b.format ? -1 : 1,
    );
}

const fieldsOf = ({ kind, changes }: SheetChanges): string[] =>
  kind === 'changed' ? changes.map(({ field }) => field) : [kind];

/** What most people look for comes first. */
const OUTCOMES = ['published', 'changed', 'unchanged', 'current', 'skipped', 'failed'] as const;

/** They add up to the objects. */
export const reparseCountsOf = (results: readonly Reparsed[]) =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length]),
  ) as Record<Reparsed['outcome'], number>;

/** Why nothing was done (lambdas/reparse/reparse.ts). */
const SKIPPED: Readonly<Record<string, string>> = {
  'another-key': 'the same PDF stands under another key and is told there',
  'not-ingested': 'not read yet: it waits to be, or was given up',
  overtaken: 'overwritten, removed or read by somebody else meanwhile',
  'upload-again': 'was too large to be downloaded; upload it again',
};

/** How many objects ended how, and of those skipped and failed, why. */
export function reparseAmountsOf(results: readonly Reparsed[]): string[] {
  const amounts = Object.entries(reparseCountsOf(results))
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `${number} ${said(outcome)}`);
  const apart = results.filter(({ outcome }) => outcome === 'skipped' || outcome === 'failed');
  return [
    `${counted(results.length, 'object')}${amounts.length > 0 ? ': ' : ''}${amounts.join(', ')}`,
    ...[...Map.groupBy(apart, told)].toSorted().map(([how, { length }]) => {
      const [, words] = Object.entries(SKIPPED).find(([code]) => how === `skipped: ${code}`) ?? [];
      return `  ${length} ${how}${words ? ` (${said(words)})` : ''}`;
    }),
  ];
}

export const told = ({ outcome, code }: Reparsed): string =>
  code === null ? outcome : `${outcome}: ${code}`;

export const COLUMNS = [
  'key',
  'outcome',
  'code',
  'sheet',
  'format',
  'kind',
  'path',
  'from',
  'fromAt',
  'to',
  'toAt',
];

/** One row per change; a document without any has a row of its own. */
export function rowsOf({ key, outcome, code, changes, sheets }: Reparsed): ReportRow[] {
  const document = { key, outcome, code };
  const rows = [
    ...changes.map((change) => ({ ...document, ...rowOf(change) })),
    ...sheets.flatMap(({ id, format, kind, changes: fields }) => {
      const sheet = { ...document, sheet: id, format, kind };
      return fields.length === 0 ? [sheet] : fields.map((one) => ({ ...sheet, ...rowOf(one) }));
    }),
  ];
  return rows.length > 0 ? rows : [document];
}

const rowOf = ({ path, from, to }: FieldChange): ReportRow => ({
  path,
  from: from && text(from.value),
  fromAt: from && placesOf(from.at),
  to: to && text(to.value),
  toAt: to && placesOf(to.at),
});

/** For people: each sheet that is read otherwise, and what of it. */
export function reparseLinesOf({ key, code, changes, sheets }: Reparsed): string[] {
  const told = (one: FieldChange) => `  ${one.path}: ${side(one.from)} → ${side(one.to)}`;
  return [
    ...(changes.length > 0 || code !== null
      ? [`${key}${code === null ? '' : `: now ${code}`}`, ...changes.map(told)]
      : []),
    ...sheets.flatMap(({ id, kind, changes: fields }) => [
      `${id}${kind === 'changed' ? '' : `: ${kind}`} (${key})`,
      ...fields.map(told),
    ]),
  ];
}

const LONGEST = 80;

function side(told: FieldChange['from']): string {
  if (!told) return 'nothing';
  const whole = text(told.value);
  const shown = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
  const at = placesOf(told.at);
  return at === '' ? shown : `${shown} (${at})`;
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const placesOf = (places: NonNullable<FieldChange['from']>['at']): string =>
  places.map(({ page, box }) => `p. ${page}: ${box.map(Math.round).join(' ')}`).join('; ');
