import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../../lambdas/query/app.ts';
import { readAssets } from '../../../web/assets/assets.ts';
import { writeAssets } from '../../../web/assets/build.ts';
import { openIssuer } from '../../../web/sign-in/issuer.ts';
import type { SignIn } from '../../../web/sign-in/sign-in.ts';
import { openUniverse, pdf, type World } from '../../ingest/world.ts';
import { Browser } from './browser.ts';
import { API, CLIENT, SCOPES, SITE, startIssuer } from './issuer.ts';

const folder = mkdtempSync(join(tmpdir(), 'shisaku-sign-in-'));
const SHEET = 'shiomi-2013-kinkyu-8';
let universe: Awaited<ReturnType<typeof openUniverse>>;
let world: World;
let people: Awaited<ReturnType<typeof startIssuer>>;
let signIn: SignIn;
let browser: Browser;
beforeAll(async () => {
  universe = await openUniverse('sqlite');
  world = await universe.world();
  await world.deliver(await world.put('評価/2013.pdf', pdf([{}])));
  writeAssets(folder);
  people = await startIssuer();
  const scope = ['openid', ...Object.values(SCOPES)].join(' ');
  const settings = { issuer: people.issuer, clientId: CLIENT, audience: [API], scope };
  signIn = { issuer: openIssuer(settings), scopes: SCOPES, publicRead: false };
});
afterAll(async () => {
  await people.close();
  await universe.close();
  rmSync(folder, { recursive: true });
});

/** The site as it is behind an API that has looked at no token; everything else over the network. */
function siteOf(publicRead: boolean): Browser {
  const app = makeApp({
    ...{ store: world.store, bucket: world.bucket, assets: readAssets(folder) },
    signIn: { ...signIn, publicRead },
    isChecked: (c) => c.env?.isFromOutside !== true,
    whoAsks: (c) => c.env?.session?.name ?? 'token',
  });
  return new Browser(async (request) =>
    request.url.startsWith(SITE) ? app.fetch(request, { isFromOutside: true }) : fetch(request),
  );
}
beforeEach(() => {
  browser = siteOf(false);
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const json = (answer: Response): Promise<any> => answer.json();
const get = (path: string) => browser.send(new URL(path, SITE));
const isBack = ({ pathname }: URL) => pathname === '/sign-in/back';

/** Opens a page, and fills in what the issuer asks for; what leads back is returned, not followed. */
async function toldWho(path: string, name: string): Promise<URL> {
  let { at, response } = await browser.open(new URL(path, SITE));
  for (const answer of [{ login: name, password: 'any' }, {}]) {
    const page = await response.text();
    const [, action = ''] = /<form[^>]* action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(page) ?? [];
    const body = new URLSearchParams({ prompt, ...answer });
    ({ at, response } = await browser.open(new URL(action, at), { method: 'POST', body }, isBack));
  }
  return at;
}

async function enter(path: string, name: string) {
  return browser.open(await toldWho(path, name));
}

const session = () => browser.cookies.get(SITE)?.get('__Host-session');

describe('who has not signed in', () => {
  it.each([
    '/',
    '/sheets?fiscalYear=2013',
    `/sheets/${SHEET}`,
    '/indicators/rows',
    '/docs',
    '/none',
  ])('is sent from %s to the login page', async (path) => {
    const { status, headers } = await get(path);
    expect([status, headers.get('location')]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(path)}`,
    ]);
  });

  it.each(['/v1/sheets', '/%761/sheets', '/my/v1/sheets'])(
    'is told nothing by %s',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, (await json(answer)).code]).toEqual([401, 'not-signed-in']);
    },
  );

  it('sees the whole site where anybody may read, and a way in', async () => {
    browser = siteOf(true);
    const page = await (await get(`/sheets/${SHEET}`)).text();
    expect(page).toContain(`href="/sign-in?to=${encodeURIComponent(`/sheets/${SHEET}`)}"`);
    expect(page).toContain(`href="/my/v1/sheets/${SHEET}/pdf#page=1"`);
    expect(page).not.toContain('data-correct');
    expect((await get('/v1/sheets')).status).toBe(200);
    expect((await get('/my/v1/sheets')).status).toBe(200);
    expect(await (await get('/')).text()).not.toContain('data-drop');
    const sent = await browser.send(new URL('/my/v1/uploads', SITE), { method: 'POST' });
    expect(sent.status).toBe(401);
  });
});

describe('who has signed in', () => {
  it('is where they were going, by a cookie that no script and no other site has', async () => {
    const back = await toldWho(`/sheets/${SHEET}?lang=en`, 'reader');
    const answer = await browser.send(back);
    expect(answer.headers.get('location')).toBe(`${SITE}/sheets/${SHEET}?lang=en`);
    const [cookie = ''] = answer.headers.getSetCookie().filter((one) => /session/.test(one));
    expect(cookie).toMatch(/^__Host-session=/);
    for (const said of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
      expect(cookie.split('; ')).toContain(said);
    }
    expect(cookie).not.toContain('Domain');
    const page = await (await get(`/sheets/${SHEET}`)).text();
    expect(page).toContain('reader さん');
    expect(page).toContain('data-api="/my"');
    expect(page).toContain(`href="/my/v1/sheets/${SHEET}"`);
    expect(page).not.toContain(session());
    const { items } = await json(await get('/my/v1/sheets'));
    expect(items).toMatchObject([{ id: SHEET }]);
  });

  const write = (path: string, body: object, origin = SITE) =>
    browser.send(new URL(path, SITE), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    });
  const outcome = async (answer: Response) => [answer.status, (await json(answer)).code];

  it('may do what their token says, in their own name, and no page elsewhere may in it', async () => {
    await enter('/', 'corrector');
    const upload = { fileName: '評価.pdf', bytes: 100 };
    expect(await outcome(await write('/my/v1/uploads', upload))).toEqual([403, 'not-allowed']);
    expect(await (await get('/')).text()).not.toContain('data-drop');
    const { indicators } = await json(await get(`/my/v1/sheets/${SHEET}`));
    const [{ at, text: read }] = indicators[0].values;
    const said = { sheetId: SHEET, field: 'value', at, read, value: 210, reason: '原本' };
    for (const origin of ['https://evil.example', 'null']) {
      const foreign = await outcome(await write('/my/v1/corrections', said, origin));
      expect(foreign).toEqual([403, 'foreign-origin']);
    }
    const kept = await json(await write('/my/v1/corrections', said));
    expect(kept).toMatchObject({ by: 'corrector', value: 210 });
    const gone = await browser.send(new URL(`/my/v1/corrections/${kept.id}`, SITE), {
      ...{ method: 'DELETE', headers: { origin: SITE } },
    });
    expect(gone.status).toBe(204);
  });

  it('without the right to read is told so, and not sent around', async () => {
    const { response } = await enter('/', 'stranger');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('見る権限がありません');
    expect((await get('/my/v1/sheets')).status).toBe(403);
  });

  it('leaves the site and the issuer', async () => {
    await enter('/', 'reader');
    const answer = await browser.send(new URL('/sign-out', SITE), { method: 'POST' });
    expect(session()).toBeUndefined();
    const [, there = ''] =
      /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await answer.text()) ?? [];
    const end = new URL(there.replaceAll('&amp;', '&'));
    expect(end.origin).toBe(people.issuer);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${SITE}/`);
    expect((await browser.open(end)).response.status).toBe(200);
    expect((await get('/')).status).toBe(303);
  });
});

describe('is refused', () => {
  const changed = (address: URL, name: string): URL => {
    const other = new URL(address);
    other.searchParams.set(name, 'other');
    return other;
  };
  const refused = async (address: URL) => {
    const { status } = await browser.send(address);
    expect([status, session()]).toEqual([401, undefined]);
  };

  it('an answer to another attempt, a made-up one, and one that comes twice', async () => {
    await refused(changed(await toldWho('/', 'reader'), 'state'));
    browser = siteOf(false);
    await refused(changed(await toldWho('/', 'reader'), 'code'));
    browser = siteOf(false);
    const back = await toldWho('/', 'reader');
    const cookies = [...(browser.cookies.get(SITE) ?? [])];
    await browser.send(back);
    browser = siteOf(false);
    await refused(back);
    browser.cookies.set(SITE, new Map(cookies));
    await refused(back);
  });

  it.each(['nonce', 'verifier'])('an answer for another %s than the attempt had', async (name) => {
    const back = await toldWho('/', 'reader');
    const kept = browser.cookies.get(SITE);
    const attempt = new URLSearchParams(decodeURIComponent(kept?.get('__Host-sign-in') ?? ''));
    attempt.set(name, 'x'.repeat(43));
    kept?.set('__Host-sign-in', encodeURIComponent(String(attempt)));
    await refused(back);
  });

  it('a token that is too old, of somebody else, for something else, or changed', async () => {
    await enter('/', 'reader');
    const good = session() ?? '';
    const claims = decodeJwt(good);
    const [head, , signature] = good.split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, scope: 'shisaku/correct' }));
    const bad = [
      await people.sign({ ...claims, exp: 1_000_000_000 }),
      await people.sign({ ...claims, iss: 'https://elsewhere.example' }),
      await people.sign({ ...claims, aud: 'another', client_id: 'another' }),
      [head, body.toString('base64url'), signature].join('.'),
      'nonsense',
    ];
    for (const token of bad) {
      browser.cookies.set(SITE, new Map([['__Host-session', token]]));
      expect((await get('/')).status).toBe(303);
    }
    browser.cookies.set(SITE, new Map([['__Host-session', await people.sign(claims)]]));
    expect((await get('/')).status).toBe(200);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example'])(
    'to go on to %s',
    async (to) => {
      const back = await toldWho(`/sign-in?to=${encodeURIComponent(to)}`, 'reader');
      const location = (await browser.send(back)).headers.get('location') ?? '';
      expect(new URL(location, SITE).origin).toBe(SITE);
    },
  );
});
