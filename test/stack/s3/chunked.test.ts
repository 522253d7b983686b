import { expect, test } from 'vitest';
import { decodeChunks } from '../../../cli/stack/s3/chunked.ts';

const FRAMED =
  '5\r\n\r\n0\r\n\r\n10\r\nsixteen bytes ..\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\nX-Amz-Other: b \r\n\r\n';

async function decode(framed: string, step: number) {
  async function* source() {
    const bytes = Buffer.from(framed);
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  }
  const trailers = new Map<string, string>();
  const pieces = await Array.fromAsync(decodeChunks(source(), null, trailers));
  return { text: Buffer.concat(pieces).toString(), trailers: Object.fromEntries(trailers) };
}

test.each([1, 2, 3, 7, 1000])('cut every %i bytes', async (step) => {
  expect(await decode(FRAMED, step)).toEqual({
    text: '\r\n0\r\nsixteen bytes ..',
    trailers: { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-other': 'b' },
  });
});

test.each([
  ['nothing', ''],
  ['no last chunk', '2\r\nab\r\n'],
  ['a chunk cut short', '5\r\nab'],
  ['a chunk longer than it says', '2\r\nabc\r\n0\r\n\r\n'],
  ['a size that is none', 'x\r\nab\r\n0\r\n\r\n'],
  ['a line without end', '1'.repeat(20_000)],
])('%s is refused', async (_, framed) => {
  await expect(decode(framed, 1000)).rejects.toThrow(
    expect.objectContaining({ code: 'IncompleteBody' }),
  );
});
