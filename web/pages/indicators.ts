import { html } from 'hono/html';
import type { SeriesRow } from '../../lambdas/analysis/series-row.ts';
import type { ListedSheet } from '../../lambdas/domain/summary.ts';
import { address } from '../ask.ts';
import { spark } from '../chart/spark.ts';
import { chosenRows, HOLDS, STATES } from '../chosen-rows.ts';
import { correctedMark } from '../parts/corrected.ts';
import { facetCounts, facetGroup, facets, matching } from '../parts/facets.ts';
import { layout } from '../parts/layout.ts';
import { filterTold, namesIn } from '../parts/names.ts';
import { pager } from '../parts/pager.ts';
import { sheetAddress } from '../parts/place.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';

const AT_ONCE = 50;

/** All indicators by year, narrowed down by how they fared. */
export async function indicatorsPage(view: View): Promise<Html> {
  const { say, here, language } = view;
  const { all, shown, query, state, name, inState } = await chosenRows(view);
  const names = await namesIn(view, await view.ask.all<ListedSheet>('/v1/sheets'));
  const from = Math.max(0, Number(here.searchParams.get('from')) || 0);
  const whole = all.filter(matching(query));
  const states = STATES.map((one) => ({
    ...{ value: one, told: say(`facet.${one}`) },
    count: whole.filter(HOLDS[one]).length,
  }));
  const others = all.filter(inState);
  const groups = [
    facetGroup(view, { name: 'state', heading: say('facet.state') }, states, true),
    ...(['fiscalYear', 'publisher', 'department', 'program'] as const).map((one) => {
      const told = (value: string) => filterTold(one, value, names, language);
      return facetGroup(
        view,
        { name: one, heading: say(one) },
        facetCounts(others, query, one, told),
      );
    }),
  ];
  const bySeries = Map.groupBy(all, ({ series }) => series);
  const own = address('/indicators', { ...query, name, state });
  const body = html`<h1>${say('indicators')}</h1>
${facets(view, groups)}
<form class="narrow" action="/indicators">
${Object.entries({ ...query, state }).map(([key, value]) => (value ? html`<input type="hidden" name="${key}" value="${value}">` : ''))}
<label>${say('indicator')} <input name="name" value="${name ?? ''}" maxlength="300"></label> <button>${say('narrow')}</button>
</form>
${shown.length === 0 ? html`<p role="status">${say('none')}</p>` : table(view, shown.slice(from, from + AT_ONCE), bySeries)}
${pager(view, own, { from, size: AT_ONCE, total: shown.length })}`;
  const rows = (format: string) => address('/indicators/rows', { ...query, name, state, format });
  const data = { JSON: rows('json'), CSV: rows('csv'), Excel: rows('xlsx') };
  return layout(view, { title: say('indicators'), body, at: '/indicators', data });
}

function table(
  { say, language }: View,
  rows: readonly SeriesRow[],
  bySeries: ReadonlyMap<string, readonly SeriesRow[]>,
): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('indicators')}"><table class="rows">
<thead><tr><th scope="col">${say('indicator')}</th><th scope="col">${say('fiscalYear')}</th><th scope="col">${say('target')}</th><th scope="col">${say('actual')}</th><th scope="col">${say('facet.state')}</th><th scope="col">${say('trend')}</th><th scope="col">${say('sheet')}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="/series/${encodeURIComponent(row.series)}">${row.indicator}</a>${row.unit ? html` <span class="unit">（${row.unit}）</span>` : ''}</th>
<td>${fiscalYearWords(row.fiscalYear, language)}</td>
<td class="number">${row.targetText ?? ''}${row.targetRevisedFrom === null ? '' : html`<br><small>${say('revisedFrom', { n: row.targetRevisedFrom })}</small>`}${correctedMark({ say }, row.targetCorrected, row.targetCorrectedText)}</td>
<td class="number">${row.actualText ?? ''}${correctedMark({ say }, row.actualCorrected, row.actualCorrectedText)}</td>
<td>${STATES.filter((state) => HOLDS[state](row)).map((state) => html`<span class="tag ${state}">${say(`facet.${state}`)}</span> `)}</td>
<td>${spark(bySeries.get(row.series) ?? [])}</td>
<td>${row.sheet ? html`<a href="${sheetAddress(row.sheet, `#p${row.page}`)}">${[row.number, row.title].filter(Boolean).join(' ')}</a>` : row.title}<br><small>${row.department ?? ''}</small></td></tr>`,
  )}</tbody></table></div>`;
}
