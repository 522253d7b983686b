import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { S3Error } from './errors.ts';

export interface Form {
  /** Those before the file, which is S3's last, by their lower-case names. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: File;
}

/** More than any PDF that is read, and its fields. */
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * A multipart form as a browser sends it. It is parsed by the platform, in memory, which is why its size is capped; PUT,
 * which other clients use, streams.
 */
export async function readMultipart(message: IncomingMessage): Promise<Form> {
  if (Number(message.headers['content-length']) > MAX_BYTES) throw tooLarge();
  const form = await parsed(message);
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    const key = name.toLowerCase();
    if (typeof value !== 'string') {
      if (key === 'file') return { fields, file: value };
    } else if (key === 'file') {
      // Without a file name a browser's form sends the file as text.
      return { fields, file: new File([value], '') };
    } else if (fields.has(key)) {
      throw new S3Error('InvalidArgument', `The field ${name} is given more than once.`);
    } else {
      fields.set(key, value);
    }
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

async function parsed(message: IncomingMessage): Promise<FormData> {
  const headers = { 'content-type': message.headers['content-type'] ?? '' };
  try {
    return await new Response(Readable.toWeb(Readable.from(capped(message))), {
      headers,
    }).formData();
  } catch (error) {
    if (error instanceof S3Error) throw error;
    if (error instanceof Error && error.cause instanceof S3Error) throw error.cause;
    throw new S3Error(
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
    );
  }
}

async function* capped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = (): S3Error =>
  new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
