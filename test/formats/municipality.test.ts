import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BUCKET, CREDENTIALS, REGION } from '../../cli/stack/defaults.ts';
import { startStack } from '../../cli/stack/stack.ts';
import type { SheetRecord } from '../../parsers/records/sheet.ts';
import { shisaku } from '../backfill/shisaku.ts';
import { HARBOUR_FORMAT, harbourSheet } from './harbour.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shisaku-formats-'));
});
afterEach(() => rm(dir, { recursive: true }));

type Document = { status: string; warnings: { code: string; message: string }[] };

const ID = 'minatomachi-2021-shigoto-27';
const FORM = 'samples/forms/hamanasu-2019-shigoto-27.pdf';
const FORM_ID = 'hamanasu-2019-shigoto-27';

test('a file in a folder is enough to read the sheets of a town', async () => {
  await writeFile(join(dir, 'sheet.pdf'), await harbourSheet());
  await writeFile(join(dir, 'minatomachi.yaml'), HARBOUR_FORMAT);
  const args = ['parse', join(dir, 'sheet.pdf')];
  expect((await shisaku(args).ended).stdout).not.toContain(ID);

  const { stdout, stderr } = await shisaku([...args, '--formats', dir]).ended;
  expect(stderr).toBe('');
  const [sheet] = JSON.parse(stdout).sheets;
  expect(sheet).toMatchObject({ id: ID, title: '灯台公園の手入れ', department: 'みなと振興課' });
  const [{ items }] = sheet.initiatives;
  expect(items.map(({ phase }: { phase: string }) => phase)).toEqual([
    'result',
    'result',
    'improvement',
  ]);
});

test('a form of labelled cells in words of its own is read by a file', async () => {
  await copyFile('test/formats/hamanasu.yaml', join(dir, 'hamanasu.yaml'));
  const without = await shisaku(['parse', FORM]).ended;
  expect([without.code, without.stderr]).toEqual([
    2,
    expect.stringMatching(/^error: unrecognized-format/),
  ]);
  const { stdout } = await shisaku(['parse', FORM, '--formats', dir]).ended;
  const [sheet] = JSON.parse(stdout).sheets as SheetRecord[];
  expect(sheet).toMatchObject({
    id: FORM_ID,
    title: '図書館の移動図書館車',
    department: '教育部 図書館',
    goals: [{ text: expect.stringContaining('読みたい本') }],
    progress: { grade: 'Ｂ', label: 'おおむね順調', reason: expect.stringContaining('台風') },
    warnings: [],
  });
  expect(
    sheet?.indicators.map(({ level, name, unit, values }) => [
      level,
      name,
      unit,
      ...values.map(({ fiscalYear, type, value }) => `${fiscalYear} ${type} ${value}`),
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "activity",
        "巡回した回数",
        "回",
        "2017 target 560",
        "2018 target 570",
        "2019 target 576",
        "2017 actual 552",
        "2018 actual 571",
        "2019 actual 560",
      ],
      [
        "outcome",
        "貸し出した本",
        "冊",
        "2017 target 30000",
        "2018 target 31000",
        "2019 target 32000",
        "2017 actual 29412",
        "2018 actual 31870",
        "2019 actual 30955",
      ],
    ]
  `);
  expect(sheet?.initiatives[0]?.items.map(({ phase, marker }) => [phase, marker])).toEqual([
    ['overview', null],
    ['result', '①'],
    ['result', '②'],
    ['improvement', '①'],
  ]);
});

test('a file that cannot be used is refused with its name and what is wrong in it', async () => {
  await writeFile(join(dir, 'broken.yaml'), HARBOUR_FORMAT.replace('{department}', '{department'));
  const { code, stderr } = await shisaku(['parse', 'README.md', '--formats', dir]).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: malformed-format: .*broken\.yaml: header\.closing: /);
});

test('a running stack reads a town whose file is put into its bucket, and says so before', async () => {
  const stack = await startStack({
    port: 0,
    s3Port: 0,
    dynamodb: null,
    data: join(dir, 'data'),
    samples: null,
    redrive: false,
    log: () => {},
  });
  try {
    const aws = { region: REGION, credentials: CREDENTIALS, forcePathStyle: true };
    const s3 = new S3Client({ endpoint: stack.s3Url, ...aws });
    const put = async (Key: string, Body: Uint8Array | string) => {
      await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
      await stack.settled();
    };
    const get = async (path: string) => (await fetch(stack.apiUrl + path)).json();
    await put('sheet.pdf', await harbourSheet());
    await put('form.pdf', await readFile(FORM));
    expect((await fetch(`${stack.apiUrl}/v1/sheets/${ID}`)).status).toBe(404);

    await put('formats/minatomachi.yaml', HARBOUR_FORMAT);
    await put('formats/hamanasu.yaml', await readFile('test/formats/hamanasu.yaml', 'utf8'));
    await put('formats/broken.yaml', 'format: [');
    const look = await shisaku(['reparse', '--api', stack.apiUrl]).ended;
    expect(look.stdout).toContain(ID);
    expect((await fetch(`${stack.apiUrl}/v1/sheets/${ID}`)).status).toBe(404);

    const publish = await shisaku(['reparse', '--publish', '--api', stack.apiUrl]).ended;
    expect(publish.code).toBe(0);
    expect(await get(`/v1/sheets/${ID}`)).toMatchObject({ title: '灯台公園の手入れ' });
    expect(await get(`/v1/sheets/${FORM_ID}`)).toMatchObject({ format: 'hamanasu-shigoto' });
    const { items } = (await get('/v1/documents')) as { items: Document[] };
    expect(items.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    const told = items[0]?.warnings.map(({ code, message }) => [code, message.split(':')[0]]);
    expect(told).toContainEqual(['malformed-format', 'The format file broken.yaml is not used']);
  } finally {
    await stack.close();
  }
}, 180_000);
