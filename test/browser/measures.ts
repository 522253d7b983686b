import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ADDRESSES, SHEET } from './addresses.ts';
import { paperDrawn, type World } from './world.ts';

const MAX_SCRIPT_BYTES = 100_000;

export function measures(world: () => World): void {
  it(`when the first content is there; less than ${MAX_SCRIPT_BYTES} bytes of script before the PDF`, async (t) => {
    // The browser's own first page is not measured.
    await (await world().open('/sheets')).close();
    for (const address of ADDRESSES) {
      // On a phone the PDF is opened by who wants it.
      const { page, close } = await world().open(address.replace(/#.*/, ''), { width: 390 });
      await page.waitForLoadState('networkidle');
      const { first, script, all } = await page.evaluate(() => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const bytes = (some: PerformanceResourceTiming[]) =>
          some.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
        const [page] = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
        return {
          first: Math.round(paint?.startTime ?? Number.POSITIVE_INFINITY),
          script: bytes(loaded.filter(({ initiatorType }) => initiatorType === 'script')),
          all: bytes(loaded) + (page?.decodedBodySize ?? 0),
        };
      });
      t.diagnostic(`${address}: first content ${first} ms, script ${script} bytes, in all ${all}`);
      assert.ok(script < MAX_SCRIPT_BYTES, `${address}: ${script} bytes`);
      await close();
    }
  });

  it('how soon a value on a page that is drawn is framed', async (t) => {
    const { page, close } = await world().open(`/sheets/${SHEET}`);
    await paperDrawn(page);
    const times = await page.evaluate(async () => {
      const taken: number[] = [];
      const values = [...document.querySelectorAll<HTMLElement>('.record a.value')];
      for (const value of values.filter(({ dataset }) => dataset['at']?.startsWith('1 '))) {
        const start = performance.now();
        value.click();
        while (
          document.querySelector<HTMLElement>('[data-frame]')?.dataset['frame'] !==
          value.dataset['at']
        ) {
          await new Promise(requestAnimationFrame);
        }
        taken.push(performance.now() - start);
      }
      return taken;
    });
    const slowest = Math.round(Math.max(...times));
    t.diagnostic(`${times.length} values; the slowest was framed after ${slowest} ms`);
    assert.ok(times.length > 0);
    await close();
  });
}
