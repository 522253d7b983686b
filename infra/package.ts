import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { writeAssets } from '../web/assets/build.ts';
import { ROOT } from './bundles.ts';

// What `npm pack` ships beside the data: Node strips no types below node_modules.

/** As far below the root as cli/stack and lambdas/reader are, so that both find samples and formats by one path. */
const FOLDER = join(ROOT, 'dist/js');

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
buildSync({
  absWorkingDir: ROOT,
  // The reading process is forked, so it is a file of its own.
  entryPoints: { program: 'cli/program.ts', process: 'lambdas/reader/process.ts' },
  outdir: FOLDER,
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  charset: 'utf8',
  tsconfigRaw: {},
  logLevel: 'warning',
});
writeAssets(join(FOLDER, 'page'));
