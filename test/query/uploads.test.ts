import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniverse, pdf, sha256, type World } from '../ingest/world.ts';

let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
beforeAll(async () => {
  universe = await openUniverse();
  world = await universe.world();
});
afterAll(() => universe.close());

interface Upload {
  readonly url: string;
  readonly fields: Record<string, string>;
  readonly key: string;
  readonly expiresAt: string;
}

const post = (body: object) =>
  world.app.request('/v1/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const ask = async (fileName: string, bytes: number, publisher?: string): Promise<Upload> => {
  const answer = await post({ fileName, bytes, publisher });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return (await answer.json()) as Upload;
};

function send({ url, fields }: Upload, body: string): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([body]), 'anything');
  return fetch(url, { method: 'POST', body: form });
}

test('a person uploads a PDF, is told where it is, and finds its sheet', async () => {
  const book = pdf([{ number: '8' }]);
  const upload = await ask('平成25年度 評価シート（案）.pdf', Buffer.byteLength(book));
  expect(upload.key).toMatch(/^uploads\/[0-9a-f-]{36}\/平成25年度 評価シート（案）\.pdf$/);
  expect(Date.parse(upload.expiresAt)).toBeGreaterThan(Date.now());
  expect((await world.json(`/v1/documents?key=${encodeURIComponent(upload.key)}`)).items).toEqual(
    [],
  );

  expect((await send(upload, book)).status).toBe(204);
  await world.deliver(world.lastEvent());

  const { items } = await world.json(`/v1/documents?key=${encodeURIComponent(upload.key)}`);
  expect(items).toMatchObject([
    { status: 'SUCCEEDED', sha256: sha256(book), sheetIds: ['shiomi-2013-kinkyu-8'], error: null },
  ]);
  expect((await world.json('/v1/sheets/shiomi-2013-kinkyu-8')).title).toBe('働く場をふやす');
});

test('a file that is refused says why at its key', async () => {
  const upload = await ask('写真.pdf', 100);
  expect((await send(upload, 'no PDF')).status).toBe(204);
  await world.deliver(world.lastEvent());
  const { items } = await world.json(`/v1/documents?key=${encodeURIComponent(upload.key)}`);
  expect(items).toMatchObject([{ status: 'FAILED', error: { code: 'not-a-pdf' } }]);
  expect(items[0].error.message).toMatch(/\.$/);
});

test('it takes no more than was said, under its own key alone', async () => {
  const [one, other] = [await ask('a.pdf', 10), await ask('a.pdf', 10)];
  expect(one.key).not.toBe(other.key);
  expect((await send(one, '12345678901')).status).toBe(400);
  const forged = { ...one, fields: { ...one.fields, key: other.key } };
  expect((await send(forged, '1234567890')).status).toBe(403);
  expect((await send(one, '1234567890')).status).toBe(204);
});

test.each([
  ['242021', '242021'],
  ['24202', '242021'],
  ['四日市市', '242021'],
  ['mie', 'mie'],
])('the sheets are those of the publisher that the uploader says, as %s', async (said, slug) => {
  const book = pdf([{ number: '9', title: said }]);
  const upload = await ask('a.pdf', Buffer.byteLength(book), said);
  expect(upload.key).toMatch(new RegExp(`^publisher=${slug}/uploads/[0-9a-f-]{36}/a\\.pdf$`));
  expect((await send(upload, book)).status).toBe(204);
  await world.deliver(world.lastEvent());
  const { items } = await world.json(`/v1/documents?key=${encodeURIComponent(upload.key)}`);
  expect(items).toMatchObject([{ sheetIds: [`${slug}-2013-kinkyu-9`] }]);
});

test.each([
  ['四日市', /242021 三重県四日市市/],
  ['府中市', /132063 東京都府中市, 342084 広島県府中市/],
  ['../x', /no publisher/],
  ['', /publisher/],
])(
  'a publisher that is nobody or not one alone is refused with those that are like it: %s',
  async (publisher, why) => {
    const answer = await post({ fileName: 'a.pdf', bytes: 9, publisher });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-parameter',
      parameter: 'publisher',
      detail: expect.stringMatching(why),
    });
  },
);
