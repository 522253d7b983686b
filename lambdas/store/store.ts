import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import type { Refusal } from '../../parsers/records/refusal.ts';
import type { Claim } from './claims.ts';
import { begin, type Content, crash, finish, record, refuse } from './documents.ts';
import { type DocumentFilters, findDocument, findDocuments } from './find-documents.ts';
import { findIndicators, type IndicatorFilters } from './find-indicators.ts';
import { findPdf, findRevisions, findSheet, findSheets, type SheetFilters } from './find-sheets.ts';
import type { DocumentItem } from './items.ts';
import type { PageRequest } from './lists.ts';
import { outcomeOf } from './outcome.ts';
import { openRows } from './rows.ts';
import { claim, receive, removal, settleKey } from './settle.ts';

export type Store = ReturnType<typeof openStore>;

/** Everything that the functions do with the table; see README.md beside this file. */
export function openStore(client: DynamoDBClient, tableName: string) {
  const rows = openRows(client, tableName);
  return {
    receive: (key: string, at: Event, content: Content) => receive(rows, key, at, content),
    begin: (document: DocumentItem, readerVersion: string) => begin(rows, document, readerVersion),
    record: (document: DocumentItem, read: DocumentRecord, readerVersion: string) =>
      record(rows, document, read, readerVersion),
    refuse: (document: DocumentItem, why: Refusal, readerVersion: string) =>
      refuse(rows, document, why, readerVersion),
    crash: (document: DocumentItem, readerVersion: string) => crash(rows, document, readerVersion),
    claim: (key: string, claimed: Claim) => claim(rows, key, claimed),
    remove: (key: string, sequencer: string) => removal(rows, key, sequencer),
    settle: (key: string) => settleKey(rows, key),
    finish: (document: DocumentItem) => finish(rows, document),
    outcome: (document: DocumentItem, key: string, time: string) =>
      outcomeOf(rows, document, key, time),

    document: (id: string) => findDocument(rows, id),
    documents: (filters: DocumentFilters, page: PageRequest) => findDocuments(rows, filters, page),
    sheets: (filters: SheetFilters, page: PageRequest) => findSheets(rows, filters, page),
    sheet: (id: string, revision?: string) => findSheet(rows, id, revision),
    revisions: (sheetId: string) => findRevisions(rows, sheetId),
    pdf: (sheetId: string) => findPdf(rows, sheetId),
    indicators: (filters: IndicatorFilters, page: PageRequest) =>
      findIndicators(rows, filters, page),
  };
}

type Event = Pick<Claim, 'sequencer' | 'eTag' | 'time'>;
