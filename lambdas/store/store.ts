import type { DocumentRecord } from '../../parsers/records/document.ts';
import type { Phase } from '../../parsers/records/initiative.ts';
import type { Refusal } from '../../parsers/records/refusal.ts';
import { type FindingFilters, findingsOf } from '../analysis/findings.ts';
import type { Claim } from '../domain/claims.ts';
import type { Correction } from '../domain/corrections.ts';
import { itemsOf } from '../domain/narrative.ts';
import { lineOf, type RevisedSheet } from '../domain/summary.ts';
import type { Rows } from '../ports/records.ts';
import { bounded } from '../ports/row-size.ts';
import type { SearchIndex } from '../ports/search.ts';
import { findArrival, findHeld, findSaid, nextSequencer } from './arrivals.ts';
import { readAsKnown } from './as-known.ts';
import {
  checkCorrection,
  correctionsOf,
  dropCorrection,
  findCorrections,
  keepCorrection,
} from './corrections.ts';
import { begin, type Content, confirm, crash, finish, record, refuse } from './documents.ts';
import { findFeed } from './feed.ts';
import { findBeside, findChanges, type SuchChanges } from './find-beside.ts';
import { type DocumentFilters, findDocument, findDocuments } from './find-documents.ts';
import { findHits, type SearchFilters } from './find-hits.ts';
import { findIndicators, type IndicatorFilters } from './find-indicators.ts';
import { findObservations } from './find-observations.ts';
import { findParts, findStanding, type RecordFilters } from './find-records.ts';
import { findAllMoves, findOneSeries, findSeries, type SeriesFilters } from './find-series.ts';
import { findPdf, findRevisions, findSheet, findSheets } from './find-sheets.ts';
import type { DocumentItem } from './items.ts';
import type { PageRequest } from './lists.ts';
import { openMoves } from './moves.ts';
import { findHistories, outcomeOf } from './outcome.ts';
import { claim, receive, removal, settleKey } from './settle.ts';
import { openSlugs } from './slugs.ts';

export type Store = ReturnType<typeof openStore>;

/** Everything that the functions do with the stored rows; see README.md beside this file. */
export function openStore(records: Rows, index: SearchIndex) {
  const rows = bounded(records);
  const movesOf = openMoves(rows);
  return {
    receive: (key: string, at: Event, content: Content) => receive(rows, key, at, content),
    begin: (document: DocumentItem) => begin(rows, document),
    record: (document: DocumentItem, read: DocumentRecord, version: string, replaces?: string) =>
      record({ rows, index }, document, read, { readerVersion: version, replaces }),
    asKnown: (read: DocumentRecord, key: string) => readAsKnown(rows, read, key),
    refuse: (document: DocumentItem, why: Refusal, version: string, replaces?: string) =>
      refuse(rows, document, why, { readerVersion: version, replaces }),
    confirm: (document: DocumentItem, version: string) => confirm(rows, document, version),
    crash: (document: DocumentItem) => crash(rows, document),
    claim: (key: string, claimed: Claim) => claim(rows, key, claimed),
    remove: (key: string, sequencer: string) => removal(rows, key, sequencer),
    settle: (key: string, also?: string) => settleKey(rows, index, key, also),
    finish: (document: DocumentItem) => finish(rows, document),
    arrival: (key: string) => findArrival(rows, key),
    held: (key: string) => findHeld(rows, key),
    nextSequencer: (key: string) => nextSequencer(rows, key),
    said: (document: DocumentItem) => findSaid(rows, document),
    histories: (sheetIds: readonly string[]) => findHistories(rows, sheetIds),
    outcome: (document: DocumentItem, key: string, time: string) =>
      outcomeOf(rows, document, key, time),

    document: (id: string) => findDocument(rows, id),
    documents: (filters: DocumentFilters, page: PageRequest) => findDocuments(rows, filters, page),
    sheets: ({ status, type, met, updatedSince, ...filters }: RecordFilters, page: PageRequest) =>
      [status, type, met, updatedSince].every((one) => one === undefined)
        ? findSheets(rows, filters, page)
        : findParts(
            rows,
            { status, type, met, updatedSince, ...filters },
            (record) => [lineOf(record)],
            page,
          ),
    sheet: (id: string, revision?: string) => findSheet(rows, id, revision),
    revisions: (sheetId: string) => findRevisions(rows, sheetId),
    pdf: (sheetId: string) => findPdf(rows, sheetId),
    indicators: (filters: IndicatorFilters, page: PageRequest) =>
      findIndicators(rows, filters, page),
    items: (
      { phase, ...filters }: RecordFilters & { phase?: Phase | undefined },
      page: PageRequest,
    ) => findParts(rows, filters, (record) => itemsOf(record, phase), page),
    observations: (filters: RecordFilters, page: PageRequest) =>
      findObservations({ rows, movesOf }, filters, page),
    slugs: openSlugs(rows),
    allMoves: () => findAllMoves(rows),
    standing: (filters: RecordFilters) => findStanding(rows, filters),
    findings: ({ code, severity, ...filters }: RecordFilters & FindingFilters, page: PageRequest) =>
      findParts(rows, filters, (record) => findingsOf(record, { code, severity }), page),
    changes: ({ kind, severity, ...filters }: RecordFilters & SuchChanges, page: PageRequest) =>
      findParts(rows, filters, (record) => findChanges(rows, record, { kind, severity }), page),
    /** What the sheet says otherwise than that of the year before. */
    changesOf: (record: RevisedSheet, such: SuchChanges) => findChanges(rows, record, such),
    /** The next year's sheet of the same project, as far as there is one within three years. */
    next: (sheet: RevisedSheet) => findBeside(rows, sheet, 1),
    search: (filters: SearchFilters, page: PageRequest) => findHits(rows, index, filters, page),
    seriesList: (filters: SeriesFilters, page: PageRequest) => findSeries(rows, filters, page),
    series: (id: string) => findOneSeries(rows, id),
    feed: (page: PageRequest) => findFeed(rows, page),
    corrections: (filters: RecordFilters, page: PageRequest) =>
      findCorrections(rows, filters, page),
    correctionsOf: (sheetId: string) => correctionsOf(rows, sheetId),
    checkCorrection: (said: Parameters<typeof checkCorrection>[1]) => checkCorrection(rows, said),
    keepCorrection: (correction: Correction) => keepCorrection(rows, correction),
    dropCorrection: (correction: Correction) => dropCorrection(rows, correction),
  };
}

type Event = Pick<Claim, 'sequencer' | 'eTag' | 'time'>;
