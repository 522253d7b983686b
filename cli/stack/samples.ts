import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './durable.ts';

/**
 * Uploads the sample sheets once in the life of a data directory.
 * @returns how many were uploaded now
 */
export async function loadSamples(
  samplesDir: string,
  dataDir: string,
  put: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<number> {
  const marker = join(dataDir, 'samples-loaded');
  if (await exists(marker)) return 0;
  const names = (await exists(samplesDir)) ? await readdir(samplesDir) : [];
  const pdfs = names.filter((name) => name.endsWith('.pdf')).sort();
  for (const name of pdfs) await put(`samples/${name}`, await readFile(join(samplesDir, name)));
  if (pdfs.length > 0) await writeDurably(marker, `${pdfs.join('\n')}\n`);
  return pdfs.length;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
