import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isOpaque } from '../../parsers/pdf/opaque.ts';
import { unfiltered } from '../../parsers/pdf/predictor.ts';
import { isDictionary, valueAt } from '../../parsers/pdf/syntax.ts';

/** Rows that undo to what a PNG writer packed, one filter each (RFC 2083, 6). */
const PACKED = [0, 10, 20, 30, 1, 10, 10, 10, 2, 5, 5, 5, 3, 8, 5, 5, 4, 1, 1, 1];

it('each filter of PNG is undone, however the rows come', () => {
  for (const size of [1, 3, PACKED.length]) {
    const rows: number[][] = [];
    const take = unfiltered(3, 1, (row) => rows.push([...row]) > 0);
    for (let at = 0; at < PACKED.length; at += size) {
      take(Uint8Array.from(PACKED.slice(at, at + size)));
    }
    expect(rows).toEqual([
      [10, 20, 30],
      [10, 20, 30],
      [15, 25, 35],
      [15, 25, 35],
      [16, 26, 36],
    ]);
  }
});

describe('a mask in rows packed as those of a PNG', () => {
  const masked = async (rows: number[], parameters = '/Predictor 15/Columns 3') => {
    const text = `<</Width 3/Height 2/BitsPerComponent 8/Filter/FlateDecode/DecodeParms<<${parameters}>>>>`;
    const value = valueAt(text, 0)?.value ?? null;
    const picture = valueAt('<</SMask 7 0 R>>', 0)?.value;
    if (!isDictionary(picture)) throw new Error('no dictionary');
    const data = new Uint8Array(deflateSync(Uint8Array.from(rows)));
    const soft = picture.get('SMask');
    const get = (one: unknown) =>
      one === soft ? { value, data } : one === undefined ? undefined : { value: one };
    return isOpaque(picture, new Uint8Array(), { get: get as never, stencil: false });
  };

  it('hides what lies under it where all of it is opaque', async () => {
    expect(await masked([1, 255, 0, 0, 2, 0, 0, 0])).toBe(true);
    expect(await masked([1, 255, 0, 0, 2, 0, 1, 0])).toBe(false);
    expect(await masked([1, 255, 0, 0])).toBe(false);
  });

  it('is not believed where its rows are told otherwise', async () => {
    expect(await masked([1, 255, 0, 0, 2, 0, 0, 0], '/Predictor 15/Columns 9')).toBe(false);
    expect(await masked([255, 255, 255, 255, 255, 255], '/Predictor 2/Columns 3')).toBe(false);
  });
});
