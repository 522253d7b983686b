import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly end: (answer: Answer) => void;
}

/** What a function made of an event. */
export type Answer = { readonly value: unknown } | { readonly error: unknown };

const PREFIX = '/2018-06-01/runtime';
const ARN = 'arn:aws:lambda:ap-northeast-1:000000000000:function:under-test';

/** The server that a Lambda function asks for its events: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
export async function startRuntimeApi(timeoutMs: number) {
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  let idle: ServerResponse | undefined;
  let markReady = (_: Answer) => {};
  /** Resolves when the function asks for its first event, or tells why it cannot. */
  const ready = new Promise<Answer>((resolve) => {
    markReady = resolve;
  });

  const give = () => {
    const next = idle && waiting.shift();
    if (!idle || !next) return;
    running.set(next.id, next);
    idle.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': next.id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutMs),
      'lambda-runtime-invoked-function-arn': ARN,
      'lambda-runtime-trace-id':
        'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=53995c3f42cd8ad8;Sampled=1',
    });
    idle.end(JSON.stringify(next.event));
    idle = undefined;
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url?.replace(PREFIX, '') ?? '';
    if (path === '/invocation/next') {
      idle = response;
      markReady({ value: null });
      return give();
    }
    const said: unknown = JSON.parse((await text(request)) || 'null');
    const [, id = '', kind] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (path === '/init/error') markReady({ error: said });
    running.get(id)?.end(kind === 'response' ? { value: said } : { error: said });
    running.delete(id);
    response.writeHead(202).end('{}');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  let count = 0;
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    ready,
    invoke: (event: unknown): Promise<Answer> =>
      new Promise((end) => {
        waiting.push({
          id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
          event,
          end,
        });
        give();
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
