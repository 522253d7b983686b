import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { it } from 'node:test';
import { SHEET } from './addresses.ts';
import type { World } from './world.ts';

export function printing(world: () => World): void {
  it('a sheet on paper has all its values and none of the buttons', async () => {
    const { page, close } = await world().open(`/sheets/${SHEET}`);
    const values = await page.locator('.record a.value').allInnerTexts();
    const paper = await page.pdf({ format: 'A4' });
    const printed = execFileSync('pdftotext', ['-raw', '-', '-'], {
      input: paper,
      encoding: 'utf8',
    });
    const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
    const all = plain(printed);
    const missing = values.filter((value) => !all.includes(plain(value)));
    assert.deepEqual(missing, []);
    assert.ok(!all.includes('検索') && !all.includes('幅に合わせる'));
    await close();
  });
}
