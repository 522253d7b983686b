import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from './app.ts';
import { makeBundles } from './bundles.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-bundles-'));
try {
  makeApp(makeBundles(folder)).synth();
} finally {
  rmSync(folder, { recursive: true });
}
