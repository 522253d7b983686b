import { html } from 'hono/html';
import { address } from '../ask.ts';
import { queryOf } from '../parts/facets.ts';
import { asTable, layout } from '../parts/layout.ts';
import { sheetAddress } from '../parts/place.ts';
import { correctionLine, type ListedCorrection } from '../sheet/corrections.ts';
import type { Html, View } from '../view.ts';

/** What people corrected, sheet by sheet. */
export async function correctionsPage(view: View): Promise<Html> {
  const { ask, say, here } = view;
  const query = queryOf(here, ['sheet']);
  const cursor = here.searchParams.get('cursor') ?? undefined;
  const { items, nextCursor } = await ask.page<ListedCorrection>('/v1/corrections', {
    ...query,
    cursor,
  });
  const sheets = Map.groupBy(items, ({ sheetId }) => sheetId);
  const body = html`<h1>${say('corrections')}</h1>
<p class="hint">${say('correctionsHint')}</p>
${items.length === 0 ? html`<p role="status">${say('none')}</p>` : ''}
${[...sheets].map(
  ([id, some]) => html`<section><h2><a href="${sheetAddress(id)}">${id}</a></h2>
<ul class="lines">${some.map((one) => correctionLine(view, one))}</ul></section>`,
)}
${nextCursor ? html`<p class="pager"><a href="${address('/corrections', { ...query, cursor: nextCursor })}" rel="next">${say('next')}</a></p>` : ''}`;
  const data = asTable('/v1/corrections', query);
  return layout(view, { title: say('corrections'), body, scripts: ['correct'], data });
}
