import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright-core';
import { makeApp } from '../../lambdas/query/app.ts';
import { readAssets } from '../../web/assets/assets.ts';
import { writeAssets } from '../../web/assets/build.ts';
import { openIssuer } from '../../web/sign-in/issuer.ts';
import { openUniverse, pdf } from '../ingest/world.ts';
import { API, CLIENT, SCOPES, SITE, startIssuer } from '../web/sign-in/issuer.ts';
import { violations } from './addresses.ts';
import { ARGUMENTS } from './world.ts';

const SHEET = 'shiomi-2013-kinkyu-8';

/** The site over HTTPS under a name of its own, as it is behind AWS's gateway, beside an OpenID provider. */
async function openSite(folder: string) {
  const universe = await openUniverse('sqlite');
  const world = await universe.world();
  await world.deliver(await world.put('評価/2013.pdf', pdf([{}])));
  writeAssets(folder);
  const people = await startIssuer();
  const scope = ['openid', ...Object.values(SCOPES)].join(' ');
  const settings = { issuer: people.issuer, clientId: CLIENT, audience: [API], scope };
  const app = makeApp({
    ...{ store: world.store, bucket: world.bucket, assets: readAssets(folder) },
    signIn: { issuer: openIssuer(settings), scopes: SCOPES, publicRead: false },
    isChecked: (c) => c.env?.isFromOutside !== true,
    whoAsks: (c) => c.env?.session?.name ?? 'token',
  });
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const name = new URL(SITE).hostname;
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    `/CN=${name}`,
  ];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const answer = getRequestListener((request) => app.fetch(request, { isFromOutside: true }));
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...ARGUMENTS, `--host-resolver-rules=MAP ${name}:443 127.0.0.1:${port}`],
  });
  return {
    browser,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await people.close();
      await universe.close();
    },
  };
}

async function signedIn(browser: Browser, path: string, name: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto(SITE + path);
  await page.locator('[name=login]').fill(name);
  await page.locator('[name=password]').fill('any');
  await page.locator('[type=submit]').click();
  await page.locator('[type=submit]', { hasText: 'Continue' }).click();
  await page.waitForURL((url) => url.origin === SITE);
  return page;
}

export function signingIn(): void {
  const folder = mkdtempSync(join(tmpdir(), 'shisaku-signing-in-'));
  let site: Awaited<ReturnType<typeof openSite>>;
  before(async () => {
    site = await openSite(folder);
  });
  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it('leads back to where one was going, and corrections are made in one’s own name', async () => {
    const page = await signedIn(site.browser, `/sheets/${SHEET}`, 'corrector');
    assert.equal(new URL(page.url()).pathname, `/sheets/${SHEET}`);
    assert.match(await page.locator('header .who').innerText(), /corrector さん/);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await violations(page), []);
    }
    await page.locator('[id^=indicator-] [data-at], [id^=indicator-][data-at]').first().click();
    await page.locator('[data-correct]').click();
    await page.locator('dialog [name=value]').fill('61.5');
    await page.locator('dialog [name=reason]').fill('紙面で確かめた');
    await page.locator('dialog [value=send]').click();
    const note = page.locator('ins.corrected').first();
    await note.waitFor();
    assert.match(await note.innerText(), /61\.5.*corrector/s);
    await page.locator('header .who button').click();
    // The provider asks for itself, and leads back to the site, which asks who is there.
    await page.locator('button', { hasText: 'Yes' }).click();
    await page.locator('[name=login]').waitFor();
    assert.notEqual(new URL(page.url()).origin, SITE);
  });

  it('whoever may only read can correct nothing', async () => {
    const page = await signedIn(site.browser, `/sheets/${SHEET}`, 'reader');
    assert.equal(await page.locator('[data-correct]').count(), 0);
    assert.equal(await page.locator('[data-drop]').count(), 0);
  });

  it('whoever may do nothing is told so', async () => {
    const page = await signedIn(site.browser, '/', 'stranger');
    assert.match(await page.locator('main').innerText(), /見る権限がありません/);
    assert.deepEqual(await violations(page), []);
  });
}
