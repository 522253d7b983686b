import { html } from 'hono/html';
import { address } from '../ask.ts';
import type { AssetEntry } from '../assets/assets.ts';
import { signInAddress } from '../sign-in/sign-in.ts';
import type { Html, View } from '../view.ts';
import type { WordName } from '../words/words.ts';

export interface WebPage {
  readonly title: string;
  readonly body: Html;
  readonly scripts?: readonly AssetEntry[];
  /** which entry of the navigation this is */
  readonly at?: string;
  /** where the same can be had as data: what it is called, and its address */
  readonly data?: Readonly<Record<string, string>>;
  /** the address of another site that the browser opens by itself */
  readonly goesOnTo?: string;
  /** wide enough for two columns */
  readonly wide?: boolean;
}

const NAVIGATION: readonly (readonly [string, WordName])[] = [
  ['/sheets', 'sheets'],
  ['/indicators', 'indicators'],
  ['/changes', 'changes'],
  ['/findings', 'findings'],
  ['/documents', 'documents'],
];

export const assetUrl = ({ assets }: View, entry: AssetEntry): string =>
  `/static/${assets.entries[entry]}`;

/** A whole document around what a page shows. */
export function layout(view: View, page: WebPage): Html {
  const { language, say, here } = view;
  const { api, may } = view.visitor;
  const scripts = (page.scripts ?? []).filter((entry) => entry !== 'correct' || may.correct);
  return html`<!doctype html>
<html lang="${language}"${api ? html` data-api="${api}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${page.goesOnTo ? html`<meta http-equiv="refresh" content="0;url=${page.goesOnTo}">` : ''}<title>${page.title} – ${say('site')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetUrl(view, 'style')}">
${scripts.map((entry) => html`<script type="module" src="${assetUrl(view, entry)}"></script>`)}
</head>
<body${page.wide ? html` class="wide"` : ''}>
<a class="skip" href="#main">${say('skip')}</a>
<header class="site">
<a class="name" href="/"${page.at === '/' ? html` aria-current="page"` : ''}>${say('site')}</a>
<nav aria-label="${say('navigation')}"><ul>
${NAVIGATION.map(
  ([path, name]) =>
    html`<li><a href="${path}"${page.at === path ? html` aria-current="page"` : ''}>${say(name)}</a></li>`,
)}
</ul></nav>
<form class="search" role="search" action="/search">
<input type="search" name="q" required maxlength="200" aria-label="${say('searchWords')}" placeholder="${say('searchWords')}" value="${here.pathname === '/search' ? (here.searchParams.get('q') ?? '') : ''}">
<button>${say('search')}</button>
</form>
${whoIsHere(view)}
</header>
<main id="main" tabindex="-1">
${page.body}
</main>
<footer class="site">
${page.data ? sameAsData(view, page.data) : ''}
<p><a href="${otherLanguage(view)}" hreflang="${language === 'ja' ? 'en' : 'ja'}" lang="${language === 'ja' ? 'en' : 'ja'}">${say('otherLanguage')}</a> · <a href="/corrections">${say('corrections')}</a> · <a href="/docs">${say('api')}</a></p>
</footer>
</body>
</html>`;
}

/** Who has signed in, and the way in or out; nothing where nobody can. */
function whoIsHere({ say, here, visitor: { name, signsIn } }: View): Html | '' {
  if (!signsIn) return '';
  if (name === null) {
    return html`<p class="who"><a href="${signInAddress(here)}">${say('signIn')}</a></p>`;
  }
  return html`<form class="who" method="post" action="/sign-out">${say('signedInAs', { name })} <button>${say('signOut')}</button></form>`;
}

const sameAsData = ({ say, visitor }: View, data: Readonly<Record<string, string>>): Html =>
  html`<p class="data">${say('sameView')}: ${Object.entries(data).map(
    ([name, href], n) =>
      html`${n > 0 ? ' · ' : ''}<a href="${href.startsWith('/v1/') ? visitor.api : ''}${href}">${name}</a>`,
  )}</p>`;

function otherLanguage({ here, language }: View): string {
  const lang = language === 'ja' ? 'en' : 'ja';
  return address(here.pathname, { ...Object.fromEntries(here.searchParams), lang });
}

/** A list of the API as JSON, CSV and Excel. */
export const asTable = (path: string, query: Readonly<Record<string, string | undefined>>) => ({
  JSON: address(path, query),
  CSV: address(path, { ...query, format: 'csv', bom: 'true' }),
  Excel: address(path, { ...query, format: 'xlsx' }),
});
