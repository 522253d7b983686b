import type { ReadPdf } from '../../lambdas/reader/read.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Refusal } from '../../parsers/records/refusal.ts';
import { sha256 } from '../ingest/world.ts';
import { makeRecord, type Said } from '../store/make-record.ts';

/** A reader that says otherwise what the tests' own reader says. */
export const reader =
  (change: (record: DocumentRecord) => void): ReadPdf =>
  async (bytes) => {
    const { sheets } = JSON.parse(Buffer.from(bytes).toString('utf8').slice('%PDF-'.length));
    const record = makeRecord(sha256(bytes), bytes.length, sheets as Said[]);
    change(record);
    return record;
  };

/** One that refuses all. */
export const refusing =
  (code: 'no-text' | 'timed-out' | 'unrecognized-format'): ReadPdf =>
  async () => {
    throw new Refusal(code, 'a sentence');
  };

/** As if 120人 had been misread for 20人: only in sheets that say 120. */
export const mended = reader(({ sheets }) => {
  for (const { indicators } of sheets) {
    for (const value of indicators.flatMap(({ values }) => values)) {
      if (value.value === 120) value.value = 20;
    }
  }
});
