import type { RevisedSheet } from '../domain/summary.ts';

/** The sheet that a row of a list comes from, as columns. */
export interface SheetReference {
  sheet: string;
  revision: string;
  /** of the PDF */
  sha256: string;
  publisher: string;
  /** the fiscal year that the sheet evaluates */
  fiscalYear: number;
  program: string | null;
  number: string | null;
  title: string;
  department: string | null;
}

export const referenceTo = (record: RevisedSheet): SheetReference => {
  const { id, revision, sha256, publisher, fiscalYear, program, number } = record;
  const { title, department } = record;
  const which = { sheet: id, revision, sha256, publisher, fiscalYear, program, number };
  return { ...which, title, department };
};
