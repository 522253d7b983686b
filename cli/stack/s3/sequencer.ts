import { readFile } from 'node:fs/promises';
import { writeDurably } from '../durable.ts';

const BLOCK = 1_000_000n;

/**
 * The ever growing number in S3's events, as fixed-width hex so that texts order like numbers. Numbers are reserved
 * on disk a block at a time: a restart skips the rest of a block and never goes back, whatever the clock does.
 */
export async function openSequencer(path: string): Promise<() => Promise<string>> {
  let next = await reservedUpTo(path);
  let end = next;
  return async () => {
    if (next === end) {
      await writeDurably(path, String(end + BLOCK));
      end += BLOCK;
    }
    next += 1n;
    return next.toString(16).toUpperCase().padStart(18, '0');
  };
}

async function reservedUpTo(path: string): Promise<bigint> {
  try {
    return BigInt(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0n;
    throw error;
  }
}
