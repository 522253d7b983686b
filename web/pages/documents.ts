import { html } from 'hono/html';
import type { DocumentView } from '../../lambdas/store/find-documents.ts';
import { address } from '../ask.ts';
import { documentLine, newestFirst } from '../parts/document-line.ts';
import { dropZone } from '../parts/drop-zone.ts';
import { facetCounts, facetGroup, facets, matching, queryOf } from '../parts/facets.ts';
import { asTable, layout } from '../parts/layout.ts';
import { pager } from '../parts/pager.ts';
import type { Html, View } from '../view.ts';

const AT_ONCE = 50;

/** Every file: taken, being read, read, or refused and why; newest first. */
export async function documentsPage(view: View): Promise<Html> {
  const { ask, say, here } = view;
  const query = queryOf(here, ['status']);
  const all = newestFirst(await ask.all<DocumentView>('/v1/documents'));
  const shown = all.filter(matching(query));
  const from = Math.max(0, Number(here.searchParams.get('from')) || 0);
  const told = (status: string) => say(`document.${status as DocumentView['status']}`);
  const body = html`<h1>${say('documents')}</h1>
${dropZone(view)}
${facets(view, [facetGroup(view, { name: 'status', heading: say('state') }, facetCounts(all, query, 'status', told), true)])}
${shown.length === 0 ? html`<p role="status">${say('none')}</p>` : html`<ul class="lines">${shown.slice(from, from + AT_ONCE).map((document) => html`<li>${documentLine(view, document)}</li>`)}</ul>`}
${pager(view, address('/documents', query), { from, size: AT_ONCE, total: shown.length })}`;
  const data = asTable('/v1/documents', query);
  return layout(view, {
    title: say('documents'),
    body,
    at: '/documents',
    scripts: ['upload'],
    data,
  });
}
