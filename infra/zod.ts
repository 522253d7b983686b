import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Fifty languages' words for refusals of its own, which nobody is shown here. */
const LOCALES = /^export \* as locales from .*$/m;

/**
 * Writes zod without its locales below the root, to be bundled in its place: what hands the whole of zod on keeps a bundler
 * from leaving them out. Returns the file's path, which is the same wherever the root is, as bundles have it in them.
 */
export function zodWithoutLocales(root: string): string {
  const zod = join(root, 'node_modules/zod/v4');
  const core = write(root, 'core.js', less(join(zod, 'core/index.js')));
  const all = less(join(zod, 'classic/external.js'));
  const text = all.replace(/^(export \* as core from) .*$/m, `$1 ${JSON.stringify(core)};`);
  const from = ` from ${JSON.stringify(write(root, 'external.js', text))};\n`;
  return write(root, 'zod.js', `import * as z${from}export *${from}export { z, z as default };\n`);
}

/** A module of zod without its locales, whose imports are told from the root. */
function less(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!LOCALES.test(text)) throw new Error(`${path} has no locales to leave out`);
  return text
    .replace(LOCALES, '')
    .replaceAll(
      / from "(\.[^"]+)"/g,
      (_, to) => ` from ${JSON.stringify(join(dirname(path), to))}`,
    );
}

/** At once: another build may be reading it. */
function write(root: string, name: string, text: string): string {
  const path = join(root, 'dist/zod', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
