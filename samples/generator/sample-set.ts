import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from './content.ts';
import { type Book, type Made, makeDocument } from './document.ts';
import type { Producer } from './producer.ts';

export type Entry = {
  /** File name of the PDF without its ending. */
  readonly name: string;
  readonly producer: Producer;
  readonly sheets: readonly Sheet[];
  readonly book?: Book;
};

/** Writes PDFs, the truth of each sheet beside its PDF, and manifest.json, which tells a scorer what belongs together. */
export async function writeSet(folder: string, entries: readonly Entry[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = [];
  for (const entry of entries) {
    const made = await makeDocument(entry.producer, entry.sheets, entry.book);
    await writeFile(join(folder, `${entry.name}.pdf`), made.pdf);
    manifest.push({
      file: `${entry.name}.pdf`,
      renderer: entry.producer.name,
      variant: entry.producer.variant ?? null,
      pages: made.pages,
      textSource: 'embedded',
      sheets: await writeTruths(folder, entry.name, made),
    });
  }
  await writeFile(join(folder, 'manifest.json'), json(manifest));
}

async function writeTruths(folder: string, name: string, { truths }: Made) {
  const sheets = [];
  for (const truth of truths) {
    const file = truths.length === 1 ? `${name}.json` : `${name}.${truth.id}.json`;
    await writeFile(join(folder, file), json(truth));
    sheets.push({ truth: file, pages: truth.pages });
  }
  return sheets;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
