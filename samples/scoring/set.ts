import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Output, Sheet } from './record.ts';

/** One PDF of a set: its file name, what drew it, and what its sheets say. */
export type Entry = {
  readonly file: string;
  readonly group: string;
  readonly truths: readonly Sheet[];
};

const Pages = z.object({ from: z.int(), to: z.int() });
const Manifest = z.array(
  z.object({
    file: z.string(),
    renderer: z.string(),
    variant: z.string().nullable(),
    sheets: z.array(z.object({ truth: z.string(), pages: Pages })),
  }),
);

/** The PDFs of a folder with manifest.json and truths; throws where one of them is missing or no JSON of its kind. */
export async function readSet(folder: string): Promise<Entry[]> {
  const manifest = Manifest.parse(await readJson(join(folder, 'manifest.json')));
  return Promise.all(
    manifest.map(async ({ file, renderer, variant, sheets }) => ({
      file,
      group: variant === null ? renderer : `${renderer}:${variant}`,
      truths: await Promise.all(
        sheets.map(async ({ truth, pages }) => {
          const sheet = Sheet.parse(await readJson(join(folder, truth)));
          if (sheet.id === null) throw new Error(`${truth} is no truth: it has no id`);
          return { ...sheet, pages };
        }),
      ),
    })),
  );
}

/** What a tool printed for a PDF, kept as `<pdf name>.json`; null where there is no usable output. */
export async function readOutput(folder: string, file: string): Promise<Output | null> {
  try {
    return Output.parse(await readJson(join(folder, `${file}.json`)));
  } catch {
    return null;
  }
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
