import { html } from 'hono/html';
import type { YearlyChange } from '../../lambdas/analysis/changes.ts';
import type { ListedSheet } from '../../lambdas/domain/summary.ts';
import { address } from '../ask.ts';
import { correctedMark } from '../parts/corrected.ts';
import { facetCounts, facetGroup, facets, matching, queryOf } from '../parts/facets.ts';
import { asTable, layout } from '../parts/layout.ts';
import { filterTold, namesIn } from '../parts/names.ts';
import { pager } from '../parts/pager.ts';
import { elsewhere, sheetAddress } from '../parts/place.ts';
import { sheetTitle } from '../parts/sheet-line.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import { isWordName } from '../words/words.ts';

const NAMES = ['kind', 'fiscalYear', 'publisher', 'department', 'program'] as const;
const AT_ONCE = 100;

/** What a year's sheet says otherwise than that of the year before, newest year first. */
export async function changesPage(view: View): Promise<Html> {
  const { ask, say, here, language } = view;
  const query = queryOf(here, NAMES);
  const [all, sheets] = await Promise.all([
    ask.rows<YearlyChange>('/v1/changes'),
    ask.all<ListedSheet>('/v1/sheets'),
  ]);
  const names = await namesIn(view, sheets);
  const shown = all.filter(matching(query)).toSorted((a, b) => b.fiscalYear - a.fiscalYear);
  const from = Math.max(0, Number(here.searchParams.get('from')) || 0);
  const groups = NAMES.map((name) => {
    const told = (value: string) =>
      name === 'kind' ? kindOf(view, value) : filterTold(name, value, names, language);
    return facetGroup(
      view,
      { name, heading: say(name) },
      facetCounts(all, query, name, told),
      name === 'kind',
    );
  });
  const years = Map.groupBy(shown.slice(from, from + AT_ONCE), (change) => change.fiscalYear);
  const body = html`<h1>${say('changes')}</h1>
${facets(view, groups)}
${shown.length === 0 ? html`<p role="status">${say('none')}</p>` : ''}
${[...years].map(
  ([year, changes]) =>
    html`<section><h2>${fiscalYearWords(year, language)}</h2>${table(view, changes)}</section>`,
)}
${pager(view, address('/changes', query), { from, size: AT_ONCE, total: shown.length })}`;
  return layout(view, {
    title: say('changes'),
    body,
    at: '/changes',
    data: asTable('/v1/changes', query),
  });
}

function table(view: View, changes: readonly YearlyChange[]): Html {
  const { say, language } = view;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('changes')}"><table class="rows">
<thead><tr><th scope="col">${say('kind')}</th><th scope="col">${say('indicator')}</th><th scope="col">${say('ofYear')}</th><th scope="col">${say('before')}</th><th scope="col">${say('after')}</th><th scope="col">${say('sheet')}</th></tr></thead>
<tbody>${changes.map(
    (
      change,
    ) => html`<tr><td><span class="tag ${change.kind}">${kindOf(view, change.kind)}</span></td>
<th scope="row">${change.indicator ?? say('grade')}${change.unit ? html` <span class="unit">（${change.unit}）</span>` : ''}</th>
<td>${change.ofFiscalYear === null ? '' : fiscalYearWords(change.ofFiscalYear, language)}</td>
<td>${side(view, change.before.sheet, change.from)}</td><td>${side(view, change.sheet, change.to)}</td>
<td><a href="${sheetAddress(change.sheet)}">${sheetTitle(change)}</a><br><small>${change.department ?? ''}</small></td></tr>`,
  )}</tbody></table></div>`;
}

const side = (view: View, sheet: string, said: YearlyChange['from']): Html | '' =>
  said
    ? html`${elsewhere(sheet, said.at, said.text)}${correctedMark(view, said.corrected, said.correctedText)}`
    : '';

function kindOf({ say }: View, kind: string): string {
  const name = `change.${kind}`;
  return isWordName(name) ? say(name) : kind;
}
