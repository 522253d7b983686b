import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localS3, noise } from './local-s3.ts';

let s3: Awaited<ReturnType<typeof localS3>>;
beforeAll(async () => {
  s3 = await localS3();
});
afterAll(() => s3.stop());

const PDF = noise(70_000);
const KEY = 'uploads/評価 シート+１.pdf';

const presign = (options: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(s3.client(), {
    Bucket: 'sheets',
    Key: KEY,
    Fields: { 'Content-Type': 'application/pdf' },
    Conditions: [['content-length-range', 1, PDF.length]],
    Expires: 60,
    ...options,
  });

interface Sent {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

function send({ url, fields }: Sent, bytes = PDF, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'C:\\書類\\元の名.pdf');
  return fetch(url, { method: 'POST', body: form, headers, redirect: 'manual' });
}

const codeOf = async (answer: Response) => /<Code>(.*)<\/Code>/.exec(await answer.text())?.[1];

test('a form that the SDK presigned puts the object, byte for byte, and tells of it', async () => {
  const answer = await send(await presign());
  expect([answer.status, await answer.text()]).toEqual([204, '']);
  const found = await s3.client().send(new GetObjectCommand({ Bucket: 'sheets', Key: KEY }));
  expect(Buffer.from((await found.Body?.transformToByteArray()) ?? [])).toEqual(PDF);
  expect(found.ContentType).toBe('application/pdf');
  expect(found.ETag).toBe(answer.headers.get('etag'));
  expect(s3.events.at(-1)).toMatchObject({
    eventName: 'ObjectCreated:Post',
    s3: {
      object: { key: 'uploads/%E8%A9%95%E4%BE%A1+%E3%82%B7%E3%83%BC%E3%83%88%2B%EF%BC%91.pdf' },
    },
  });
});

test('the name of the file stands in for the variable, without its path', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own variable
  const presigned = await presign({ Key: 'uploads/${filename}' });
  expect((await send(presigned)).status).toBe(204);
  expect(s3.events.at(-1)?.s3.object.key).toBe(`uploads/${encodeURIComponent('元の名.pdf')}`);
});

test('success is told as the form asks for', async () => {
  const page = 'http://127.0.0.1:8787/done?x=1';
  const created = await send(await presign({ Fields: { success_action_status: '201' } }));
  expect(created.status).toBe(201);
  expect(await created.text()).toContain(`<Key>${KEY}</Key>`);
  const sent = await send(await presign({ Fields: { success_action_redirect: page } }));
  expect(sent.status).toBe(303);
  const target = new URL(sent.headers.get('location') ?? '');
  expect(target.href.startsWith(page)).toBe(true);
  expect(target.searchParams.get('key')).toBe(KEY);
});

describe('what the policy does not allow is refused', () => {
  test.for<[string, Record<string, string>, string]>([
    ['another key', { key: 'uploads/other.pdf' }, 'AccessDenied'],
    ['another type', { 'Content-Type': 'text/html' }, 'AccessDenied'],
    ['a field more', { 'x-amz-meta-more': 'x' }, 'AccessDenied'],
    ['another signature', { 'X-Amz-Signature': '0'.repeat(64) }, 'SignatureDoesNotMatch'],
    ['another policy', { Policy: Buffer.from('{}').toString('base64') }, 'SignatureDoesNotMatch'],
    [
      'another credential',
      { 'X-Amz-Credential': 'x/20250101/r/s3/aws4_request' },
      'AuthorizationHeaderMalformed',
    ],
  ])('%s', async ([, changed, code]) => {
    const { url, fields } = await presign();
    const answer = await send({ url, fields: { ...fields, ...changed } });
    expect(await codeOf(answer)).toBe(code);
  });

  test('a larger file, a smaller one, a field less, a policy too old, none', async () => {
    const presigned = await presign();
    expect(await codeOf(await send(presigned, noise(PDF.length + 1)))).toBe('EntityTooLarge');
    expect(await codeOf(await send(presigned, Buffer.alloc(0)))).toBe('EntityTooSmall');
    const { 'Content-Type': _, ...less } = presigned.fields;
    expect(await codeOf(await send({ ...presigned, fields: less }))).toBe('AccessDenied');
    expect(await codeOf(await send(await presign({ Expires: -1 })))).toBe('AccessDenied');
    const unsigned = { url: presigned.url, fields: { key: KEY } };
    expect(await codeOf(await send(unsigned))).toBe('AccessDenied');
  });

  test('a body that is no form', async () => {
    const { url } = await presign();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nnothing',
    });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'MalformedPOSTRequest']);
  });
});

describe('pages', () => {
  test('of this machine may upload and read the answer', async () => {
    const origin = 'http://localhost:8787';
    const presigned = await presign();
    const asked = await fetch(presigned.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    const answer = await send(presigned, PDF, { origin });
    expect(answer.status).toBe(204);
    for (const one of [asked, answer]) {
      expect(one.headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  test.for(['https://example.com', 'null', 'http://127.0.0.1.example.com'])(
    'from %s may not',
    async (origin) => {
      const presigned = await presign();
      const asked = await fetch(presigned.url, { method: 'OPTIONS', headers: { origin } });
      const answer = await send(presigned, PDF, { origin });
      expect([asked.status, answer.status]).toEqual([403, 403]);
      for (const one of [asked, answer]) {
        expect(one.headers.has('access-control-allow-origin')).toBe(false);
      }
    },
  );
});
