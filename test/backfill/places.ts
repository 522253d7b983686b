import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGuardedDynamodb } from '../dynamodb/server.ts';
import { run, shisaku } from './shisaku.ts';
import { stateAt } from './state.ts';

/** A stack's data, over either adapter of its records, that commands work on in one process with the stack. */
export interface Place extends AsyncDisposable {
  backfill(folder: string, ...options: string[]): ReturnType<typeof shisaku>;
  /** everything that anyone may ask of it, but times */
  state(): Promise<unknown>;
}

export const ADAPTERS = ['sqlite', 'dynamodb'] as const;
export type Adapter = (typeof ADAPTERS)[number];

/** The DynamoDB is a server of this process: it lives on when the command is killed, as one on AWS would. */
export async function openPlace(adapter: Adapter, dir: string): Promise<Place> {
  if (adapter === 'sqlite') {
    return {
      backfill: (folder, ...options) => shisaku(['backfill', folder, '--data', dir, ...options]),
      state: () => stateAt(dir),
      async [Symbol.asyncDispose]() {},
    };
  }
  const server = await startGuardedDynamodb(join(dir, 'table'));
  const url = `http://127.0.0.1:${server.port}`;
  const data = join(dir, 'data');
  const script = fileURLToPath(new URL('over-dynamodb.ts', import.meta.url));
  return {
    backfill: (folder, ...options) => run(script, [url, data, 'backfill', folder, ...options]),
    state: () => stateAt(data, url),
    [Symbol.asyncDispose]: () => server.close(),
  };
}
