import { S3Error } from './errors.ts';

/** Bytes `first` to `last`, both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * RFC 9110, section 14.1.2.
 * @returns null for the whole: no header, one that is malformed, or several ranges, which S3 does not serve
 * @throws S3Error InvalidRange
 */
export function byteRange(header: string | undefined, bytes: number): ByteRange | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = parts ?? [];
  if (!parts || (from === '' && to === '')) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first > last) throw new S3Error('InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
}
