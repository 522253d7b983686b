import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startS3Server } from '../../cli/stack/s3/server.ts';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import { connectPut } from '../../lambdas/adapters/s3/put.ts';
import {
  detailsKey,
  MESSAGE_BYTES,
  RESULT_BYTES,
  withinBytes,
} from '../../lambdas/backfill/details.ts';
import type { Bucket } from '../../lambdas/ports/blobs.ts';
import { readOtherwise } from './read-otherwise.ts';
import { EXECUTION, MACHINE, MAP_RUN, startServices } from './services.ts';
import { shisaku } from './shisaku.ts';

let dir: string;
let aws: Awaited<ReturnType<typeof startServices>>;
let s3: Awaited<ReturnType<typeof startS3Server>>;
let bucket: Bucket;
let environment: Record<string, string>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-aws-'));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test-secret' };
  const client = { region: 'ap-northeast-1', credentials };
  const log = console.error;
  s3 = await startS3Server({
    ...client,
    port: 0,
    dir,
    bucket: 'docs',
    onEvent: async () => {},
    log,
  });
  const endpoint = `http://127.0.0.1:${s3.port}`;
  bucket = connectBucket('docs', { ...client, endpoint, forcePathStyle: true });
  const put = connectPut('docs', { ...client, endpoint, forcePathStyle: true });
  for (const [name, value] of Object.entries(written)) {
    await put(`runs/0000-1111/${name}`, Buffer.from(JSON.stringify(value)));
  }
  aws = await startServices({ 'shisaku-test-backfill': { BackfillStateMachineArn: MACHINE } });
  environment = {
    AWS_REGION: client.region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_SFN: aws.url,
    AWS_ENDPOINT_URL_CLOUDFORMATION: aws.url,
    AWS_ENDPOINT_URL_S3: endpoint,
  };
});
afterAll(async () => {
  await aws.close();
  await s3.close(0);
  await rm(dir, { recursive: true });
});

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html */
const written = {
  'manifest.json': {
    DestinationBucket: 'docs',
    MapRunArn: MAP_RUN,
    ResultFiles: {
      SUCCEEDED: [{ Key: 'runs/0000-1111/SUCCEEDED_0.json', Size: 1 }],
      FAILED: [{ Key: 'runs/0000-1111/FAILED_0.json', Size: 1 }],
      PENDING: [{ Key: 'runs/0000-1111/PENDING_0.json', Size: 1 }],
    },
  },
  'SUCCEEDED_0.json': [
    {
      Status: 'SUCCEEDED',
      Input: JSON.stringify({ Items: [{ Key: 'a.pdf' }, { Key: 'b.pdf' }] }),
      Output: JSON.stringify([
        { key: 'a.pdf', outcome: 'created', code: null, sheetIds: ['shiomi-2013-kinkyu-8'] },
        { key: 'b.pdf', outcome: 'rejected', code: 'no-text', sheetIds: [] },
      ]),
    },
  ],
  'FAILED_0.json': [
    {
      Status: 'FAILED',
      Error: 'BatchIncomplete',
      Input: JSON.stringify({ Items: [{ Key: 'c.pdf' }, { Key: 'd.pdf' }] }),
      Cause: JSON.stringify({
        errorType: 'BatchIncomplete',
        errorMessage: JSON.stringify([
          { key: 'c.pdf', outcome: 'unchanged', code: null, sheetIds: [] },
          { key: 'd.pdf', outcome: 'failed', code: 'reader-crashed', sheetIds: [] },
        ]),
      }),
    },
    {
      Status: 'FAILED',
      Error: 'States.Timeout',
      Input: JSON.stringify({ Items: [{ Key: 'e.pdf' }] }),
      Cause: '{"errorType":"BatchIncomplete","errorMessage":"[{\\"key\\":',
    },
  ],
  'PENDING_0.json': [{ Status: 'PENDING', Input: JSON.stringify({ Items: [{ Key: 'f.pdf' }] }) }],
};

const INPUT = { mode: 'backfill', prefix: '2013/', publish: false };
const report = () => join(dir, 'report.json');
const backfill = (...options: string[]) =>
  shisaku(
    ['backfill', 's3://docs/2013/', '--stack', 'shisaku-test', '--report', report(), ...options],
    environment,
  ).ended;
const changes = () =>
  aws.services.asked.filter(
    ([action]) => action === 'StartExecution' || action === 'RedriveExecution',
  );

test('a run on AWS: each object as its result files tell, the ones that nothing is told of too', async () => {
  aws.services.asked = [];
  aws.services.executions = [];
  const { code, stdout, stderr } = await backfill();
  expect(stdout, stderr).toBe('6 files: 1 created, 0 revised, 1 unchanged, 1 rejected, 3 failed\n');
  expect(code).toBe(1);
  expect(stderr).toContain('5/6 dealt with 2, failed 3');
  expect(changes()).toMatchObject([
    ['StartExecution', { stateMachineArn: MACHINE, input: JSON.stringify(INPUT) }],
  ]);
  const { files } = JSON.parse(await readFile(report(), 'utf8'));
  const at = 's3://docs/';
  expect(files).toEqual([
    { path: `${at}a.pdf`, outcome: 'created', code: null, sheetIds: ['shiomi-2013-kinkyu-8'] },
    { path: `${at}b.pdf`, outcome: 'rejected', code: 'no-text', sheetIds: [] },
    { path: `${at}c.pdf`, outcome: 'unchanged', code: null, sheetIds: [] },
    { path: `${at}d.pdf`, outcome: 'failed', code: 'reader-crashed', sheetIds: [] },
    { path: `${at}e.pdf`, outcome: 'failed', code: 'batch-failed', sheetIds: [] },
    { path: `${at}f.pdf`, outcome: 'failed', code: 'not-begun', sheetIds: [] },
  ]);
});

test('the same run is joined while it is under way; one that failed is redriven when asked', async () => {
  aws.services.asked = [];
  aws.services.executions = [{ status: 'RUNNING', input: JSON.stringify(INPUT) }];
  await backfill();
  expect(changes()).toEqual([]);

  aws.services.executions = [{ status: 'FAILED', input: JSON.stringify(INPUT) }];
  await backfill('--resume');
  expect(changes()).toEqual([
    ['RedriveExecution', expect.objectContaining({ executionArn: EXECUTION })],
  ]);
});

test('accounts too long for Step Functions are followed to where they are: the report is complete', async () => {
  aws.services.asked = [];
  aws.services.executions = [];
  aws.services.mapRun = MAP_RUN.replace('0000-1111', '2222-3333');
  const documents = Array.from({ length: 30 }, (_, n) =>
    readOtherwise(`${n}.pdf`, n < 20 ? 300 : 1),
  );
  const [good, bad, few] = [0, 10, 20].map((n) => documents.slice(n, n + 10));
  const told = async (bytes: number, accounts: typeof documents = []) =>
    JSON.stringify(
      await withinBytes(bytes, accounts, detailsKey('1', accounts[0]?.key ?? ''), bucket),
    );
  const failed = { errorType: 'BatchIncomplete', errorMessage: await told(MESSAGE_BYTES, bad) };
  const write = (name: string, value: unknown) =>
    bucket.putJson(`runs/2222-3333/${name}`, JSON.stringify(value));
  await write('SUCCEEDED_0.json', [
    { Input: '{}', Output: await told(RESULT_BYTES, good) },
    { Input: '{}', Output: await told(RESULT_BYTES, few) },
  ]);
  await write('FAILED_0.json', [{ Input: '{}', Cause: JSON.stringify(failed) }]);
  const files = (name: string) => [{ Key: `runs/2222-3333/${name}`, Size: 1 }];
  await write('manifest.json', {
    DestinationBucket: 'docs',
    ResultFiles: { SUCCEEDED: files('SUCCEEDED_0.json'), FAILED: files('FAILED_0.json') },
  });
  expect(JSON.stringify(failed).length).toBeLessThan(2000);

  const args = ['reparse', '--stack', 'shisaku-test', '--report', report()];
  const { code, stdout, stderr } = await shisaku(args, environment).ended;
  aws.services.mapRun = MAP_RUN;
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('kinkyu indicators.name: 6010 changes in 30 sheets\n');
  const { documents: reported } = JSON.parse(await readFile(report(), 'utf8'));
  expect(reported).toEqual([...(good ?? []), ...(few ?? []), ...(bad ?? [])]);
});

test.each([
  ['other-bucket', ['s3://elsewhere/', '--stack', 'shisaku-test']],
  ['no-such-stack', ['s3://docs/', '--stack', 'unknown']],
  ['not-in-s3', ['samples', '--stack', 'shisaku-test']],
  ['stack-missing', ['s3://docs/']],
])('%s is refused', async (code, args) => {
  aws.services.asked = [];
  const ended = await shisaku(['backfill', ...args], environment).ended;
  expect(ended.stderr).toMatch(new RegExp(`^error: ${code}: `));
  expect(ended.code).toBe(2);
  expect(changes()).toEqual([]);
});

test.each([
  [
    'where its results are',
    { ResultWriterDetails: { Bucket: 'docs', Key: 'runs/0000-1111/manifest.json' } },
  ],
  [
    'what each batch said',
    [
      [{ key: 'a.pdf', outcome: 'created', code: null, sheetIds: ['shiomi-2013-kinkyu-8'] }],
      [
        { key: 'b.pdf', outcome: 'rejected', code: 'no-text', sheetIds: [] },
        { key: 'c.pdf', outcome: 'unchanged', code: null, sheetIds: [] },
        ...['d.pdf', 'e.pdf', 'f.pdf'].map((key) => ({
          ...{ key, outcome: 'failed', code: 'reader-crashed', sheetIds: [] },
        })),
      ],
    ],
  ],
])('where map runs are unknown the output of the run goes on to tell %s', async (_, told) => {
  aws.services.asked = [];
  aws.services.executions = [];
  aws.services.lacking = ['ListMapRuns', 'DescribeMapRun'];
  aws.services.output = told;
  const { stdout, stderr } = await backfill();
  expect(stdout, stderr).toBe('6 files: 1 created, 0 revised, 1 unchanged, 1 rejected, 3 failed\n');
  expect(aws.services.asked.filter(([action]) => action === 'ListMapRuns')).toHaveLength(1);

  aws.services.output = undefined;
  const failed = await backfill();
  expect(failed.stderr).toContain('The run ended as FAILED: The specified tolerated failure');
  aws.services.lacking = [];
});
