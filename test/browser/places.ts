import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { paperDrawn, type World } from './world.ts';

const COUNT = 20;

interface Framed {
  /** of the page, in points */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame is over the glyphs of what it frames, as another reader of PDFs finds them there. */
export function places(world: () => World): void {
  it(`up to ${COUNT} values of every sheet are framed over their own glyphs`, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'shisaku-places-'));
    const times: number[] = [];
    const other: string[] = [];
    for (const id of world().sheetIds) {
      const { page, close } = await world().open(`/sheets/${id}`);
      const file = join(folder, `${id}.pdf`);
      writeFileSync(file, await pdfOf(world().url, id));
      await paperDrawn(page);
      const found = await othersUnderFrames(page, file, COUNT);
      times.push(...found.times);
      other.push(...found.other.map((said) => `${id}: ${said}`));
      await close();
    }
    rmSync(folder, { recursive: true });
    const slowest = Math.round(Math.max(...times));
    t.diagnostic(
      `${times.length} values framed; the slowest took ${slowest} ms, its click included`,
    );
    assert.deepEqual(other, []);
    assert.ok(times.length >= COUNT);
  });

  describe('the other way round', () => {
    it('a click on a page chooses what stands there', async () => {
      const id = world().sheetIds.at(-1) ?? '';
      const { page, close } = await world().open(`/sheets/${id}`);
      await paperDrawn(page);
      const value = page.locator('.record a.value').first();
      await value.click();
      const at = await value.getAttribute('data-at');
      const frame = page.locator(`[data-frame="${at}"]`);
      await frame.waitFor();
      // It stays where it is once the page has scrolled to it.
      await page.waitForTimeout(500);
      const box = await frame.boundingBox();
      assert.ok(box);
      await page.locator('.record a.value').nth(3).click();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForFunction(
        (element) => element?.classList.contains('chosen'),
        await value.elementHandle(),
      );
      await close();
    });
  });
}

/** Frames so many values, drawn by lot: how long each took, and under which frames something else stands in the file. */
export async function othersUnderFrames(page: Page, file: string, count: number) {
  const values = page.locator('.record a.value');
  const times: number[] = [];
  const other: string[] = [];
  for (const nth of drawn(await values.count(), count)) {
    const value = values.nth(nth);
    const text = (await value.getAttribute('data-read')) ?? (await value.innerText());
    const start = performance.now();
    await value.click();
    const framed = await frameOn(page, file);
    times.push(performance.now() - start);
    const under = plain(textIn(file, framed));
    if (under !== plain(text)) other.push(`the ${nth}th value ${text}, under it ${under}`);
  }
  return { count: times.length, times, other };
}

const pdfOf = async (url: string, id: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${url}/v1/sheets/${id}/pdf`)).arrayBuffer());

/** Some of so many, other ones each time. */
const drawn = (of: number, count: number): number[] =>
  Array.from({ length: of }, (_, n) => n)
    .toSorted(() => Math.random() - 0.5)
    .slice(0, count);

/** Where the frame is on its page, measured on the screen. */
export async function frameOn(page: Page, file: string): Promise<Framed> {
  const measured = await page.waitForFunction(() => {
    const frame = document.querySelector<HTMLElement>('[data-frame]');
    const canvas = frame?.closest('.page')?.querySelector('canvas');
    const number = frame?.closest<HTMLElement>('.page')?.dataset['pageNumber'];
    const chosen = document.querySelector<HTMLElement>('.chosen')?.dataset['at'];
    if (!frame || !canvas || frame.dataset['frame'] !== chosen) return null;
    const [of, on] = [frame.getBoundingClientRect(), canvas.getBoundingClientRect()];
    return {
      number: Number(number),
      left: (of.left - on.left) / on.width,
      top: (of.top - on.top) / on.height,
      width: of.width / on.width,
      height: of.height / on.height,
    };
  });
  const part = await measured.jsonValue();
  assert.ok(part);
  const size = sizeOf(file, part.number);
  return {
    page: part.number,
    x: part.left * size.width,
    y: part.top * size.height,
    width: part.width * size.width,
    height: part.height * size.height,
  };
}

/** Of a page as it is displayed. */
function sizeOf(file: string, page: number): { width: number; height: number } {
  const told = execFileSync('pdfinfo', ['-f', `${page}`, '-l', `${page}`, file], {
    encoding: 'utf8',
  });
  const [, across, down] = /size:\s+([\d.]+) x ([\d.]+) pts/.exec(told) ?? [];
  const turned = / rot:\s+(90|270)/.test(told);
  const [width, height] = turned ? [down, across] : [across, down];
  return { width: Number(width), height: Number(height) };
}

/** What poppler reads within a box: ten dots a point, so that the box is what it is. */
function textIn(file: string, { page, x, y, width, height }: Framed): string {
  const dots = (points: number) => `${Math.round(points * 10)}`;
  return execFileSync(
    'pdftotext',
    [
      '-cropbox',
      '-r',
      '720',
      '-f',
      `${page}`,
      '-l',
      `${page}`,
      '-x',
      dots(x - 1),
      '-y',
      dots(y),
      '-W',
      dots(width + 2),
      '-H',
      dots(height),
      file,
      '-',
    ],
    { encoding: 'utf8' },
  );
}

/** A dash is one, however it is coded; a ticked box is framed with its label. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s■☑]/g, '')
    .replaceAll(/\p{Pd}|\u0336|\u2212|ー/gu, '-');
