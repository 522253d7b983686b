import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };
import { writeAssets } from '../web/assets/build.ts';
import { PROJECT_FOLDER } from './bundles.ts';
import { stampsOf } from './stamps.ts';
import { writtenIn } from './written-in.ts';

// What `npm pack` ships beside the data, since Node strips no types below node_modules; and what a checkout runs for as
// long as its sources are what they were, since one file is loaded faster than hundreds.

/** As far below the root as cli/stack and lambdas/reader are, so that both find samples and formats by one path. */
const FOLDER = join(PROJECT_FOLDER, 'dist/js');

/** By these a checkout sees whether it is of its sources as they are. */
const STAMPS = join(PROJECT_FOLDER, 'dist/sources.json');

/** Machine code, which pdf.js loads where it draws. */
const CANVAS = '@napi-rs/canvas';

const began = Date.now();
for (const path of [STAMPS, FOLDER]) rmSync(path, { recursive: true, force: true });
// The reading process is forked, so it is a file of its own. What each loads in any case is in it, and sooner there.
const bundles = [
  bundle({ program: 'cli/program.ts' }, ['commander']),
  bundle({ process: 'lambdas/reader/process.ts' }, ['pdfjs-dist', 'zod']),
];
const page = writeAssets(join(FOLDER, 'page'));

const inputs = [...bundles, page]
  .flatMap((one) => Object.keys(one.inputs))
  .filter((path) => !path.startsWith('node_modules/'));
const made = ['infra/package.ts', 'package-lock.json'];
const stamps = stampsOf(PROJECT_FOLDER, [...inputs, ...made]);
// Last: what is not whole is not run, nor what may be of a text that was changed meanwhile.
if (Object.values(stamps).every(({ mtimeMs }) => mtimeMs < began)) {
  writeFileSync(STAMPS, JSON.stringify(stamps));
}

/** Writes JavaScript that leaves to npm what it depends on, but for `included`. */
function bundle(entryPoints: Record<string, string>, included: readonly string[]): Metafile {
  const dependencies = Object.keys(packageJson.dependencies);
  const { metafile } = buildSync({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints,
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    external: [CANVAS, ...dependencies.filter((name) => !included.includes(name))],
    platform: 'node',
    target: 'node24',
    format: 'esm',
    charset: 'utf8',
    tsconfigRaw: {},
    define: writtenIn(PROJECT_FOLDER),
    // Names stay: they are what a stack trace has.
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}
