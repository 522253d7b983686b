import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Assets, readAssets } from './assets.ts';

/** The browser's part: in a package it lies beside this module; in a checkout it is bundled now, into memory. */
export async function openAssets(): Promise<Assets> {
  const bundled = join(import.meta.dirname, 'page');
  return existsSync(bundled) ? readAssets(bundled) : (await import('./build.ts')).buildAssets();
}
