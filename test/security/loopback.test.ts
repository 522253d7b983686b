import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningStack, startStack } from '../../cli/stack/stack.ts';

let dir: string;
let stack: RunningStack;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-loopback-'));
  const ports = { port: 0, s3Port: 0, dynamodb: null };
  stack = await startStack({ ...ports, data: dir, samples: null, redrive: false, log: () => {} });
});
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly origin?: string;
}

/** The status; a Host header cannot be chosen with fetch. */
const ask = (url: string, { method = 'GET', ...headers }: Asked): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });

const knock = (host: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const tell = (what: string) => {
      socket.destroy();
      resolve(what);
    };
    socket.on('connect', () => tell('open'));
    socket.on('timeout', () => tell('silent'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => tell(code ?? 'closed'));
  });

test.each(['apiUrl', 's3Url'] as const)(
  '%s is on 127.0.0.1 and on no other address of this machine',
  async (server) => {
    const { hostname, port } = new URL(stack[server]);
    expect(await knock(hostname, Number(port))).toBe('open');
    const addresses = Object.values(networkInterfaces())
      .flatMap((one) => one ?? [])
      .filter(({ scopeid }) => !scopeid)
      .map(({ address }) => address);
    for (const address of new Set([...addresses, '127.0.0.2']).difference(new Set(['127.0.0.1']))) {
      expect(await knock(address, Number(port)), address).not.toBe('open');
    }
  },
);

// What S3 takes is signed for this machine's name, or a form: test/stack/s3.
describe.each([['the API', 'apiUrl', '/v1/health']] as const)('%s', (_, server, path) => {
  test('answers programs of this machine', async () => {
    expect(await ask(stack[server] + path, {})).toBe(200);
  });

  test('does not answer under a name that is led to 127.0.0.1', async () => {
    expect(await ask(stack[server] + path, { host: 'rebound.example' })).toBe(403);
  });

  test.each(['GET', 'POST', 'OPTIONS'])('%s of a foreign page is refused', async (method) => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      expect(await ask(stack[server] + path, { method, origin }), origin).toBe(403);
    }
  });
});

test('the API answers pages of this machine', async () => {
  expect(await ask(`${stack.apiUrl}/v1/health`, { origin: 'http://localhost:3000' })).toBe(200);
});
