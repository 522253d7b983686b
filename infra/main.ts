import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCdkApp } from './app.ts';
import { makeBundles } from './bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-bundles-'));
try {
  makeCdkApp(makeBundles(folder)).synth();
} finally {
  rmSync(folder, { recursive: true });
}
