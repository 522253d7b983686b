import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { violations } from './addresses.ts';
import { ARGUMENTS, readyAt } from './world.ts';

/** As test/web/sign-in/site.ts is called. */
const SITE = 'https://sheets.example';
const SHEET = 'shiomi-2013-kinkyu-8';

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
  let site: ChildProcess;
  let browser: Browser;
  before(async () => {
    site = spawn(process.execPath, ['test/web/sign-in/site.ts', folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const port = await readyAt(site);
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [
        ...ARGUMENTS,
        `--host-resolver-rules=MAP ${new URL(SITE).hostname}:443 127.0.0.1:${port}`,
      ],
    });
  });
  after(async () => {
    await browser.close();
    site.kill();
    await once(site, 'exit');
    rmSync(folder, { recursive: true });
  });

  it('leads back to where one was going, and corrections are made in one’s own name', async () => {
    const page = await signedIn(browser, `/sheets/${SHEET}`, 'corrector');
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
    const page = await signedIn(browser, `/sheets/${SHEET}`, 'reader');
    assert.equal(await page.locator('[data-correct]').count(), 0);
    assert.equal(await page.locator('[data-drop]').count(), 0);
  });

  it('whoever may do nothing is told so', async () => {
    const page = await signedIn(browser, '/', 'stranger');
    assert.match(await page.locator('main').innerText(), /見る権限がありません/);
    assert.deepEqual(await violations(page), []);
  });
}
