import { crc32 } from 'node:zlib';
import type { Row } from '../../ports/records.ts';

/** A row as the table holds it. Named as its columns. */
interface Encoded {
  readonly pk: string;
  readonly sk: string;
  readonly listPk: string | null;
  readonly namePk: string | null;
  readonly listSk: string | null;
  /** JSON of all attributes but these; bytes are told by `{"$bytes": [from, to]}` */
  readonly body: string;
  /** all bytes of the row, one after the other */
  readonly bytes: Uint8Array | null;
  /** CRC-32 of all of the above */
  readonly checksum: number;
}

/** A row as it is read: the body is UTF-8, so that nothing is turned into text before it is checked. */
export type Stored = Omit<Encoded, 'body'> & { readonly body: Uint8Array };

/** What a `Stored` is selected by. */
export const STORED = 'pk, sk, listPk, namePk, listSk, CAST(body AS BLOB) AS body, bytes, checksum';

/** What is stored is not what was written. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';
}

interface Keys extends Row {
  readonly listPk?: string;
  readonly namePk?: string;
  readonly listSk?: string;
}

export function encodeRow(row: Row): Encoded {
  const { pk, sk, listPk = null, namePk = null, listSk = null, ...rest } = row as Keys;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const body = JSON.stringify(rest, function (this: Record<string, unknown>, name, value) {
    // A Buffer has turned itself into something else by now.
    const own = this[name];
    if (!(own instanceof Uint8Array)) return value;
    pieces.push(own);
    length += own.length;
    return { $bytes: [length - own.length, length] };
  });
  const bytes = pieces.length === 0 ? null : Buffer.concat(pieces);
  const keys = { pk, sk, listPk, namePk, listSk, body, bytes };
  return { ...keys, checksum: checksumOf(keys) };
}

/** @throws StoreDamaged */
export function decodeRow<T>(stored: Stored): T {
  const { pk, sk, listPk, namePk, listSk, body, bytes, checksum } = stored;
  if (checksumOf(stored) !== checksum) throw new StoreDamaged(`the row ${pk} ${sk} is damaged`);
  const row = JSON.parse(textOf(body));
  if (bytes) restore(row, bytes);
  row.pk = pk;
  row.sk = sk;
  if (listPk !== null) row.listPk = listPk;
  if (namePk !== null) row.namePk = namePk;
  if (listSk !== null) row.listSk = listSk;
  return row;
}

export const checksumOf = (
  row: Omit<Encoded, 'body' | 'checksum'> & Pick<Stored | Encoded, 'body'>,
) => {
  const { pk, sk, listPk, namePk, listSk, body, bytes } = row;
  const keys = crc32(`${pk}\n${sk}\n${listPk ?? ''}\n${namePk ?? ''}\n${listSk ?? ''}\n`);
  const sum = crc32(body, keys);
  return bytes ? crc32(bytes, sum) : sum;
};

const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString();

function restore(value: Record<string, unknown>, bytes: Uint8Array): void {
  for (const [name, one] of Object.entries(value)) {
    if (typeof one !== 'object' || one === null) continue;
    const range = (one as { $bytes?: [number, number] }).$bytes;
    if (range) value[name] = bytes.subarray(...range);
    else restore(one as Record<string, unknown>, bytes);
  }
}
