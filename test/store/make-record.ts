import { DocumentRecord } from '../../parsers/records/document.ts';
import type { Indicator } from '../../parsers/records/indicator.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { SCHEMA_VERSION } from '../../parsers/version.ts';

/** What a made-up sheet says; the rest of the record follows from it. */
export interface Said {
  readonly publisher?: string;
  readonly publisherName?: string;
  readonly fiscalYear?: number;
  readonly program?: string;
  readonly number?: string;
  readonly title?: string;
  readonly department?: string | null;
  readonly grade?: string;
  readonly indicators?: Readonly<Record<string, number>>;
  /** where on the page everything stands: says nothing */
  readonly page?: number;
  /** what of its head was not read for certain */
  readonly doubts?: readonly string[];
}

export function makeSheet(said: Said = {}): SheetRecord {
  const { publisher = 'shiomi', fiscalYear = 2013, program = 'kinkyu', number = '8' } = said;
  const { title = '働く場をふやす', department = '雇用経済部', grade = 'B', page = 1 } = said;
  const at = { page, box: [10, 20, 110, 32] as [number, number, number, number] };
  return {
    id: `${publisher}-${fiscalYear}-${program}-${number}`,
    schemaVersion: SCHEMA_VERSION,
    format: 'mie-project',
    publisher,
    publisherCode: null,
    publisherName: said.publisherName ?? null,
    fiscalYear,
    program,
    programName: '緊急課題解決',
    number,
    title,
    subtitle: null,
    department,
    pages: { from: page, to: page },
    goals: [{ text: '働く人がふえています', at: [at] }],
    progress: { grade, label: 'ある程度進んだ', at, reason: '目標に近い', reasonAt: [at] },
    indicators: Object.entries(said.indicators ?? { 新規就職者数: 120 }).map(
      ([name, value], n): Indicator => ({
        id: `i${n + 1}`,
        level: n === 0 ? 'project' : 'initiative',
        initiative: n === 0 ? null : String(n),
        name,
        description: null,
        targetRationale: null,
        unit: '人',
        values: [{ fiscalYear, type: 'actual', text: `${value}人`, value, status: 'reported', at }],
        achievement: null,
      }),
    ),
    initiatives: [],
    leftovers: [],
    budget: [],
    warnings: [
      { code: 'repeated-item', message: 'a sheet for tests', at },
      ...(said.doubts ?? []).map((doubt) => ({
        code: 'doubtful-reading' as const,
        message: 'a doubt for tests',
        candidates: [doubt],
        at: { page, box: [200, 20, 300, 32] as [number, number, number, number] },
      })),
    ],
  };
}

/** A document that holds these sheets; throws where the shape is not the contract's. */
export const makeRecord = (
  sha256: string,
  bytes: number,
  sheets: readonly Said[],
): DocumentRecord =>
  DocumentRecord.parse({
    document: { sha256, bytes, pages: 1, textSource: 'embedded' },
    sheets: sheets.map(makeSheet),
    warnings: [{ code: 'repeated-item', message: 'a document for tests', page: 1 }],
  });
