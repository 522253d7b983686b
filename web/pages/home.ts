import { html } from 'hono/html';
import type { Finding } from '../../lambdas/analysis/findings.ts';
import type { ListedSheet } from '../../lambdas/domain/summary.ts';
import type { DocumentView } from '../../lambdas/store/find-documents.ts';
import { address } from '../ask.ts';
import { documentLine, newestFirst } from '../parts/document-line.ts';
import { dropZone } from '../parts/drop-zone.ts';
import { findingLine } from '../parts/finding-line.ts';
import { layout } from '../parts/layout.ts';
import { type Names, namesIn } from '../parts/names.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';

const MAX_ARRIVALS = 5;
const MAX_FINDINGS = 5;

/** What is here, what came last, what needs a look, and a place to bring more. */
export async function homePage(view: View): Promise<Html> {
  const { ask, say } = view;
  const [sheets, documents, findings] = await Promise.all([
    ask.all<ListedSheet>('/v1/sheets'),
    ask.all<DocumentView>('/v1/documents'),
    ask.page<Finding>('/v1/findings', { severity: 'wrong', limit: MAX_FINDINGS }),
  ]);
  const names = await namesIn(view, sheets);
  const arrivals = newestFirst(documents).slice(0, MAX_ARRIVALS);
  const body = html`<h1>${say('tagline')}</h1>
<section><h2>${say('whatIsHere')}</h2>
${sheets.length === 0 ? html`<p>${say('nothingHere')}</p>` : html`<p class="hint">${say('whatIsHereHint')}</p>${countsTable(view, sheets, names)}`}
</section>
${dropZone(view)}
${
  arrivals.length === 0
    ? ''
    : html`<section><h2>${say('arrivals')}</h2><ul class="lines">
${arrivals.map((document) => html`<li>${documentLine(view, document)}</li>`)}
</ul></section>`
}
${
  findings.items.length === 0
    ? ''
    : html`<section><h2>${say('needsLook')}</h2><p class="hint">${say('needsLookHint')}</p><ul class="findings">
${findings.items.map((finding) => findingLine(view, finding))}
</ul><p><a href="/findings">${say('all')}</a></p></section>`
}`;
  const data = { JSON: '/v1/sheets', [say('findings')]: '/v1/findings' };
  return layout(view, { title: say('tagline'), body, at: '/', scripts: ['upload'], data });
}

/** Publishers by fiscal years; each number leads to the sheets that it counts. */
function countsTable({ say, language }: View, sheets: readonly ListedSheet[], names: Names): Html {
  const years = [...new Set(sheets.map((sheet) => sheet.fiscalYear))].toSorted((a, b) => a - b);
  const publishers = [...new Set(sheets.map(({ publisher }) => publisher))].toSorted();
  const cell = (publisher: string, year: number | undefined) => {
    const counted = sheets.filter(
      (sheet) => sheet.publisher === publisher && (year ?? sheet.fiscalYear) === sheet.fiscalYear,
    ).length;
    if (counted === 0) return html`<td></td>`;
    const href = address('/sheets', { publisher, fiscalYear: year });
    return html`<td class="number"><a href="${href}">${counted}</a></td>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('whatIsHere')}"><table>
<thead><tr><th scope="col">${say('publisher')}</th>${years.map(
    (year) => html`<th scope="col">${fiscalYearWords(year, language)}</th>`,
  )}<th scope="col">${say('all')}</th></tr></thead>
<tbody>${publishers.map(
    (publisher) =>
      html`<tr><th scope="row">${names.publisher(publisher)}</th>${years.map((year) => cell(publisher, year))}${cell(publisher, undefined)}</tr>`,
  )}</tbody></table></div>`;
}
