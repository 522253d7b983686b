import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ADDRESSES, SHEET } from './addresses.ts';
import { paperDrawn, type World } from './world.ts';

const MAX_SCRIPT_BYTES = 100_000;
/** https://web.dev/articles/cls: more is felt. */
const MAX_SHIFT = 0.1;

/** With the most on them. */
const HEAVY = ['/', `/sheets/${SHEET}`, '/indicators', '/changes'] as const;

interface Measured {
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  readonly requests: number;
  readonly script: number;
  readonly all: number;
}

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

  for (const width of [390, 1280]) {
    it(`what the heaviest views need at ${width} pixels, before the PDF on a phone and with it on a desktop`, async (t) => {
      for (const address of HEAVY) {
        const { page, close } = await world().open(address, { width });
        await page.waitForLoadState('networkidle');
        const one = await page.evaluate(measured);
        t.diagnostic(
          `${address} at ${width}: first content ${one.first} ms, largest ${one.largest} ms, layout shift ${one.shift}, ` +
            `${one.requests} requests, ${one.all} bytes, of which script ${one.script}`,
        );
        assert.ok(one.shift < MAX_SHIFT, `${address}: it shifts by ${one.shift}`);
        await close();
      }
    });
  }

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

/** In the browser: what it noted of a page that is there. */
async function measured(): Promise<Measured> {
  const noted = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const entries: PerformanceEntry[] = [];
      new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({
        ...{ type, buffered: true },
      });
      setTimeout(() => resolve(entries), 200);
    });
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const largest = (await noted('largest-contentful-paint')).at(-1);
  const shifts = (await noted('layout-shift')) as (PerformanceEntry & { value: number })[];
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const pages = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
  const bytes = (some: readonly PerformanceResourceTiming[]) =>
    some.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
  return {
    first: Math.round(paint?.startTime ?? 0),
    largest: Math.round(largest?.startTime ?? 0),
    shift: Math.round(shifts.reduce((sum, { value }) => sum + value, 0) * 1000) / 1000,
    requests: loaded.length + pages.length,
    script: bytes(loaded.filter(({ initiatorType }) => initiatorType === 'script')),
    all: bytes([...loaded, ...pages]),
  };
}
