/**
 * The site over HTTPS under a name of its own, as it is behind AWS's gateway, beside an OpenID provider: `node
 * test/web/sign-in/site.ts FOLDER` prints its port, and serves until it is killed.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { makeApp } from '../../../lambdas/query/app.ts';
import { readAssets } from '../../../web/assets/assets.ts';
import { writeAssets } from '../../../web/assets/build.ts';
import { openIssuer } from '../../../web/sign-in/issuer.ts';
import { openUniverse, pdf } from '../../ingest/world.ts';
import { API, CLIENT, SCOPES, SITE, startIssuer } from './issuer.ts';

const [folder = ''] = process.argv.slice(2);
const world = await (await openUniverse('sqlite')).world();
await world.deliver(await world.put('評価/2013.pdf', pdf([{}])));
writeAssets(folder);
const { issuer } = await startIssuer();
const scope = ['openid', ...Object.values(SCOPES)].join(' ');
const settings = { issuer, clientId: CLIENT, audience: [API], scope };
const app = makeApp({
  ...{ store: world.store, bucket: world.bucket, assets: readAssets(folder) },
  signIn: { issuer: openIssuer(settings), scopes: SCOPES, publicRead: false },
  isChecked: (c) => c.env?.isFromOutside !== true,
  whoAsks: (c) => c.env?.session?.name ?? 'token',
});
const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
const about = ['-days', '1', '-subj', `/CN=${new URL(SITE).hostname}`];
const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...about];
execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
const answer = getRequestListener((request) => app.fetch(request, { isFromOutside: true }));
const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
await once(server.listen(0, '127.0.0.1'), 'listening');
console.log(`ready: ${(server.address() as AddressInfo).port}`);
