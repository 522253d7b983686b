import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const WATCH = new URL('../../lambdas/ingest/watch.ts', import.meta.url).href;
const KEY = 'a.pdf\n{"level":"ERROR","message":"forged"}\r\u2028.pdf';

// What Lambda gives a function to sign with.
const SECRETS = {
  AWS_SECRET_ACCESS_KEY: 'the-secret-of-this-role',
  AWS_SESSION_TOKEN: 'the-token-of-this-session',
};

it('a key with line breaks is one line of the log, as one value; no line has a secret', () => {
  const script = `
    const { watched } = await import(${JSON.stringify(WATCH)});
    const event = { kind: 'created', key: ${JSON.stringify(KEY)}, sequencer: '1', eTag: 'e', time: '' };
    await watched(event, async () => ({ outcome: 'rejected', code: 'not-a-pdf', sheetIds: [] }));
    await watched(event, async () => { throw new Error(event.key); }).catch(() => {});
  `;
  const env = { PATH: process.env['PATH'], POWERTOOLS_SERVICE_NAME: 'ingest' };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      env: { ...env, ...SECRETS, POWERTOOLS_METRICS_NAMESPACE: 'shisaku' },
      encoding: 'utf8',
    },
  );
  const lines = (stdout + stderr).split('\n').filter((line) => line !== '');
  const logged = lines.map((line) => JSON.parse(line)).filter(({ level }) => level);
  expect(logged.map(({ message, key }) => [message, key])).toEqual([
    ['ingested', KEY],
    ['failed', KEY],
  ]);
  for (const secret of Object.values(SECRETS)) expect(stdout + stderr).not.toContain(secret);
});
