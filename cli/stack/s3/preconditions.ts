import { S3Error } from './errors.ts';
import type { ObjectMetadata } from './object.ts';

/** A header of the request by its name, as `If-Match` or `x-amz-copy-source-if-match`. */
type HeaderOf = (name: string) => string | undefined;

/**
 * RFC 9110, section 13.2.2, for reading.
 * @returns false where the client's copy is still good
 * @throws S3Error PreconditionFailed
 */
export function wantsObject(object: ObjectMetadata, headerOf: HeaderOf): boolean {
  const modified = Math.floor(Date.parse(object.lastModified) / 1000) * 1000;
  const ifMatch = headerOf('if-match');
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, object)) throw failed('If-Match');
  } else if (modified > instant(headerOf('if-unmodified-since'))) {
    throw failed('If-Unmodified-Since');
  }
  const ifNoneMatch = headerOf('if-none-match');
  if (ifNoneMatch !== undefined) return !matches(ifNoneMatch, object);
  return !(modified <= instant(headerOf('if-modified-since')));
}

/**
 * S3's conditional writes.
 * @throws S3Error PreconditionFailed, NoSuchKey
 */
export function mayWrite(current: ObjectMetadata | undefined, headerOf: HeaderOf): void {
  const ifMatch = headerOf('if-match');
  if (ifMatch !== undefined) {
    if (!current) throw new S3Error('NoSuchKey', 'The specified key does not exist.');
    if (!matches(ifMatch, current)) throw failed('If-Match');
  }
  const ifNoneMatch = headerOf('if-none-match');
  if (ifNoneMatch !== undefined && current && matches(ifNoneMatch, current)) {
    throw failed('If-None-Match');
  }
}

const matches = (list: string, { etag }: ObjectMetadata): boolean =>
  list
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, '').replaceAll('"', ''))
    .some((tag) => tag === '*' || tag === etag);

/** NaN where absent or no date: every comparison with it is false. */
const instant = (date: string | undefined): number => Date.parse(date ?? '');

const failed = (condition: string): S3Error =>
  new S3Error(
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}`,
  );
