import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import packageJson from '../package.json' with { type: 'json' };
import { writeAssets } from '../web/assets/build.ts';
import { PROJECT_FOLDER } from './bundles.ts';
import { stampsOf } from './stamps.ts';

// What `npm pack` ships beside the data, since Node strips no types below node_modules; and what a checkout runs for as
// long as its sources are what they were, since one file is loaded faster than hundreds.

/** As far below the root as cli/stack and lambdas/reader are, so that both find samples and formats by one path. */
const FOLDER = join(PROJECT_FOLDER, 'dist/js');

/** By these a checkout sees whether it is of its sources as they are. */
const STAMPS = join(PROJECT_FOLDER, 'dist/sources.json');

/** What every command loads. */
const AT_ONCE = 'commander';

const began = Date.now();
for (const path of [STAMPS, FOLDER]) rmSync(path, { recursive: true, force: true });
const code = buildSync({
  absWorkingDir: PROJECT_FOLDER,
  // The reading process is forked, so it is a file of its own.
  entryPoints: { program: 'cli/program.ts', process: 'lambdas/reader/process.ts' },
  outdir: FOLDER,
  bundle: true,
  splitting: true,
  external: Object.keys(packageJson.dependencies).filter((name) => name !== AT_ONCE),
  platform: 'node',
  target: 'node24',
  format: 'esm',
  charset: 'utf8',
  tsconfigRaw: {},
  // Names stay: they are what a stack trace has.
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
});
const page = writeAssets(join(FOLDER, 'page'));

const inputs = [code.metafile, page].flatMap((one) => Object.keys(one.inputs));
const made = ['infra/package.ts', 'package-lock.json'];
const stamps = stampsOf(PROJECT_FOLDER, [...inputs, ...made]);
// Last: what is not whole is not run, nor what may be of a text that was changed meanwhile.
if (Object.values(stamps).every(({ mtimeMs }) => mtimeMs < began)) {
  writeFileSync(STAMPS, JSON.stringify(stamps));
}
