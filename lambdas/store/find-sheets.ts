import { correctedGrade, withCorrections } from '../domain/corrections.ts';
import type { Revision } from '../domain/publication.ts';
import { type SheetFilters, sortPrefix } from '../domain/sheet-filters.ts';
import {
  type ListedSheet,
  type RevisedSheet,
  type SheetSummary,
  summaryIn,
} from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { historyOf } from './history.ts';
import { correctionsIn, type DocumentItem, documentRow, type HeadItem, headRow } from './items.ts';
import { entries, type ListPage, type PageRequest, page } from './lists.ts';
import { readBody } from './sheets.ts';

/** One entry of a sheet's history. */
export interface RevisionView {
  revision: string;
  current: boolean;
  /** ISO 8601, when the first PDF that says so was uploaded */
  since: string;
  /** SHA-256 of every PDF that says so, the one whose pages the record points to first */
  documents: string[];
}

/** Sheets with a current revision, by fiscal year, publisher, program and number. */
export function findSheets(
  rows: Rows,
  filters: SheetFilters,
  request: PageRequest,
): Promise<ListPage<ListedSheet>> {
  const source = entries<HeadItem & { listSk: string }>(
    rows,
    { kind: 'SHEET', ...sortPrefix(filters) },
    request,
  );
  return page(
    source,
    request.limit,
    ({ listSk }) => listSk,
    async (heads) =>
      heads.flatMap((entry) => {
        const item = listedSheet(entry);
        return item ? [{ entry, item }] : [];
      }),
  );
}

/** A head as a line of a list; undefined where nothing is current. */
export function listedSheet(head: HeadItem): ListedSheet | undefined {
  if (!isListed(head) || !head.current) return undefined;
  const { documentId } = head.current.served;
  return {
    ...summaryIn(head),
    gradeCorrected: correctedGrade(head.grade, correctionsIn(head), documentId),
    ...revisionOf(head.current),
    updatedAt: head.changedAt,
  };
}

const revisionOf = ({ id, served }: Pick<Revision, 'id' | 'served'>) => ({
  revision: id,
  sha256: served.documentId,
});

const isListed = (head: HeadItem): head is HeadItem & SheetSummary => head.id !== undefined;

/** The record of a revision, or of the current one; undefined where there is none. */
export async function findSheet(
  rows: Rows,
  sheetId: string,
  revisionId?: string,
): Promise<RevisedSheet | undefined> {
  // Between reading the head and the body, the body may be swept: then there is a newer head.
  for (let attempt = 0; attempt < 3; attempt++) {
    const head = await rows.get<HeadItem>(headRow(sheetId));
    const revision =
      revisionId === undefined
        ? head?.current
        : (await historyOf(rows, sheetId, head)).find(({ id }) => id === revisionId);
    if (!head || !revision) return undefined;
    const { served } = revision;
    const record = await readBody(rows, sheetId, served.body);
    if (!record) continue;
    const file = served.body === head.current?.served.body ? head.file : null;
    return {
      ...withCorrections(record, correctionsIn(head), served.documentId),
      ...revisionOf(revision),
      ...{ file, updatedAt: head.changedAt },
    };
  }
  throw new Error(`the body of ${sheetId} is missing`);
}

/** Newest first; empty where nobody says the sheet any more. */
export async function findRevisions(rows: Rows, sheetId: string): Promise<RevisionView[]> {
  const head = await rows.get<HeadItem>(headRow(sheetId));
  const history = await historyOf(rows, sheetId, head);
  return history
    .map((one) => ({
      revision: one.id,
      current: one.id === head?.current?.id,
      since: one.sources[0].time,
      documents: documentsOf(one),
    }))
    .toReversed();
}

const documentsOf = ({ served, sources }: Revision): string[] => [
  ...new Set([served, ...sources].map(({ documentId }) => documentId)),
];

/** A key that holds the PDF which the current record points to. */
export async function findPdf(rows: Rows, sheetId: string): Promise<string | undefined> {
  const head = await rows.get<HeadItem>(headRow(sheetId));
  const id = head?.current?.served.documentId;
  const document = id === undefined ? undefined : await rows.get<DocumentItem>(documentRow(id));
  return document?.stands.live?.key;
}
