#!/usr/bin/env node
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

// JavaScript that any Node reads, so that what Node strips and compiles of the rest is kept from the first line on.
const beside = (path) => new URL(path, import.meta.url);

if (Number.parseInt(process.versions.node, 10) < 24) await again();
else {
  module.enableCompileCache();
  const source = beside('program.ts');
  const bundled = !existsSync(source) || isOfNow();
  await import((bundled ? beside('../dist/js/program.js') : source).href);
}

/** Whether the bundle in this checkout was made of its sources as they are: else they are run themselves. */
function isOfNow() {
  try {
    // An address for each of them would take longer than to look at it.
    const root = fileURLToPath(beside('../'));
    const stamps = JSON.parse(readFileSync(beside('../dist/sources.json'), 'utf8'));
    return Object.entries(stamps).every(([path, { mtimeMs, size }]) => {
      const now = statSync(root + path);
      return now.mtimeMs === mtimeMs && now.size === size;
    });
  } catch {
    return false;
  }
}

/** Runs this file under the Node 24 that the dependency `node` brought. */
async function again() {
  const { spawn } = await import('node:child_process');
  const brought = whereNodeIs();
  if (brought === undefined) {
    process.stderr.write(
      `error: failed: shisaku needs Node 24, this is ${process.versions.node}. In a checkout: npm run -s shisaku -- …\n`,
    );
    process.exit(1);
  }
  const own = fileURLToPath(import.meta.url);
  const child = spawn(brought, [own, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child by itself.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
}

function whereNodeIs() {
  const { resolve } = module.createRequire(import.meta.url);
  for (const name of ['node/bin/node', 'node/bin/node.exe']) {
    try {
      return resolve(name);
    } catch {
      // The next name, or none: its script was not let run.
    }
  }
  return undefined;
}
