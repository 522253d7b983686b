import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SHEET } from './addresses.ts';
import type { World } from './world.ts';

export function correcting(world: () => World): void {
  it('what is said of a figure stands beside it, is listed, and can be taken back', async () => {
    const { page, faults, close } = await world().open(`/sheets/${SHEET}`);
    const value = page.locator('#indicator-outcome-1-2013-actual');
    const read = await value.innerText();
    await value.click();
    await page.locator('[data-correct]').click();
    assert.equal(await page.locator('dialog .read').innerText(), read);
    await page.locator('dialog [name=value]').fill('６１．５');
    await page.locator('dialog [name=reason]').fill('紙面を拡大して確かめた');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const note = page.locator('td', { has: value }).locator('ins.corrected');
    await note.waitFor();
    assert.match(await note.innerText(), /61\.5.*紙面を拡大して確かめた/s);
    assert.equal(await value.innerText(), read, 'what was read is still there');
    const listed = await world().open('/corrections');
    assert.match(await listed.page.locator('main li').innerText(), /61\.5/);
    await listed.close();
    await note.locator('button').click();
    await note.waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
    await close();
  });

  it('what is right as it was read is confirmed', async () => {
    const { page, close } = await world().open(`/sheets/${SHEET}`);
    await page.locator('#goal-1').click();
    await page.locator('[data-correct]').click();
    await page.locator('dialog [value=right]').check();
    await page.locator('dialog [name=reason]').fill('原本と同じ');
    await page.locator('dialog [value=send]').click();
    const note = page.locator('#goals ins.corrected');
    assert.match(await note.innerText(), /確認/);
    await note.locator('button').click();
    await note.waitFor({ state: 'detached' });
    await close();
  });
}
