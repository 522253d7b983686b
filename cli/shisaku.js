#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

// JavaScript that any Node reads, so that what Node strips and compiles of the rest is kept from the first line on.
const beside = (path) => new URL(path, import.meta.url);

if (Number.parseInt(process.versions.node, 10) < 24) again();
else {
  module.enableCompileCache();
  // TypeScript in a checkout; in a package it is bundled.
  const source = beside('program.ts');
  await import((existsSync(source) ? source : beside('../dist/js/program.js')).href);
}

/** Runs this file under the Node 24 that the dependency `node` brought. */
function again() {
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
