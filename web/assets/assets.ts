import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ENTRIES = ['style', 'viewerStyle', 'paper', 'upload', 'correct'] as const;
export type AssetEntry = (typeof ENTRIES)[number];
/** The file of each; its name changes with its content. */
export type AssetFiles = Readonly<Record<AssetEntry, string>>;

export type ReadAsset = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** The files that pages load. */
export interface Assets {
  readonly entries: AssetFiles;
  /** the folder of pdf.js's own files; its name has the version */
  readonly pdfjs: string;
  /** undefined where there is no such file */
  readonly read: ReadAsset;
}

/** What of pdf.js is served as it is: its worker, and what that asks for as a PDF needs it. */
export const PDFJS_PARTS = [
  'cmaps',
  'standard_fonts',
  'wasm',
  'iccs',
  'legacy/build/pdf.worker.min.mjs',
] as const;
export const WORKER = 'legacy/build/pdf.worker.min.mjs';

/** Which file of a folder is which entry. */
export const NAMES = 'entries.json';

/** The bundled files, and pdf.js's own beside them. */
export function withPdfjs(entries: AssetFiles, read: ReadAsset): Assets {
  const manifest = fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'));
  const pdfjs = `pdfjs-${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
  const readPdfjs = readingFrom(dirname(manifest));
  const isPart = (path: string) =>
    PDFJS_PARTS.some((part) => path === part || path.startsWith(`${part}/`));
  return {
    ...{ entries, pdfjs },
    read: async (path) => {
      if (!path.startsWith(`${pdfjs}/`)) return read(path);
      const own = path.slice(pdfjs.length + 1);
      return isPart(own) ? readPdfjs(own) : undefined;
    },
  };
}

/** Those that were written into a folder. */
export async function readAssets(folder: string): Promise<Assets> {
  return withPdfjs(JSON.parse(await readFile(join(folder, NAMES), 'utf8')), readingFrom(folder));
}

/** Files of a folder by their paths within it, none of which leads out of it. */
const readingFrom =
  (folder: string): ReadAsset =>
  async (path) => {
    if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path)) return undefined;
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)) return undefined;
      throw error;
    }
  };

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** The media type that a file is sent as. */
export const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
