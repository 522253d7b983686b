import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SHISAKU = fileURLToPath(new URL('../../cli/shisaku.js', import.meta.url));

/** The command as a user runs it. */
export const shisaku = (
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd = process.cwd(),
) => run(SHISAKU, args, environment, cwd);

/** A script of Node, and what it says. */
export function run(
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd = process.cwd(),
) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [script, ...args], { cwd, env, stdio: 'pipe' });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, ended };
}
