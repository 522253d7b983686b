import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { LANGUAGES, type PageLanguage } from './words/words.ts';

const COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;

/**
 * The language to answer in: that of the address (`?lang=`), which is kept for later, else what was kept, else what the
 * browser asks for, else Japanese. `here` is the address without it.
 */
export function negotiated(c: Context): { readonly language: PageLanguage; readonly here: URL } {
  const here = new URL(c.req.url);
  const said = languageOf(here.searchParams.get('lang'));
  here.searchParams.delete('lang');
  if (said) setCookie(c, COOKIE, said, { path: '/', sameSite: 'Lax', maxAge: YEAR_SECONDS });
  c.header('vary', 'Accept-Language, Cookie', { append: true });
  c.header('cache-control', 'private, no-cache');
  return { here, language: said ?? languageOf(getCookie(c, COOKIE)) ?? preferred(c) };
}

const languageOf = (said: string | null | undefined): PageLanguage | undefined =>
  LANGUAGES.find((language) => language === said);

/** By the browser's own order; `ja-JP` asks for Japanese. */
function preferred(c: Context): PageLanguage {
  const wanted = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'ja',
    match: (sorted) =>
      sorted
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2))
        .find((type) => languageOf(type)) ?? 'ja',
  });
  return languageOf(wanted) ?? 'ja';
}
