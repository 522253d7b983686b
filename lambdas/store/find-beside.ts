import type { ChangeSeverity } from '../analysis/change-told.ts';
import { type ChangeKind, changesBetween, type YearlyChange } from '../analysis/changes.ts';
import type { RevisedSheet } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { findSheet } from './find-sheets.ts';

/** So many years apart two sheets of one project are beside each other, if there is none in between. */
const MAX_YEARS = 3;

/** The sheet of the same project that evaluates the nearest year before (`step` −1) or after (1). */
export async function findBeside(
  rows: Rows,
  { id, publisher, fiscalYear }: RevisedSheet,
  step: 1 | -1,
): Promise<RevisedSheet | undefined> {
  const own = `${publisher}-${fiscalYear}`;
  if (!id.startsWith(own)) return undefined;
  for (let years = 1; years <= MAX_YEARS; years++) {
    const beside = `${publisher}-${fiscalYear + step * years}${id.slice(own.length)}`;
    const sheet = await findSheet(rows, beside);
    if (sheet) return sheet;
  }
  return undefined;
}

/** Which changes are asked for. */
export interface SuchChanges {
  readonly kind?: ChangeKind | undefined;
  readonly severity?: ChangeSeverity | undefined;
}

/** What a sheet says otherwise than that of the year before, if there is one. */
export async function findChanges(
  rows: Rows,
  record: RevisedSheet,
  { kind, severity }: SuchChanges,
): Promise<YearlyChange[]> {
  const before = await findBeside(rows, record, -1);
  const changes = before ? changesBetween(before, record) : [];
  return changes.filter(
    (one) => (kind ?? one.kind) === one.kind && (severity ?? one.severity) === one.severity,
  );
}
