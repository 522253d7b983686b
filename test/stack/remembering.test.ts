import { expect, test } from 'vitest';
import { remembering } from '../../cli/stack/remembering.ts';

const app = () => {
  let asked = 0;
  let moment = 0;
  const fetch = remembering(
    async (request) => {
      const n = ++asked;
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { pathname } = new URL(request.url);
      if (pathname === '/fails') throw new Error('a fault');
      if (pathname === '/streamed') return new Response(`${n}`);
      if (pathname === '/written') moment++;
      const status = pathname === '/missing' ? 404 : 200;
      return new Response(`${n}`, { status, headers: { etag: `"${n}"`, 'x-own': 'yes' } });
    },
    () => `${moment}`,
  );
  const get = async (path: string, headers = {}) => {
    const response = await fetch(new Request(`http://127.0.0.1${path}`, { headers }));
    return [response.status, await response.text(), response.headers.get('x-own')];
  };
  return { get, asked: () => asked, write: () => void moment++ };
};

test('the same question has the same answer until something is written', async () => {
  const { get, write } = app();
  expect(await get('/a')).toEqual([200, '1', 'yes']);
  expect(await get('/a')).toEqual([200, '1', 'yes']);
  expect(await get('/a?b')).toEqual([200, '2', 'yes']);
  expect(await get('/a', { accept: 'text/csv' })).toEqual([200, '3', 'yes']);
  write();
  expect(await get('/a')).toEqual([200, '4', 'yes']);
});

test('who asks the same at the same time waits for one answer', async () => {
  const { get, asked } = app();
  const all = await Promise.all(Array.from({ length: 20 }, () => get('/a')));
  expect(new Set(all.map((one) => one.join()))).toEqual(new Set(['200,1,yes']));
  expect(asked()).toBe(1);
});

test('failures, refusals, streams and what was written to meanwhile are not remembered', async () => {
  const { get } = app();
  await expect(get('/fails')).rejects.toThrow('a fault');
  await expect(get('/fails')).rejects.toThrow('a fault');
  expect(await get('/missing')).toEqual([404, '3', 'yes']);
  expect(await get('/missing')).toEqual([404, '4', 'yes']);
  expect(await get('/streamed')).toEqual([200, '5', null]);
  expect(await get('/streamed')).toEqual([200, '6', null]);
  expect(await get('/written')).toEqual([200, '7', 'yes']);
  expect(await get('/written')).toEqual([200, '8', 'yes']);
  expect(await get('/a', { 'if-none-match': '"1"' })).toEqual([200, '9', 'yes']);
});
