import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openLocalStore } from '../../lambdas/adapters/sqlite/connect.ts';

/** `shisaku start` in a process of its own, so that the clients take nothing from it. */
export async function startShisaku() {
  const data = await mkdtemp(join(tmpdir(), 'shisaku-bench-'));
  const ports = ['--port', '0', '--s3-port', '0'];
  const shisaku = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));
  const child = spawn(
    process.execPath,
    [shisaku, 'start', ...ports, '--data', data, '--no-samples'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let told = '';
  child.stderr.on('data', (text) => {
    told += text;
  });
  const exited = once(child, 'exit').then(() => Promise.reject(new Error(told)));
  const [ready]: string[] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited,
  ]);
  exited.catch(() => {});
  const apiUrl = (ready ?? '').replace('ready: ', '');
  const records = openLocalStore(/records\s+(\S+)/.exec(told)?.[1] ?? '');
  return {
    apiUrl,
    store: records.store,
    json: async (path: string) => (await fetch(apiUrl + path)).json(),
    /** MB that the process had in memory at most so far. */
    async peakMemory(): Promise<number> {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024;
    },
    async stop() {
      records.close();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(data, { recursive: true, force: true });
    },
  };
}
