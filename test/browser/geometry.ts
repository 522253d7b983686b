import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import type { Page } from 'playwright-core';
import { anchorOf } from '../../web/sheet/indicators.ts';
import { picturesAsPdf, turnedAndCropped } from './pdfs.ts';
import { frameOn } from './places.ts';
import { paperDrawn, type World } from './world.ts';

const READ_MS = 240_000;

/** The frame is where it should be on pages that are turned, cropped, or pictures. */
export function geometry(world: () => World): void {
  const folder = mkdtempSync(join(tmpdir(), 'shisaku-geometry-'));
  after(() => rmSync(folder, { recursive: true }));
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('values of pages that are turned and cropped are framed where they are displayed', async (t) => {
    const sample = 'samples/shiomi-2013-shisaku-214.pdf';
    const file = written('横向き.pdf', turnedAndCropped(readFileSync(sample)));
    assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /Page rot: +90/);
    const { page, close } = await opened(world(), file);
    const { told, elsewhere, count, of } = await framedAsPrinted(page, file, sample, 0.9);
    t.diagnostic(`turned and cropped: ${told}`);
    assert.deepEqual(elsewhere, []);
    assert.equal(count, of);
    await close();
  });

  it('values of a scan are framed where they stand in the picture', async (t) => {
    const sample = 'samples/shioiri-2013-jimu-0312.pdf';
    const file = written('スキャンした評価シート.pdf', scanned(sample, folder));
    const { page, close } = await opened(world(), file);
    assert.match(await page.locator('.notice').first().innerText(), /スキャン/);
    const { told, elsewhere, count, of } = await framedAsPrinted(page, file, sample, 0.4);
    t.diagnostic(`a scan: ${told}`);
    assert.deepEqual(elsewhere, []);
    assert.ok(count >= of / 2, told);
    await close();
  });
}

/** Frames the values that the sample has too, and compares with where it prints them: at least so much is shared. */
async function framedAsPrinted(page: Page, file: string, sample: string, least: number) {
  await paperDrawn(page);
  const figures = printedIn(sample);
  const elsewhere: string[] = [];
  let count = 0;
  for (const { id, text, box } of figures) {
    const value = page.locator(`[id="${id}"][data-read="${text}"]`);
    if ((await value.count()) === 0) continue;
    await value.click();
    const { x, y, width, height } = await frameOn(page, file);
    const shared = overlap([x, y, x + width, y + height], box);
    if (shared < least) elsewhere.push(`${id} ${text}: ${shared.toFixed(2)}`);
    count++;
  }
  const told = `${count} of ${figures.length} values framed as printed`;
  return { count, of: figures.length, elsewhere, told };
}

/** The sheet of a file that is uploaded, once it is read. */
async function opened(world: World, file: string): Promise<{ page: Page; close(): Promise<void> }> {
  const documents = await world.open('/documents');
  await documents.page.locator('input.files').setInputFiles(file);
  const read = documents.page.locator('.sent li[data-outcome]').first();
  await read.waitFor({ timeout: READ_MS });
  assert.equal(await read.getAttribute('data-outcome'), 'read', await read.innerText());
  const sheet = (await read.locator('a').getAttribute('href')) ?? '';
  await documents.close();
  return world.open(sheet);
}

/** The pages of a sample as pictures of 200 dots an inch. */
function scanned(sample: string, folder: string): Buffer {
  const prefix = join(folder, 'scanned');
  execFileSync('pdftoppm', ['-r', '200', '-gray', '-jpeg', sample, prefix]);
  const pages = execFileSync('sh', ['-c', `ls ${prefix}-*.jpg`], { encoding: 'utf8' });
  return picturesAsPdf(
    pages
      .trim()
      .split('\n')
      .map((path) => readFileSync(path)),
  );
}

type Box = readonly [number, number, number, number];

/** What is read of the sample itself, whose glyphs have places. */
function printedIn(sample: string) {
  const told = execFileSync(process.execPath, ['cli/shisaku.js', 'parse', sample]);
  const { sheets } = JSON.parse(told.toString()) as {
    sheets: { indicators: { id: string; values: Value[] }[] }[];
  };
  return (sheets[0]?.indicators ?? []).flatMap(({ id, values }) =>
    values.map(({ fiscalYear, type, text, at }) => ({
      id: `${anchorOf(id)}-${fiscalYear}-${type}`,
      ...{ text, box: at.box },
    })),
  );
}

interface Value {
  readonly fiscalYear: number;
  readonly type: string;
  readonly text: string;
  readonly at: { readonly page: number; readonly box: Box };
}

/** What two boxes share, as a part of what both cover. */
function overlap(a: Box, b: Box): number {
  const area = ([x0, y0, x1, y1]: Box) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
  const [left, top] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [right, bottom] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  const shared = right > left && bottom > top ? area([left, top, right, bottom]) : 0;
  return shared / (area(a) + area(b) - shared);
}
