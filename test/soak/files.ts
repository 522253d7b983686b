import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sha256 } from '../ingest/world.ts';

/** Something to upload, and how it has to end: null for a success, or the code it is refused with. */
export interface SoakFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly code: string | null;
}

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const BAD: Readonly<Record<string, string>> = {
  'not-a-pdf.pdf': 'not-a-pdf',
  'empty.pdf': 'not-a-pdf',
  'password.pdf': 'password-required',
  'blank-page.pdf': 'empty-document',
  'picture-only.pdf': 'no-text',
  'business-letter.pdf': 'unrecognized-format',
  'truncated.pdf': 'damaged-pdf',
};

const fileOf = async (path: string, name: string, code: string | null): Promise<SoakFile> => {
  const bytes = await readFile(join(path, name));
  return { name, bytes, sha256: sha256(bytes), code };
};

/** Sheets drawn from a seed, some of the samples, and files that are refused. */
export async function drawFiles(seed: number, folder: string): Promise<SoakFile[]> {
  const drawing = [
    at('samples/corpus.ts'),
    '--seed',
    String(seed),
    '--count',
    '30',
    '--out',
    folder,
  ];
  await promisify(execFile)(process.execPath, drawing);
  const drawn = (await readdir(folder)).filter((name) => name.endsWith('.pdf')).sort();
  const samples = ['shiomi-2013-shisaku-214.pdf', 'shiomi-2018-shisaku-326.pdf', 'book-2015.pdf'];
  return Promise.all([
    ...drawn.map((name) => fileOf(folder, name, null)),
    ...samples.map((name) => fileOf(at('samples'), name, null)),
    ...Object.entries(BAD).map(([name, code]) => fileOf(at('test/fixtures'), name, code)),
  ]);
}
