import type { SheetRecord } from '../../../parsers/records/sheet.ts';
import type { SheetFilters } from '../sheet-filters.ts';

type Filed = Pick<SheetRecord, 'fiscalYear' | 'publisher' | 'program' | 'department'>;

/** Fiscal year, publisher, program and department, parted by line ends. */
export const filedUnder = ({ fiscalYear, publisher, program, department }: Filed): string =>
  [fiscalYear, publisher, program, department ?? ''].join('\n');

/** Whether what is filed so is of this year, publisher, program and department, as far as these are given. */
export function isFiledUnder(
  filed: string,
  { fiscalYear, publisher, program, department }: Omit<SheetFilters, 'grade'>,
): boolean {
  const wanted = [fiscalYear, publisher, program, department];
  if (wanted.every((one) => one === undefined)) return true;
  const own = filed.split('\n');
  return wanted.every((one, n) => one === undefined || String(one) === own[n]);
}
