import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
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
  writeFileSync(path, pictureAsPdf(readFileSync(`${picture}.jpg`)));
  return path;
}

/** The least PDF that shows one grey JPEG on a page of A4. */
function pictureAsPdf(jpeg: Buffer): Buffer {
  const [, height, width] = [
    0,
    jpeg.readUInt16BE(sizeAt(jpeg)),
    jpeg.readUInt16BE(sizeAt(jpeg) + 2),
  ];
  const content = 'q 595 0 0 842 0 0 cm /I Do Q';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n${jpeg.toString('latin1')}\nendstream`,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = body.length;
    body += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + end, 'latin1');
}

/** Where a JPEG tells its height and width: in its start-of-frame segment. */
function sizeAt(jpeg: Buffer): number {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return at + 5;
  }
  throw new Error('a JPEG without a frame');
}
