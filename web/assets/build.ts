import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, buildSync, type Metafile } from 'esbuild';
import { type AssetEntry, type AssetFiles, type Assets, NAMES, withPdfjs } from './assets.ts';

const SOURCES: Readonly<Record<AssetEntry, string>> = {
  style: 'web/style/page.css',
  viewerStyle: 'web/style/viewer.css',
  paper: 'web/browser/paper.ts',
  upload: 'web/browser/upload.ts',
  correct: 'web/browser/correct.ts',
};

/** Small parts that a page loads at once, and pdf.js in a part of its own that it loads when the PDF is opened. */
const OPTIONS = {
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  entryPoints: SOURCES,
  outdir: 'static',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  loader: { '.svg': 'file', '.gif': 'file' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  preserveSymlinks: true,
  tsconfigRaw: {},
  charset: 'utf8',
  minify: true,
  legalComments: 'eof',
  metafile: true,
  write: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The browser's part, bundled into memory. */
export async function buildAssets(): Promise<Assets> {
  const { outputFiles, metafile } = await build(OPTIONS);
  const files = new Map(
    outputFiles.map(({ path, contents }) => [basename(path), new Uint8Array(contents)]),
  );
  return withPdfjs(entriesOf(metafile), async (path) => files.get(path));
}

/** The same into a folder, to be read there; the same sources give the same bytes. */
export function writeAssets(folder: string): Metafile {
  const { outputFiles, metafile } = buildSync(OPTIONS);
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles)
    writeFileSync(join(folder, basename(path)), contents);
  writeFileSync(join(folder, NAMES), JSON.stringify(entriesOf(metafile), null, 2));
  return metafile;
}

function entriesOf({ outputs }: Metafile): AssetFiles {
  const files = Object.entries(outputs).map(([path, { entryPoint }]) => [
    entryPoint,
    basename(path),
  ]);
  const fileOf = new Map(files as [string, string][]);
  return Object.fromEntries(
    Object.entries(SOURCES).map(([name, source]) => [name, fileOf.get(source)]),
  ) as AssetFiles;
}
