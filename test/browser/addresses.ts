import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import type { World } from './world.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const SHEET = 'shiomi-2013-shisaku-214';

/** Every address that people look at. */
export const ADDRESSES: readonly string[] = [
  '/',
  '/sheets',
  '/sheets?publisher=shiomi&fiscalYear=2013',
  `/sheets/${SHEET}`,
  `/sheets/${SHEET}#indicator-outcome-1`,
  `/sheets/${SHEET}/follow-up`,
  `/sheets/${SHEET}/indicators/outcome-1`,
  '/indicators',
  '/indicators?state=missed&fiscalYear=2013',
  '/changes',
  '/findings',
  '/search?q=図書館',
  '/documents',
  '/corrections',
];

export function addresses(world: () => World): void {
  for (const width of [390, 1280]) {
    for (const script of [true, false]) {
      describe(`at ${width} pixels, ${script ? 'with' : 'without'} script`, () => {
        for (const address of ADDRESSES) {
          it(address, async () => {
            const { page, faults, status, close } = await world().open(address, { width, script });
            assert.equal(status, 200);
            assert.equal(await page.locator('h1').count(), 1);
            assert.ok((await page.locator('main').innerText()).length > 30);
            const excess = () => document.documentElement.scrollWidth - window.innerWidth;
            assert.ok((await page.evaluate(excess)) <= 0, 'it is wider than the window');
            if (script) await page.waitForLoadState('networkidle');
            assert.deepEqual(faults, []);
            await close();
          });
        }
      });
    }
  }

  describe('axe finds nothing', () => {
    for (const address of ADDRESSES) {
      for (const look of [{ width: 390 }, { width: 1280 }, { width: 1280, dark: true }]) {
        it(`${address} ${JSON.stringify(look)}`, async () => {
          const { page, close } = await world().open(address, look);
          await page.waitForLoadState('networkidle');
          assert.deepEqual(await violations(page), []);
          await close();
        });
      }
    }
  });

  it('in English every address says nothing in Japanese but what sheets say', async () => {
    for (const address of ADDRESSES) {
      const { page, close } = await world().open(address, { language: 'en-US' });
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      const words = await page.locator('header, footer, main h2, label, button').allInnerTexts();
      const japanese = words
        .join('')
        .replaceAll('日本語', '')
        .match(/[ぁ-んァ-ヶ]+/g);
      // Headings of search results are titles of sheets.
      if (!address.startsWith('/search')) assert.deepEqual(japanese, null, address);
      await close();
    }
  });

  it('what is not there is told with its status, in the frame of the page', async () => {
    for (const address of ['/sheets/nothing', '/series/nothing', '/findings?severity=bad']) {
      const { page, status, close } = await world().open(address);
      assert.ok([400, 404].includes(status), `${address}: ${status}`);
      assert.equal(await page.locator('h1').count(), 1);
      await close();
    }
  });
}

/** What axe finds, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return (await axe.run({ runOnly: tags })).violations;
  }, RULES);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
  );
}
