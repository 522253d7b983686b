import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Answer, startRuntimeApi } from './runtime-api.ts';

const TIMEOUT_MS = 120_000;

export type RunningFunction = Awaited<ReturnType<typeof startFunction>>;

/**
 * A bundle under the runtime interface client (its module: `ric`), in an environment as Lambda makes it and of nothing
 * else. Rejects where the function does not come up.
 */
export async function startFunction(
  ric: string,
  folder: string,
  environment: Readonly<Record<string, string>> = {},
) {
  const api = await startRuntimeApi(TIMEOUT_MS);
  const child = spawn(process.execPath, [ric, 'index.handler'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      _HANDLER: 'index.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_RUNTIME_API: api.host,
      AWS_LAMBDA_FUNCTION_NAME: 'under-test',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '2048',
      AWS_LAMBDA_LOG_GROUP_NAME: 'under-test',
      AWS_LAMBDA_LOG_STREAM_NAME: 'under-test',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_REGION: 'ap-northeast-1',
      POWERTOOLS_SERVICE_NAME: 'under-test',
      POWERTOOLS_METRICS_NAMESPACE: 'shisaku',
      ...environment,
    },
  });
  const log: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    createInterface(output).on('line', (line) => log.push(line));
  }
  const ended = once(child, 'exit').then(([code, signal]): Answer => {
    return { error: `the function ended with ${signal ?? code}:\n${log.join('\n')}` };
  });
  const settled = async (answer: Promise<Answer>): Promise<unknown> => {
    const it = await Promise.race([answer, ended]);
    if ('error' in it) throw new Error(JSON.stringify(it.error));
    return it.value;
  };
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    api.close();
  };
  try {
    await settled(api.ready);
  } catch (error) {
    await stop();
    throw error;
  }
  return { log, stop, invoke: (event: unknown) => settled(api.invoke(event)) };
}
