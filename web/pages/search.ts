import { html } from 'hono/html';
import type { Hit } from '../../lambdas/domain/search/hit.ts';
import { address, type Listed } from '../ask.ts';
import { queryOf } from '../parts/facets.ts';
import { asTable, layout } from '../parts/layout.ts';
import { elsewhere, sheetAddress } from '../parts/place.ts';
import { sheetLine } from '../parts/sheet-line.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';

const NAMES = ['q', 'fiscalYear', 'publisher', 'department', 'phase'] as const;
const PHASES = ['overview', 'result', 'improvement'] as const;

/** Hits with their marks, grouped by sheet, best first. */
export async function searchPage(view: View): Promise<Html> {
  const { ask, say, here } = view;
  const query = queryOf(here, NAMES);
  const { q } = query;
  const cursor = here.searchParams.get('cursor') ?? undefined;
  const found: Listed<Hit> = q
    ? await ask.page<Hit>('/v1/search', { ...query, cursor })
    : { items: [], nextCursor: null };
  const groups = Map.groupBy(found.items, ({ sheet }) => sheet.id);
  const next = address('/search', { ...query, cursor: found.nextCursor });
  const body = html`<h1>${q ? say('results', { q }) : say('search')}</h1>
<p class="hint">${say('searchHint')}</p>
${q ? narrowing(view, query, found.items) : ''}
${q && found.items.length === 0 ? html`<p role="status">${say('none')}</p>` : ''}
${[...groups.values()].map((hits) => sheetGroup(view, hits))}
${found.nextCursor ? html`<p class="pager"><a href="${next}" rel="next">${say('next')}</a></p>` : ''}`;
  const title = q ? say('results', { q }) : say('search');
  const data = asTable('/v1/search', query);
  return layout(view, { title, body, ...(q && { data }) });
}

function narrowing(
  { say, language }: View,
  query: Readonly<Record<string, string | undefined>>,
  hits: readonly Hit[],
): Html {
  const years = [...new Set(hits.map(({ sheet }) => String(sheet.fiscalYear)))].toSorted();
  const choice = (name: string, value: string | undefined, told: string) =>
    html`<li><a href="${address('/search', { ...query, [name]: value })}"${query[name] === value ? html` aria-current="true"` : ''}>${told}</a></li>`;
  const list = (name: string, values: readonly string[], told: (value: string) => string) =>
    html`<ul class="choices">${choice(name, undefined, say('all'))}${values.map((value) => choice(name, value, told(value)))}</ul>`;
  return html`<nav class="facets" aria-label="${say('narrow')}">
${list('fiscalYear', query['fiscalYear'] ? [query['fiscalYear']] : years, (year) => fiscalYearWords(Number(year), language))}
${list('phase', PHASES, (phase) => say(`phase.${phase as (typeof PHASES)[number]}`))}
</nav>`;
}

function sheetGroup(view: View, hits: readonly Hit[]): Html {
  const [first] = hits;
  if (!first) return html``;
  const kinds = Map.groupBy(hits, ({ kind }) => kind);
  return html`<section class="hits"><h2>${sheetLine(view, first.sheet)}</h2>
${[...kinds].map(
  ([kind, some]) =>
    html`<h3>${view.say(`hit.${kind}`)}</h3><ul class="lines">${some.map((hit) => html`<li>${marked(hit)}</li>`)}</ul>`,
)}
</section>`;
}

function marked({ sheet, at: [place], name, field, snippet }: Hit): Html {
  const called = name === null || field === 'name' ? '' : html`${name}: `;
  const text = html`${called}${snippet.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}`;
  return place
    ? elsewhere(sheet.id, place, text)
    : html`<a href="${sheetAddress(sheet.id)}">${text}</a>`;
}
