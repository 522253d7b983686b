import type { ReadPdf } from '../../lambdas/reader/read.ts';
import { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';

/**
 * What came of a mutant: refused; the same record; another record with a finding that the original has not; another
 * record without (`silent`); or a failure of ours (`failed`).
 */
export type Verdict =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'same' | 'found' | 'silent' }
  | { readonly kind: 'failed'; readonly error: string };

export async function judge(
  read: ReadPdf,
  mutant: Uint8Array,
  originals: readonly DocumentRecord[],
): Promise<Verdict> {
  try {
    const record = DocumentRecord.parse(await read(mutant));
    if (originals.some((original) => saidBy(original) === saidBy(record))) return { kind: 'same' };
    const known = new Set(originals.flatMap(findingsOf));
    const found = findingsOf(record).some((finding) => !known.has(finding));
    return { kind: found ? 'found' : 'silent' };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code };
    return { kind: 'failed', error: String(error) };
  }
}

/** All that a record says of the sheets. */
const saidBy = ({ document, sheets }: DocumentRecord) =>
  JSON.stringify([document.pages, sheets.map((sheet) => ({ ...sheet, warnings: [] }))]);

const findingsOf = ({ warnings, sheets }: DocumentRecord): string[] =>
  [...warnings, ...sheets.flatMap((sheet) => sheet.warnings)].map(
    ({ code, message }) => `${code} ${message}`,
  );
