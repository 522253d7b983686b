import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Says whether the canvas's machine code is loaded, before and after a page is drawn, and how much of it is not white. */
const SCRIPT = `
  import { readFile } from 'node:fs/promises';
  import { withLateCanvas } from './lambdas/reader/late-canvas.ts';
  const { getDocument } = await withLateCanvas(() => import('./parsers/pdf/pdfjs.ts'));
  const loaded = () => process.report.getReport().sharedObjects.some((path) => path.includes('napi-rs'));
  const network = process.moduleLoadList.filter((name) => name.includes('undici'));
  const before = loaded();
  const data = new Uint8Array(await readFile('samples/shiomi-2013-shisaku-214.pdf'));
  const task = getDocument({ data, verbosity: 0, disableFontFace: true });
  const document = await task.promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: 0.5 });
  const { canvas, context } = document.canvasFactory.create(viewport.width, viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
  const dark = pixels.filter((value, n) => n % 4 === 0 && value < 128).length;
  console.log(JSON.stringify({ network, before, after: loaded(), dark }));
  await task.destroy();
`;

test('the reader loads the canvas of pdf.js when it draws, not before, and no network', () => {
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    encoding: 'utf8',
  });
  const { network, before, after, dark } = JSON.parse(answer.trim().split('\n').at(-1) ?? '');
  expect(network).toEqual([]);
  expect([before, after]).toEqual([false, true]);
  expect(dark).toBeGreaterThan(1000);
});
