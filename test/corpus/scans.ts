import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from '../../samples/generator/random.ts';
import type { Entry } from '../../samples/scoring/set.ts';
import { type Scanner, scanned } from '../scan/scanner.ts';

/**
 * Puts scans in the place of a folder's PDFs, each by another scanner. PDFs whose fonts are not embedded cannot be printed
 * here, and are left out.
 */
export async function scanSet(
  folder: string,
  entries: readonly Entry[],
  seed: number,
): Promise<Entry[]> {
  const random = new Random(seed);
  const scans: Entry[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.file);
    const pdf = new Uint8Array(await readFile(path));
    if (!Buffer.from(pdf).includes('/FontFile')) continue;
    const [name, scanner] = scannerOf(random);
    await writeFile(path, await scanned(pdf, scanner, random));
    scans.push({ ...entry, group: name, truths: asRead(entry.truths) });
    process.stderr.write(`\rscanned ${scans.length} of ${entries.length}`);
  }
  process.stderr.write('\n');
  return scans;
}

/** The same with every text in NFKC: on a scan nobody tells a wide bracket from a narrow one. */
export function asRead<T>(said: T): T {
  if (typeof said === 'string') return said.normalize('NFKC') as T;
  if (typeof said !== 'object' || said === null) return said;
  if (Array.isArray(said)) return said.map(asRead) as T;
  const entries = Object.entries(said).map(([name, value]) => [name, asRead(value)]);
  return Object.fromEntries(entries);
}

/** A scanner and its kind: clean, worn, black and white, or of a page that is bent or sealed or thin. */
function scannerOf(random: Random): [string, Scanner] {
  const skew = (random.next() - 0.5) * 1.6;
  const dpi = random.pick([200, 200, 300, 400]);
  const clean = { dpi, skew, noise: 8, quality: 80 };
  switch (random.int(0, 5)) {
    case 0:
    case 1:
      return ['clean', clean];
    case 2:
      return ['worn', { ...clean, dpi: 200, quality: 40, specks: 40, shadow: 0.35, noise: 14 }];
    case 3:
      return ['black and white', { dpi, skew, bilevel: true }];
    case 4:
      return ['thin paper', { ...clean, bleed: 0.12, seal: [random.next(), random.next()] }];
    default:
      return ['bent', { ...clean, swing: 0.5 }];
  }
}
