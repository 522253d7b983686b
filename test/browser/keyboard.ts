import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ADDRESSES, SHEET } from './addresses.ts';
import type { World } from './world.ts';

const MAX_STOPS = 800;

export function keyboard(world: () => World): void {
  it('reaches everything that does something, and shows where it is', async () => {
    // An address that only narrows another down has nothing else to reach.
    for (const address of ADDRESSES.filter((one) => !/[#&]/.test(one))) {
      const { page, close } = await world().open(address);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => window.getSelection()?.removeAllRanges());
      const wanted = await page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>(
          'a[href], button, input, summary, select',
        );
        const visible = [...all].filter(
          (one) =>
            one.checkVisibility({ visibilityProperty: true }) && !one.hasAttribute('disabled'),
        );
        for (const [n, one] of visible.entries()) one.dataset['stop'] = String(n);
        (document.activeElement as HTMLElement | null)?.blur();
        return visible.length;
      });
      const reached = new Set<string>();
      for (let n = 0; n < MAX_STOPS && reached.size < wanted; n++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement | null;
          const shown =
            element && getComputedStyle(element.closest('label.button') ?? element).outlineStyle;
          return { stop: element?.dataset['stop'], shown };
        });
        if (at.stop === undefined) continue;
        assert.notEqual(at.shown, 'none', `${address}: the ${at.stop}th stop is not seen`);
        reached.add(at.stop);
      }
      assert.equal(reached.size, wanted, address);
      await close();
    }
  });

  it('frames a value, zooms, and comes back from the paper on a phone', async () => {
    const { page, close } = await world().open(`/sheets/${SHEET}`, { width: 390 });
    const value = page.locator('.record a.value').first();
    await value.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-frame]');
    assert.ok(await page.locator('.paper').isVisible());
    await page.locator('[data-zoom=in]').focus();
    const before = await page
      .locator('.page')
      .first()
      .evaluate(({ clientWidth }) => clientWidth);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (width) => (document.querySelector('.page')?.clientWidth ?? 0) > width,
      before,
    );
    await page.keyboard.press('Escape');
    assert.ok(!(await page.locator('.paper').isVisible()));
    assert.ok(await value.evaluate((element) => element === document.activeElement));
    await close();
  });

  it('skips to the content', async () => {
    const { page, close } = await world().open('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await close();
  });
}
