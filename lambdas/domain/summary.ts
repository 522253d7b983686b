import type { Indicator } from '../../parsers/records/indicator.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';

type Line =
  | ('id' | 'format' | 'publisher' | 'fiscalYear' | 'program')
  | ('programName' | 'number' | 'title' | 'subtitle' | 'department');

/** A sheet as a line of a list. */
export interface SheetSummary extends Pick<SheetRecord, Line> {
  grade: string | null;
}

/** A sheet's line, which revision it is of, and from which PDF. */
export interface ListedSheet extends SheetSummary {
  /** what a person says that it is; null where nobody does */
  gradeCorrected: string | null;
  revision: string;
  sha256: string;
  /** ISO 8601 */
  updatedAt: string;
}

/** A record, which revision of its sheet it is, and from which PDF. */
export interface RevisedSheet extends SheetRecord {
  revision: string;
  sha256: string;
  /** name of the PDF; null where it is not the current one's */
  file: string | null;
  /** ISO 8601, of the sheet */
  updatedAt: string;
}

/** An indicator as a line of a list: its values, and the sheet that states them. */
export interface ListedIndicator extends Indicator {
  sheet: ListedSheet;
}

export const summarize = (sheet: SheetRecord): SheetSummary =>
  summaryIn({ ...sheet, grade: sheet.progress?.grade ?? null });

/** A record as a line of a list. */
export function lineOf(record: RevisedSheet): ListedSheet {
  const { revision, sha256, updatedAt } = record;
  const gradeCorrected = record.progress?.corrected?.text ?? null;
  return { ...summarize(record), gradeCorrected, revision, sha256, updatedAt };
}

/** The summary alone of what has one among other things. */
export function summaryIn(whole: SheetSummary): SheetSummary {
  const { id, format, publisher, fiscalYear, program } = whole;
  const { programName, number, title, subtitle, department, grade } = whole;
  const first = { id, format, publisher, fiscalYear, program, programName };
  return { ...first, number, title, subtitle, department, grade };
}
