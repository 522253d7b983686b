import { html } from 'hono/html';
import type { ListedSheet } from '../../lambdas/domain/summary.ts';
import { correctedMark } from '../parts/corrected.ts';
import { facetCounts, facetGroup, facets, matching, queryOf } from '../parts/facets.ts';
import { asTable, layout } from '../parts/layout.ts';
import { filterTold, namesIn } from '../parts/names.ts';
import { sheetLine } from '../parts/sheet-line.ts';
import type { Html, View } from '../view.ts';

const NAMES = ['publisher', 'fiscalYear', 'program', 'department', 'grade'] as const;

/** All sheets, narrowed down by what they are of. */
export async function sheetsPage(view: View): Promise<Html> {
  const { ask, say, here, language } = view;
  const query = queryOf(here, NAMES);
  const all = await ask.all<ListedSheet>('/v1/sheets');
  const names = await namesIn(view, all);
  const shown = all.filter(matching(query));
  const groups = NAMES.map((name) => {
    const told = (value: string) => filterTold(name, value, names, language);
    return facetGroup(
      view,
      { name, heading: say(name) },
      facetCounts(all, query, name, told),
      true,
    );
  });
  const body = html`<h1>${say('sheets')}</h1>
${facets(view, groups)}
<p role="status">${say('count', { n: shown.length })}</p>
${shown.length === 0 ? html`<p>${say('none')}</p>` : ''}
<ul class="lines">
${shown.map((sheet) => html`<li>${sheetLine(view, sheet)}${sheet.grade ? html` <b>${sheet.grade}</b>${correctedMark(view, null, sheet.gradeCorrected)}` : ''}</li>`)}
</ul>`;
  const data = asTable('/v1/sheets', query);
  return layout(view, { title: say('sheets'), body, at: '/sheets', data });
}
