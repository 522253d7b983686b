import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'shisaku-home-'));
mkdirSync(join(home, '.aws'));
const profile = (name: string, region: string, key: string) =>
  `[${name}]\nregion = ${region}\naws_access_key_id = ${key}\naws_secret_access_key = s\n`;
writeFileSync(
  join(home, '.aws/config'),
  profile('default', 'eu-west-1', 'DEFAULT') +
    profile('profile work', 'us-west-2', 'WORK') +
    profile('profile other', 'sa-east-1', 'OTHER'),
);
writeFileSync(join(home, 'elsewhere'), profile('default', 'ca-central-1', 'ELSEWHERE'));
writeFileSync(join(home, 'empty'), '');
writeFileSync(
  join(home, 'keys'),
  '[work]\naws_access_key_id = SHARED\naws_secret_access_key = s\n',
);

/** CloudFormation on loopback, which knows no stack but tells who asked for one. */
const SERVER = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const server = createServer((request, response) => {
  const [, key, region] = /Credential=([^/]+)\\/\\d+\\/([^/]+)\\//.exec(request.headers.authorization) ?? [];
  response.statusCode = 403;
  response.end('<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>' + key + ' in ' + region + '</Message></Error></ErrorResponse>');
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

let server: Worker;
let port: number;
beforeAll(async () => {
  server = new Worker(SERVER, { eval: true });
  port = await new Promise((answer) => server.once('message', answer));
});
afterAll(async () => {
  await server.terminate();
  rmSync(home, { recursive: true });
});

const keys = { AWS_ACCESS_KEY_ID: 'ENVIRONMENT', AWS_SECRET_ACCESS_KEY: 's' };
const inHome = (name: string) => join(home, name);

/** What a command that works on a stack of AWS says, in this environment and no other. */
function ask(environment: Record<string, string>) {
  const args = [resolve('cli/shisaku.js'), 'reparse', '--stack', 'any'];
  const { stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: {
      HOME: home,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${port}`,
      ...environment,
    },
  });
  return { stderr, status };
}

test.each<[string, Record<string, string>]>([
  ['DEFAULT in eu-west-1', {}],
  ['DEFAULT in us-east-2', { AWS_REGION: 'us-east-2', AWS_DEFAULT_REGION: 'us-west-1' }],
  ['DEFAULT in us-west-1', { AWS_DEFAULT_REGION: 'us-west-1' }],
  ['DEFAULT in us-west-1', { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-1' }],
  ['WORK in us-west-2', { AWS_PROFILE: 'work' }],
  ['WORK in us-west-1', { AWS_PROFILE: 'work', AWS_DEFAULT_REGION: 'us-west-1' }],
  ['OTHER in sa-east-1', { AWS_DEFAULT_PROFILE: 'other' }],
  ['OTHER in sa-east-1', { AWS_DEFAULT_PROFILE: 'other', AWS_PROFILE: 'work' }],
  ['SHARED in us-west-2', { AWS_PROFILE: 'work', AWS_SHARED_CREDENTIALS_FILE: inHome('keys') }],
  ['ELSEWHERE in ca-central-1', { AWS_CONFIG_FILE: inHome('elsewhere') }],
  ['ENVIRONMENT in eu-west-1', keys],
  ['ENVIRONMENT in us-west-2', { ...keys, AWS_PROFILE: 'work' }],
  [
    'ENVIRONMENT in us-west-1',
    { ...keys, AWS_CONFIG_FILE: inHome('empty'), AWS_DEFAULT_REGION: 'us-west-1' },
  ],
])('%s: %j', (asked, environment) => {
  expect(ask(environment).stderr).toContain(asked);
});

test.each<[string, string, Record<string, string>]>([
  ['aws-not-set-up', 'Region is missing', { ...keys, AWS_CONFIG_FILE: inHome('empty') }],
  ['aws-not-set-up', 'Could not', { AWS_REGION: 'us-east-2', AWS_CONFIG_FILE: inHome('empty') }],
  ['no-such-profile', 'gone', { ...keys, AWS_PROFILE: 'gone', AWS_REGION: 'us-east-2' }],
])('%s, %s: where there is none, the command says so: %j', (code, why, environment) => {
  const { stderr, status } = ask(environment);
  expect(stderr).toMatch(new RegExp(`^error: ${code}: .*${why}`));
  expect(status).toBe(2);
});
