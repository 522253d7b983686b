/**
 * How a zlib stream (RFC 1950) inflates: to its end and with the right checksum; to its end with another one or none;
 * or it breaks off. `endless`: past the limit.
 */
export type Soundness = 'sound' | 'doubtful' | 'broken' | 'endless';

export async function soundness(data: Uint8Array, limit: number): Promise<Soundness> {
  const whole = await inflate('deflate', data, limit, ignore);
  if (whole !== 'broken') return whole;
  const bare = await inflate('deflate-raw', data.subarray(2), limit, ignore);
  return bare === 'sound' ? 'doubtful' : bare;
}

/** The inflated bytes; null where the stream is broken or inflates past the limit. */
export async function inflated(data: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  if ((await inflate('deflate', data, limit, (chunk) => chunks.push(chunk))) !== 'sound')
    return null;
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Inflates as long as what comes out is as wanted; whether all of it is. */
export async function inflatedUntil(
  data: Uint8Array,
  limit: number,
  isWanted: (chunk: Uint8Array) => boolean,
): Promise<boolean> {
  let wanted = true;
  const how = await inflate('deflate', data, limit, (chunk) => {
    wanted = isWanted(chunk);
    return wanted;
  });
  return wanted && how === 'sound';
}

const ignore = () => {};

/** @param take tells by false that no more is wanted */
async function inflate(
  format: 'deflate' | 'deflate-raw',
  data: Uint8Array,
  limit: number,
  take: (chunk: Uint8Array) => unknown,
): Promise<Exclude<Soundness, 'doubtful'>> {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  // What goes wrong is told by the readable side.
  writer.write(data as Uint8Array<ArrayBuffer>).catch(ignore);
  writer.close().catch(ignore);
  let length = 0;
  try {
    for await (const chunk of readable) {
      length += chunk.length;
      if (length > limit) return 'endless';
      if (take(chunk) === false) return 'sound';
    }
    return 'sound';
  } catch (error) {
    // Line breaks before `endstream`, and the checksum behind a bare stream.
    const { code } = error as { code?: string };
    return code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END' ? 'sound' : 'broken';
  }
}
