import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { DICTIONARY_FILES } from '../parsers/japanese/dictionary.ts';
import { PDFJS_PARTS } from '../web/assets/assets.ts';
import { writeAssets } from '../web/assets/build.ts';
import { type Contents, noticeOf, packageOf } from './notice.ts';
import { writtenIn } from './written-in.ts';
import { zodWithoutLocales } from './zod.ts';

export const PROJECT_FOLDER = fileURLToPath(new URL('..', import.meta.url));

interface Bundle {
  /** the module of each file, by the file's name without `.mjs`; Lambda calls `index` */
  readonly files: Readonly<Record<string, string>>;
  /** what is read or resolved as the function runs, under node_modules */
  readonly data: readonly string[];
  /** files of the project that are read as the function runs: where they lie, and the folder they go to */
  readonly own?: Readonly<Record<string, string>>;
  /** with what the page for people loads, in a folder `page` */
  readonly page?: true;
}

const DICTIONARY = [
  'kuromoji/package.json',
  ...DICTIONARY_FILES.map((name) => `kuromoji/dict/${name}.dat.gz`),
];

const API_PAGE = [
  'package.json',
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'favicon-32x32.png',
].map((file) => `swagger-ui-dist/${file}`);

/** The reading process is forked, so it is a file of its own. */
const READER = {
  files: { process: 'lambdas/reader/process.ts' },
  data: [
    ...DICTIONARY,
    'pdfjs-dist/package.json',
    'pdfjs-dist/cmaps',
    'pdfjs-dist/standard_fonts',
    '@napi-rs/canvas/geometry.js',
  ],
  own: { 'parsers/formats': 'formats' },
} as const satisfies Bundle;

const BUNDLES = {
  ingest: {
    files: { index: 'lambdas/ingest/lambda.ts', ...READER.files },
    data: READER.data,
    own: READER.own,
  },
  backfill: {
    files: { index: 'lambdas/backfill/lambda.ts', ...READER.files },
    data: READER.data,
    own: READER.own,
  },
  query: {
    files: { index: 'lambdas/query/lambda.ts' },
    data: [
      ...DICTIONARY,
      ...API_PAGE,
      ...['package.json', ...PDFJS_PARTS].map((part) => `pdfjs-dist/${part}`),
    ],
    page: true,
    // Their hash is a part of the reader's version, which health tells.
    own: READER.own,
  },
  tokens: { files: { index: 'lambdas/tokens/lambda.ts' }, data: [] },
} as const satisfies Record<string, Bundle>;

export type BundleName = keyof typeof BUNDLES;
export const BUNDLE_NAMES = Object.keys(BUNDLES) as BundleName[];

/** Writes every function's bundle into a folder of its name; returns the folders. */
export function makeBundles(folder: string): Record<BundleName, string> {
  const folders = BUNDLE_NAMES.map((name) => [name, join(folder, name)] as const);
  for (const [name, own] of folders) makeBundle(name, own);
  return Object.fromEntries(folders) as Record<BundleName, string>;
}

/**
 * Writes all that one function needs, and nothing else, into the folder, with a NOTICE of what is in it of others. The same
 * sources give the same bytes.
 */
export function makeBundle(name: BundleName, folder: string): Metafile {
  const { files, data, own = {}, page }: Bundle = BUNDLES[name];
  const code = buildCode(files, folder);
  const metafile = page ? both(code, writeAssets(join(folder, 'page'))) : code;
  for (const path of data) {
    cpSync(join(PROJECT_FOLDER, 'node_modules', path), join(folder, 'node_modules', path), {
      recursive: true,
    });
  }
  for (const [from, to] of Object.entries(own)) {
    const filter = (path: string) => !path.endsWith('.ts');
    cpSync(join(PROJECT_FOLDER, from), join(folder, to), { recursive: true, filter });
  }
  if (data.includes(GEOMETRY)) addGeometry(folder);
  writeFileSync(join(folder, 'NOTICE'), noticeOf(contentsOf(name, metafile), PROJECT_FOLDER));
  return metafile;
}

const buildCode = (entryPoints: Bundle['files'], outdir: string): Metafile =>
  buildSync({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints,
    outdir,
    alias: { zod: zodWithoutLocales(PROJECT_FOLDER) },
    outExtension: { '.js': '.mjs' },
    bundle: true,
    tsconfigRaw: {},
    define: writtenIn(PROJECT_FOLDER),
    // Modules go by where they are in node_modules, wherever that is.
    preserveSymlinks: true,
    platform: 'node',
    // ES modules where a package has them: of those, what is not used is left out.
    mainFields: ['module', 'main'],
    target: 'node24',
    format: 'esm',
    charset: 'utf8',
    // Engines that read pictures are files of their own, where there are any.
    external: ['tesseract.js', 'onnxruntime-web'],
    // Names stay: they are what a stack trace in the log has.
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'warning',
  }).metafile;

const both = (one: Metafile, other: Metafile): Metafile => ({
  inputs: { ...one.inputs, ...other.inputs },
  outputs: { ...one.outputs, ...other.outputs },
});

/** What of others is in a bundle, by what esbuild put into it and what is copied. */
export function contentsOf(name: BundleName, { outputs }: Metafile): Contents {
  const sources = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  );
  const packages = new Set(sources.flatMap((path) => packageOf(path) ?? []));
  const { data }: Bundle = BUNDLES[name];
  return { packages: [...packages], copied: data.map((path) => `node_modules/${path}`) };
}

/** CommonJS packages inside an ES module ask for node's own modules so. */
const REQUIRE = "import{createRequire as cr}from'node:module';const require=cr(import.meta.url);";

const GEOMETRY = '@napi-rs/canvas/geometry.js';

/**
 * pdf.js takes DOMMatrix, for glyphs that are pictures, from a canvas package of 34 MB that draws. Nothing is drawn here:
 * the package's arithmetic is enough.
 */
function addGeometry(folder: string): void {
  const main = join(folder, 'node_modules', dirname(GEOMETRY), 'index.js');
  mkdirSync(dirname(main), { recursive: true });
  writeFileSync(
    main,
    "exports.DOMMatrix=require('./geometry.js').DOMMatrix;exports.Path2D=class{};",
  );
}
