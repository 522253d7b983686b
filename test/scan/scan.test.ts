import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ocrEngine } from '../../lambdas/ocr/engine.ts';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import type { DocumentRecord } from '../../parsers/records/document.ts';
import { Random } from '../../samples/generator/random.ts';
import { scanned } from './scanner.ts';
import { smallSheet } from './small-sheet.ts';

const ocr = ocrEngine(2);
afterAll(() => ocr.stop());

describe('a sheet that was printed and scanned askew', () => {
  let scan: Uint8Array;
  let twin: DocumentRecord;
  let read: DocumentRecord;
  beforeAll(async () => {
    const born = await smallSheet();
    twin = await parse(born, resources);
    const scanner = { dpi: 200, skew: 0.8, noise: 12, quality: 75 };
    scan = await scanned(born, scanner, new Random(7));
    read = await parse(scan, { ...resources, ocr });
  }, 120_000);

  it('is refused where nothing reads pictures', async () => {
    await expect(parse(scan, resources)).rejects.toMatchObject({ code: 'no-text' });
  });

  it('has the id of its twin and says where its text is from', () => {
    expect(read.document.textSource).toBe('ocr');
    expect(read.sheets.map(({ id }) => id)).toEqual(twin.sheets.map(({ id }) => id));
  });

  it('has the figures of its twin where they stand, or says which were not read', () => {
    const [want, got] = [figuresOf(twin), figuresOf(read)];
    expect(want.length).toBe(8);
    expect(got.map(({ kind }) => kind)).toEqual(want.map(({ kind }) => kind));
    got.forEach(({ value, status, at }, i) => {
      if (status !== 'unread') expect(value).toBe(want[i]?.value);
      for (const [k, edge] of at.box.entries()) {
        expect(Math.abs(edge - (want[i]?.at.box[k] ?? 0))).toBeLessThan(9);
      }
    });
    expect(got.filter(({ status }) => status === 'unread').length).toBeLessThan(2);
  });
});

function figuresOf({ sheets }: DocumentRecord) {
  return sheets.flatMap(({ indicators }) =>
    indicators.flatMap(({ values }) =>
      values.map(({ fiscalYear, type, ...rest }) => ({ kind: `${fiscalYear} ${type}`, ...rest })),
    ),
  );
}
