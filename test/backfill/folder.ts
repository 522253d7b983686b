import { copyFile, mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kinkyu2012 } from '../../samples/data/shiomi-2012-kinkyu-2.ts';
import { makeDocument } from '../../samples/generator/document.ts';
import { reportTool } from '../../samples/producers.ts';
import { REFUSED as ALL } from '../refusals/files.ts';

/** One that takes all the time it may take shows nothing here that the others do not. */
const REFUSED = ALL.filter(({ code }) => code !== 'timed-out');

/** What makes the small files too large. */
export const LIMITS = { SHISAKU_MAX_BYTES: '3000000', SHISAKU_MAX_PAGES: '20' };

/** What a file of the folder is expected to become, by its path in it. */
export type Expected = Record<string, string>;

/** The samples, a draft and its final, one file under two names, a single sheet of the book; and by that what they become. */
export async function makeSheets(folder: string): Promise<Expected> {
  const expected: Expected = {};
  const place = async (
    path: string,
    minute: number,
    outcome: string,
    bytes: Uint8Array | string,
  ) => {
    const file = join(folder, path);
    await mkdir(join(file, '..'), { recursive: true });
    if (typeof bytes === 'string') await copyFile(bytes, file);
    else await writeFile(file, bytes);
    await touch(file, minute);
    expected[path] = outcome;
  };
  const samples = (await readdir('samples')).filter((name) => name.endsWith('.pdf'));
  for (const name of samples) await place(name, 10, 'created', `samples/${name}`);
  await place('再掲/=SUM(A1).PDF', 11, 'unchanged', 'samples/shiomi-2014-kyoso-5.pdf');
  // A sheet that the book says too, in another PDF.
  await place('単票 5.pdf', 12, 'unchanged', 'test/fixtures/owner-password.pdf');
  const final = { ...kinkyu2012, title: '雨に強い流域をつくる' };
  await place('確定版', 9, 'revised', (await makeDocument(reportTool, [final], null)).pdf);
  await place('案.pdf', 8, 'created', 'samples/shiomi-2012-kinkyu-2.pdf');
  expected['shiomi-2012-kinkyu-2.pdf'] = 'unchanged';
  return expected;
}

/** Files for every code of a refusal, one that is no PDF in any way, and one that leads nowhere. */
export async function makeBad(folder: string): Promise<Expected> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of REFUSED) await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, 'メモ.txt'), '昨年の資料');
  await symlink('nowhere.pdf', join(folder, 'lost.pdf'));
  return {
    ...Object.fromEntries(REFUSED.map(({ name, code }) => [name, `rejected: ${code}`])),
    'メモ.txt': 'rejected: not-a-pdf',
    'lost.pdf': 'failed: file-not-found',
  };
}

async function touch(file: string, minute: number): Promise<void> {
  const time = new Date(Date.UTC(2014, 6, 1, 9, minute));
  await utimes(file, time, time);
}
