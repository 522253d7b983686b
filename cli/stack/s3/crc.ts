/**
 * The reflected CRCs that S3 offers and node:zlib has not.
 * Parameters: https://reveng.sourceforge.io/crc-catalogue/all.htm (CRC-32/ISCSI, CRC-64/NVME)
 */

const CASTAGNOLI = 0x82f63b78;
const NVME = 0x9a6c9329ac4bc9b5n;

const crc32cTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ CASTAGNOLI : crc >>> 1;
  return crc >>> 0;
});

/** Continues from `previous`, 0 at the start. */
export function crc32c(data: Uint8Array, previous: number): number {
  let crc = ~previous;
  for (const byte of data) crc = (crcTableAt(crc ^ byte) ^ (crc >>> 8)) | 0;
  return ~crc >>> 0;
}

const crcTableAt = (index: number): number => crc32cTable[index & 0xff] ?? 0;

const crc64Table = Array.from({ length: 256 }, (_, index) => {
  let crc = BigInt(index);
  for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ NVME : crc >> 1n;
  return crc;
});
// Two halves of 32 bits: a BigInt per byte would be a hundred times slower.
const high = Uint32Array.from(crc64Table, (crc) => Number(crc >> 32n));
const low = Uint32Array.from(crc64Table, (crc) => Number(crc & 0xffffffffn));

/** Continues from `previous`, 0n at the start. */
export function crc64nvme(data: Uint8Array, previous: bigint): bigint {
  const start = ~previous;
  let hi = Number((start >> 32n) & 0xffffffffn);
  let lo = Number(start & 0xffffffffn);
  for (const byte of data) {
    const index = (lo ^ byte) & 0xff;
    lo = ((lo >>> 8) | (hi << 24)) ^ (low[index] ?? 0);
    hi = (hi >>> 8) ^ (high[index] ?? 0);
  }
  return ~((BigInt(hi >>> 0) << 32n) | BigInt(lo >>> 0)) & 0xffffffffffffffffn;
}
