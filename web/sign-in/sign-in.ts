import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Issuer } from './issuer.ts';
import { type Scopes, type Session, sessionOf } from './session.ts';

/** How people sign in, and what they may do without. */
export interface SignIn {
  readonly issuer: Issuer;
  readonly scopes: Scopes;
  readonly publicRead: boolean;
}

const SESSION = 'session';
const ATTEMPT = 'sign-in';
const BACK = '/sign-in/back';
const ATTEMPT_SECONDS = 600;
/** A browser drops a cookie of more than 4096 bytes, its name and attributes included, in silence. */
const MAX_TOKEN = 3900;

/** Under a name that no other host, and no plain HTTP, can set; no script reads it, no form of another site sends it. */
const COOKIE = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
  prefix: 'host',
} as const;

/** Who asks, as their cookie says; undefined where nobody has signed in, or too long ago. */
export async function sessionIn(
  c: Context,
  { issuer, scopes }: SignIn,
): Promise<Session | undefined> {
  const token = getCookie(c, SESSION, 'host');
  const claims = token ? await issuer.claimsOf(token) : undefined;
  return claims && sessionOf(claims, scopes);
}

/** Where to sign in, and then go on here. */
export const signInAddress = (here: URL): string =>
  `/sign-in?to=${encodeURIComponent(here.pathname + here.search)}`;

/** What a person sees on the way. */
export interface SignInShown {
  refused(c: Context, why: 'signInFailed' | 'tokenTooLarge'): Promise<Response>;
  /** goes on to the issuer: the form that asked may lead nowhere else, by the policy of the page */
  leaving(c: Context, to: URL): Promise<Response>;
}

/** The way to the issuer's own login page and back, and out again; no password passes here. */
export function makeSignIn({ issuer, scopes }: SignIn, show: SignInShown): Hono {
  const app = new Hono();
  app.get('/sign-in', async (c) => {
    const here = new URL(c.req.url);
    const { address, attempt } = await issuer.begin(here.origin + BACK, within(here));
    setCookie(c, ATTEMPT, `${new URLSearchParams({ ...attempt })}`, {
      ...COOKIE,
      maxAge: ATTEMPT_SECONDS,
    });
    return gone(c, address.href);
  });

  app.get(BACK, async (c) => {
    const attempt = attemptIn(c);
    deleteCookie(c, ATTEMPT, COOKIE);
    if (!attempt) return show.refused(c, 'signInFailed');
    const token = await issuer.finish(new URL(c.req.url), attempt).catch(told);
    const claims = token === undefined ? undefined : await issuer.claimsOf(token);
    if (token === undefined || !claims) return show.refused(c, 'signInFailed');
    if (token.length > MAX_TOKEN) return show.refused(c, 'tokenTooLarge');
    const { until } = sessionOf(claims, scopes);
    setCookie(c, SESSION, token, { ...COOKIE, expires: new Date(until * 1000) });
    return gone(c, attempt.to);
  });

  app.post('/sign-out', async (c) => {
    deleteCookie(c, SESSION, COOKIE);
    const end = await issuer.end(`${new URL(c.req.url).origin}/`).catch(told);
    return end ? show.leaving(c, end) : gone(c, '/');
  });
  return app;
}

function gone(c: Context, address: string): Response {
  c.header('cache-control', 'no-store');
  return c.redirect(address, 303);
}

/** Where to go on: a place of this site, whatever the address says. */
function within(here: URL): string {
  const to = URL.parse(here.searchParams.get('to') ?? '/', here.origin);
  return to?.origin === here.origin ? to.href : '/';
}

const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
});

const attemptIn = (c: Context) =>
  Attempt.safeParse(Object.fromEntries(new URLSearchParams(getCookie(c, ATTEMPT, 'host')))).data;

/** The log has the reason; who comes back is told that it did not work. */
function told(error: unknown): undefined {
  console.warn('sign-in failed:', error instanceof Error ? error.message : error);
}
