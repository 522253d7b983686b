/**
 * The `aws-chunked` content encoding: `size[;chunk-signature=…]\r\n data \r\n … 0…\r\n trailers`.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
import { createHash } from 'node:crypto';
import { S3Error } from './errors.ts';
import type { ChunkSigner } from './signature.ts';

const LINE_LIMIT = 16 * 1024;

/**
 * The bytes inside the framing. Trailers (lower-case names) are put into `trailers` before the end.
 * @param signer null where the chunks are not signed
 * @throws S3Error IncompleteBody, SignatureDoesNotMatch
 */
export async function* decodeChunks(
  source: AsyncIterable<Buffer>,
  signer: ChunkSigner | null,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const input = new Input(source);
  for (;;) {
    const { size, signature } = chunkHeader(await input.line());
    const hash = signer && createHash('sha256');
    for await (const piece of input.take(size)) {
      hash?.update(piece);
      yield piece;
    }
    if (signer && hash && signer.chunk(hash.digest('hex')) !== signature) throw mismatch();
    if (size === 0) break;
    if ((await input.line()) !== '') throw malformed();
  }
  await readTrailers(input, signer, trailers);
}

function chunkHeader(line: string | null): { size: number; signature: string | undefined } {
  const parts = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line ?? '');
  if (!parts) throw malformed();
  return { size: Number.parseInt(parts[1] ?? '', 16), signature: parts[2] };
}

async function readTrailers(
  input: Input,
  signer: ChunkSigner | null,
  trailers: Map<string, string>,
): Promise<void> {
  let signed = '';
  let signature: string | undefined;
  for (let line = await input.line(); line !== null; line = await input.line()) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'x-amz-trailer-signature') {
      signature = value;
    } else {
      trailers.set(name, value);
      signed += `${name}:${value}\n`;
    }
  }
  if (signer && signed !== '' && signer.trailer(signed) !== signature) throw mismatch();
}

/** Lines and runs of bytes out of a stream that cuts anywhere. */
class Input {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Without its line end; null at the end of the stream. */
  async line(): Promise<string | null> {
    let end = this.#held.indexOf(0x0a);
    while (end < 0) {
      if (this.#held.length > LINE_LIMIT) throw malformed();
      const next = await this.#source.next();
      if (next.done) {
        if (this.#held.length > 0) throw malformed();
        return null;
      }
      this.#held = Buffer.concat([this.#held, next.value]);
      end = this.#held.indexOf(0x0a);
    }
    const line = this.#held.toString('latin1', 0, end).replace(/\r$/, '');
    this.#held = this.#held.subarray(end + 1);
    return line;
  }

  async *take(size: number): AsyncGenerator<Buffer> {
    let left = size;
    while (left > 0) {
      if (this.#held.length === 0) {
        const next = await this.#source.next();
        if (next.done) throw malformed();
        this.#held = next.value;
        continue;
      }
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}

const malformed = (): S3Error =>
  new S3Error('IncompleteBody', 'The aws-chunked body is cut short or malformed.');

const mismatch = (): S3Error =>
  new S3Error('SignatureDoesNotMatch', 'The signature of a chunk does not match its content.');
