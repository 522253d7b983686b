import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { ask } from '../stack/ask.ts';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

export type StackProcess = Awaited<ReturnType<typeof startStackProcess>>;

/** `shisaku start` as a process of its own, on free ports, without samples; resolves when it serves. */
export async function startStackProcess(
  data: string,
  { options = [], env = {} }: { options?: readonly string[]; env?: Record<string, string> } = {},
) {
  const ports = ['--port', '0', '--s3-port', '0'];
  const child = spawn(
    process.execPath,
    [SHISAKU, 'start', ...ports, '--data', data, '--no-samples', ...options],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    said.stdout += text;
  });
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  while (!said.stdout.includes('\n')) {
    if (child.exitCode !== null) throw new Error(said.stderr);
    await pause(20);
  }
  const apiUrl = said.stdout.replace('ready: ', '').trim();
  const s3 = new S3Client({
    endpoint: /S3\s+(http\S+)/.exec(said.stderr)?.[1] ?? '',
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  return {
    pid: child.pid ?? 0,
    said,
    s3,
    url: (path: string) => apiUrl + path,
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    json: async (path: string): Promise<any> => (await ask(apiUrl + path)).json(),
    /** @returns the exit code */
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
      s3.destroy();
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return exit;
    },
  };
}
