#!/usr/bin/env node
import * as module from 'node:module';

// JavaScript, so that what Node strips and compiles of the rest is kept from the first line on.
if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `error: failed: shisaku needs Node 24, this is ${process.versions.node}. In a checkout: npm run -s shisaku -- …\n`,
  );
  process.exit(1);
}
module.enableCompileCache();
await import('./program.ts');
