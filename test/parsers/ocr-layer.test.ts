import { describe, expect, it } from 'vitest';
import { resources } from '../../lambdas/reader/resources.ts';
import { parse } from '../../parsers/parse.ts';
import { digitsFor } from '../../parsers/scan/look-alikes.ts';
import { smallSheet } from '../scan/small-sheet.ts';

describe('a sheet whose text is an OCR layer', () => {
  const misread = (cell: string) =>
    cell.replace('1,184', '1,l84').replace('80.0', '8O.O').replace('1,407', '1,4冫7');

  it('tells of a figure with letters what may stand there, and takes it as none', async () => {
    const { sheets } = await parse(await smallSheet({ misread }), resources);
    const [sheet] = sheets;
    expect(sheet?.textSource).toBe('ocr-layer');
    const doubtful = sheet?.warnings.filter(({ code }) => code === 'doubtful-reading') ?? [];
    expect(doubtful.map(({ candidates, severity }) => [candidates, severity])).toEqual([
      [['1,l84', '1,184'], 'wrong'],
      [['8O.O', '80.0'], 'wrong'],
    ]);
    const values = sheet?.indicators.flatMap((indicator) => indicator.values) ?? [];
    for (const { at, candidates } of doubtful) {
      const value = values.find(({ text }) => text === candidates?.[0]);
      expect(value).toMatchObject({ value: null, status: 'unread', at });
    }
  });

  it('tells of one that no digit looks like as unread', async () => {
    const { sheets } = await parse(await smallSheet({ misread }), resources);
    const unread = sheets[0]?.warnings.filter(({ code }) => code === 'unread') ?? [];
    expect(unread.map(({ message }) => message)).toEqual([expect.stringContaining('「1,4冫7」')]);
  });

  it('is not doubted where its figures are read', async () => {
    const { sheets } = await parse(await smallSheet({ misread: (cell) => cell }), resources);
    expect(sheets[0]?.textSource).toBe('ocr-layer');
    expect(sheets[0]?.warnings.map(({ code }) => code)).not.toContain('doubtful-reading');
  });
});

describe('digits for the letters that look like them', () => {
  it.each([
    ['44,OOO冊', '44,000冊'],
    ['4フ,000冊', '47,000冊'],
    ['l8Oか所', '180か所'],
    ['lO.O%', '10.0%'],
    ['5S', '55'],
    ['60三', '603'],
  ])('%s may be %s', (read, digits) => expect(digitsFor(read)).toBe(digits));

  it.each(['45,213', '1,4冫7', 'なし', '12～15'])('none in %s', (read) => {
    expect(digitsFor(read)).toBeNull();
  });
});
