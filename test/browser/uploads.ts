import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import type { Page } from 'playwright-core';
import { picturesAsPdf } from './pdfs.ts';
import type { World } from './world.ts';

const SAMPLE = 'samples/shiomi-2013-shisaku-214.pdf';
const READ_MS = 90_000;

export function uploads(world: () => World): void {
  const folder = mkdtempSync(join(tmpdir(), 'shisaku-uploads-'));
  after(() => rmSync(folder, { recursive: true }));
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('a good file, a bad one, one that is no PDF and a scan: each has its outcome in words', async () => {
    const { page, faults, close } = await world().open('/documents');
    const files = [
      written('良い 評価シート+1.pdf', readFileSync(SAMPLE)),
      written('壊れた.pdf', new TextEncoder().encode('%PDF-1.7\nnothing of the kind')),
      written('表.xlsx', new Uint8Array([80, 75, 3, 4])),
      scanned(folder),
    ];
    await page.locator('input.files').setInputFiles(files);
    const line = (name: string) => page.locator('.sent li', { hasText: name });
    const outcome = async (name: string) => {
      await line(name).and(page.locator('[data-outcome]')).waitFor({ timeout: READ_MS });
      return [await line(name).getAttribute('data-outcome'), await line(name).innerText()] as const;
    };
    assert.equal((await outcome('表.xlsx'))[0], 'notPdf');
    assert.equal((await outcome('良い'))[0], 'read');
    assert.equal(await line('良い').locator('a').count(), 1);
    const [code, words] = await outcome('壊れた');
    assert.ok(code === 'damaged-pdf' || code === 'not-a-pdf');
    assert.match(words, /PDF/);
    const [scan, said] = await outcome('スキャン');
    assert.ok(['read', 'no-text', 'unrecognized-format'].includes(scan ?? ''), `${scan}: ${said}`);
    assert.deepEqual(faults, []);
    await page.reload();
    assert.equal(await page.locator('.sent li').count(), 3, 'outcomes are remembered');
    await page.locator('[data-clear]').click();
    // They leave one by one, as the browser's own store lets them go.
    await page.waitForFunction(() => document.querySelector('.sent li') === null);
    await page.reload();
    assert.equal(await page.locator('.sent li').count(), 0, 'and forgotten when that is asked');
    await close();
  });

  const LEVELS = ['一課', '一課/二係', '一課/二係/三班'];
  /** Folders within folders, each with files of its own, one of them no PDF. */
  const nested = (name: string): string => {
    const sample = readFileSync(SAMPLE, 'latin1');
    for (const level of LEVELS) {
      mkdirSync(join(folder, name, level), { recursive: true });
      const [file, content] = [
        `${level.replaceAll('/', '・')}.pdf`,
        `${sample}\n% ${name}${level}`,
      ];
      writeFileSync(join(folder, name, level, file), Buffer.from(content, 'latin1'));
    }
    writeFileSync(join(folder, name, 'メモ.txt'), 'no sheet');
    return join(folder, name);
  };
  const allRead = async (page: Page) => {
    for (const level of LEVELS) {
      const line = page.locator('.sent li', { hasText: `${level.replaceAll('/', '・')}.pdf` });
      await line.and(page.locator('[data-outcome=read]')).waitFor({ timeout: READ_MS });
    }
    const memo = page.locator('.sent li', { hasText: 'メモ.txt' });
    assert.equal(await memo.getAttribute('data-outcome'), 'notPdf');
    assert.equal(await page.locator('.sent li').count(), LEVELS.length + 1);
  };

  it('a folder that is chosen is taken whole, folders within it too', async () => {
    const { page, faults, close } = await world().open('/documents');
    await page.locator('input.folder').setInputFiles(nested('選んだ'));
    await allRead(page);
    assert.deepEqual(faults, []);
    await close();
  });

  it('a folder that is dropped is taken whole, folders within it too', async () => {
    const { page, faults, close } = await world().open('/documents');
    const zone = await page.locator('.zone').boundingBox();
    assert.ok(zone);
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [nested('落とした')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      const at = { x: zone.x + zone.width / 2, y: zone.y + zone.height / 2 };
      await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    await allRead(page);
    assert.deepEqual(faults, []);
    await close();
  });

  it('what was not sent when the tab was closed is sent by the next one', async () => {
    const context = await world().browser.newContext({ locale: 'ja-JP' });
    const first = await context.newPage();
    await first.goto(`${world().url}/documents`);
    // Nothing leaves the first tab.
    await first.route('**/v1/uploads', () => {});
    const names = ['一.pdf', '二.pdf', '三.pdf', '四.pdf'];
    const sample = readFileSync(SAMPLE, 'latin1');
    // Of other content each, so that each is a document of its own.
    const paths = names.map((name) => written(name, Buffer.from(`${sample}\n% ${name}`, 'latin1')));
    await first.locator('input.files').setInputFiles(paths);
    await first.waitForFunction(
      (count) => document.querySelectorAll('.sent li').length === count,
      names.length,
    );
    await first.close();
    const second = await context.newPage();
    await second.goto(`${world().url}/documents`);
    for (const name of names) {
      await second
        .locator('.sent li[data-outcome=read]', { hasText: name })
        .waitFor({ timeout: READ_MS });
    }
    await context.close();
  });
}

/** A page of a sample as a picture in a PDF. */
function scanned(folder: string): string {
  const path = join(folder, 'スキャン.pdf');
  const picture = join(folder, 'page');
  execFileSync('pdftoppm', [
    '-r',
    '100',
    '-l',
    '1',
    '-gray',
    '-jpeg',
    '-singlefile',
    SAMPLE,
    picture,
  ]);
  writeFileSync(path, picturesAsPdf([readFileSync(`${picture}.jpg`)]));
  return path;
}
