import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc.ts';

/** Something that eats bytes and ends in a digest. */
export interface Hash {
  update(data: Uint8Array): void;
  digest(): Buffer;
}

/** Those that the AWS SDK for JavaScript can send. */
export const CHECKSUMS = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'] as const;

/** As in the header names `x-amz-checksum-…`. */
export type ChecksumAlgorithm = (typeof CHECKSUMS)[number];

export interface Checksum {
  readonly algorithm: ChecksumAlgorithm;
  /** base64; of a composite, followed by `-` and the number of parts */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export const isChecksumAlgorithm = (name: string): name is ChecksumAlgorithm =>
  (CHECKSUMS as readonly string[]).includes(name);

export function startChecksum(algorithm: ChecksumAlgorithm): Hash {
  switch (algorithm) {
    case 'crc32':
      return crcHash32(crc32);
    case 'crc32c':
      return crcHash32(crc32c);
    case 'crc64nvme':
      return crcHash64();
    case 'sha1':
    case 'sha256':
      return createHash(algorithm);
  }
}

function crcHash32(step: (data: Uint8Array, previous: number) => number): Hash {
  let crc = 0;
  return {
    update: (data) => {
      crc = step(data, crc);
    },
    digest: () => {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(crc);
      return digest;
    },
  };
}

function crcHash64(): Hash {
  let crc = 0n;
  return {
    update: (data) => {
      crc = crc64nvme(data, crc);
    },
    digest: () => {
      const digest = Buffer.alloc(8);
      digest.writeBigUInt64BE(crc);
      return digest;
    },
  };
}

/** S3's checksum of checksums: over the raw digests of the parts, in order. */
export function compositeChecksum(
  algorithm: ChecksumAlgorithm,
  parts: readonly string[],
): Checksum {
  const hash = startChecksum(algorithm);
  for (const part of parts) hash.update(Buffer.from(part, 'base64'));
  const value = `${hash.digest().toString('base64')}-${parts.length}`;
  return { algorithm, value, type: 'COMPOSITE' };
}
