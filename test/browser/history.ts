import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SHEET } from './addresses.ts';
import { paperDrawn, type World } from './world.ts';

export function history(world: () => World): void {
  it('each value that was framed is framed again', async () => {
    const { page, close } = await world().open(`/sheets/${SHEET}`);
    await paperDrawn(page);
    const values = page.locator('.record a.value');
    const spot = (nth: number) => values.nth(nth).getAttribute('data-at');
    const isFramed = (at: string | null) =>
      page.waitForFunction(
        (wanted) =>
          document.querySelector<HTMLElement>('[data-frame]')?.dataset['frame'] === wanted,
        at,
      );
    await values.nth(1).click();
    await isFramed(await spot(1));
    await values.nth(4).click();
    await isFramed(await spot(4));
    await page.goBack();
    await isFramed(await spot(1));
    await page.goForward();
    await isFramed(await spot(4));
    // What the address says is what another person sees.
    const address = page.url();
    await close();
    const other = await world().open(address.slice(world().url.length));
    await other.page.waitForSelector('[data-frame]');
    assert.ok(await other.page.locator('.chosen').isVisible());
    await other.close();
  });

  it('an address leads to a page, and to a place on it', async () => {
    const second = await world().open(`/sheets/${SHEET}#p2`);
    await second.page.waitForSelector('.page[data-page-number="2"] canvas');
    await second.page.waitForSelector('[data-page="2"][aria-current]');
    await second.close();
    const indicator = await world().open(`/sheets/${SHEET}#indicator-outcome-1`, { width: 390 });
    await indicator.page.waitForSelector('[data-frame]');
    assert.ok(await indicator.page.locator('.paper').isVisible());
    await indicator.close();
  });
}
