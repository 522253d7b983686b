import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { READY, type ReadReply, type ReadRequest } from '../../lambdas/reader/messages.ts';
import { livelyPdf } from './lively.ts';

const WATCH = ['--import', new URL('./touched.ts', import.meta.url).href];

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end();
});
let url = '';
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it('what reaches out is seen, from a thread too', async () => {
  const script = `import{execFile}from'node:child_process';fetch('${url}/seen');execFile('true');`;
  const module = `data:text/javascript,${encodeURIComponent(script)}`;
  const thread = `new (require('node:worker_threads').Worker)(new URL(${JSON.stringify(module)}))`;
  const child = spawn(process.execPath, [...WATCH, '--eval', thread]);
  const said = await text(child.stderr);
  expect(said).toContain('touched connect');
  expect(said).toContain('touched execFile');
  expect(asked.splice(0)).toEqual(['/seen']);
});

it('scripts, links, forms and references of a PDF are neither run nor fetched', async () => {
  const child = fork('lambdas/reader/process.ts', {
    serialization: 'advanced',
    execArgv: WATCH,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said = child.stderr ? text(child.stderr) : '';
  expect(await once(child, 'message')).toContain(READY);
  child.send({
    bytes: livelyPdf(url),
    bounds: sandboxBoundsOf({ SHISAKU_OCR: 'off' }),
    options: {},
  } satisfies ReadRequest);
  const [reply]: ReadReply[] = await once(child, 'message');
  child.disconnect();
  expect(reply?.answer).toMatchObject({ refusal: { code: 'unrecognized-format' } });
  expect(await said).not.toContain('touched');
  expect(asked).toEqual([]);
});
