import type { DocumentRecord } from '../../parsers/records/document.ts';
import { asKnown, doubtsOfHead } from '../domain/known-titles.ts';
import type { ListedSheet } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { findSheets } from './find-sheets.ts';

/** Titles that are asked for at a time. */
const AT_ONCE = 200;

/** What was read of a document, its sheets whose head is in doubt under the ids of the known sheets that they are of. */
export async function readAsKnown(
  rows: Rows,
  record: DocumentRecord,
  key: string,
): Promise<DocumentRecord> {
  const sheets = [];
  for (const sheet of record.sheets) {
    if (doubtsOfHead(sheet).length === 0) {
      sheets.push(sheet);
      continue;
    }
    const { publisher, fiscalYear } = sheet;
    const known: ListedSheet[] = [];
    let after: string | undefined;
    do {
      const page = await findSheets(rows, { publisher, fiscalYear }, { limit: AT_ONCE, after });
      known.push(...page.items.filter(({ sha256 }) => sha256 !== record.document.sha256));
      after = page.next ?? undefined;
    } while (after !== undefined);
    sheets.push(asKnown(sheet, known, key));
  }
  return { ...record, sheets };
}
