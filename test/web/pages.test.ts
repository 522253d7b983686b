import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../lambdas/query/app.ts';
import { readAssets } from '../../web/assets/assets.ts';
import { writeAssets } from '../../web/assets/build.ts';
import { type Library, openLibrary } from '../query/library.ts';

let library: Library;
let app: ReturnType<typeof makeApp>;
const folder = mkdtempSync(join(tmpdir(), 'shisaku-page-'));
beforeAll(async () => {
  library = await openLibrary(4);
  writeAssets(folder);
  app = makeApp({ ...library, assets: readAssets(folder) });
}, 240_000);
afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1${path}`, { headers });
const html = async (path: string, headers?: Record<string, string>) =>
  (await get(path, headers)).text();

describe('what a page may do', () => {
  it('runs no script but files of this site, and nothing may frame it', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(await html('/')).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=/);
  });

  it('loads files that never change under a name', async () => {
    const [path = ''] = /\/static\/style-[^"]+/.exec(await html('/')) ?? [];
    const { status, headers } = await get(path);
    expect([status, headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const other of [
      '/static/entries.json/..',
      '/static/..%2f..%2fpackage.json',
      '/static/none.js',
    ]) {
      expect((await get(other)).status).toBe(404);
    }
  });

  it('what sheets say is text, never markup', async () => {
    const text = await html('/search?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(text).not.toContain('<script>alert');
  });
});

describe('an address that there is not', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  it.each(['/series', '/sheets/none', '/no/such/page'])(
    '%s is a page to a browser',
    async (path) => {
      const answer = await get(path, browser);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(await answer.text()).toContain('href="/"');
    },
  );

  it.each([
    ['/series', { accept: '*/*' }],
    ['/v1/none', browser],
  ])('%s is a problem document to whoever asks for data', async (path, headers) => {
    const answer = await get(path, headers);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('the documentation stays where it is', async () => {
    expect((await get('/docs', browser)).status).toBe(200);
  });
});

describe('the language', () => {
  const languageOf = async (path: string, headers?: Record<string, string>) =>
    /<html lang="(\w+)"/.exec(await html(path, headers))?.[1];

  it('is what the address says, else what was kept, else what the browser asks for, else Japanese', async () => {
    const english = { 'accept-language': 'fr, en-US;q=0.8, ja;q=0.5' };
    expect(await languageOf('/')).toBe('ja');
    expect(await languageOf('/', { 'accept-language': 'fr' })).toBe('ja');
    expect(await languageOf('/', english)).toBe('en');
    expect(await languageOf('/', { ...english, cookie: 'lang=ja' })).toBe('ja');
    expect(await languageOf('/?lang=en', { cookie: 'lang=ja' })).toBe('en');
    expect((await get('/?lang=en')).headers.get('set-cookie')).toContain('lang=en');
  });
});

describe('a sheet', () => {
  it('has every value with its place, as a link that reads without script', async () => {
    const [{ id = '', indicators = [] } = {}] = library.sheets;
    const text = await html(`/sheets/${id}`);
    const values = indicators.flatMap((indicator) => indicator.values);
    expect(values.length).toBeGreaterThan(0);
    for (const { at } of values) {
      expect(text).toContain(`data-at="${[at.page, ...at.box].join(' ')}"`);
      expect(text).toContain(`href="/v1/sheets/${id}/pdf#page=${at.page}"`);
    }
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
    expect(ids.filter((one, n) => ids.indexOf(one) !== n)).toEqual([]);
  });

  it('leads from an indicator to its series, whose chart can be saved', async () => {
    const [{ id = '', indicators = [] } = {}] = library.sheets;
    const with_ = indicators.find(({ values }) => values.some(({ value }) => value !== null));
    const led = await get(`/sheets/${id}/indicators/${with_?.id}`);
    expect(led.status).toBe(303);
    const series = led.headers.get('location') ?? '';
    const chart = await get(`${series}/chart.svg`);
    expect(chart.headers.get('content-type')).toContain('image/svg+xml');
    expect(await chart.text()).toMatch(/^<svg xmlns.*<\/svg>$/s);
    const rows = await get(`${series}/rows?format=csv`);
    expect(rows.headers.get('content-type')).toContain('text/csv');
  });
});

it('the rows of a view are those that it shows', async () => {
  const query = 'state=missed';
  const rows = (await (await get(`/indicators/rows?${query}`)).json()) as { met: boolean }[];
  expect(rows.every(({ met }) => met === false)).toBe(true);
  const shown = /(\d+)件のうち/.exec(await html(`/indicators?${query}`))?.[1];
  expect(Number(shown ?? 0)).toBe(rows.length);
});
