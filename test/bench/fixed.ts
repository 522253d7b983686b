import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The API's app that answers paths with bodies at hand, in a process of its own. */
export async function startFixed(bodies: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'fixed-'));
  const file = join(folder, 'bodies.json');
  writeFileSync(file, JSON.stringify(bodies));
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('fixed-app.ts', import.meta.url)), file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [url]: string[] = await once(createInterface(child.stdout), 'line');
  return {
    url: url ?? '',
    async stop() {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
