import { html } from 'hono/html';
import { rowsOfSeries } from '../../lambdas/analysis/series-row.ts';
import type {
  MatchedSeries,
  Series,
  SeriesCandidate,
  SeriesFigure,
} from '../../lambdas/domain/series/series.ts';
import { address } from '../ask.ts';
import { chart } from '../chart/chart.ts';
import { plotted } from '../chart/points.ts';
import { correctedNote } from '../parts/corrected.ts';
import { layout } from '../parts/layout.ts';
import { sheetAddress } from '../parts/place.ts';
import { anchorOf } from '../sheet/indicators.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';

const TYPES = ['baseline', 'target', 'actual', 'achievement', 'forecast'] as const;
type Type = (typeof TYPES)[number];

const pathOf = (id: string): string => `/v1/series/${encodeURIComponent(id)}`;

/** One indicator over the years: a chart, the same as a table, and what every sheet said. */
export async function seriesPage(view: View, id: string): Promise<Html> {
  const { ask, say } = view;
  const series = await ask.one<MatchedSeries>(pathOf(id));
  const unit = series.units[0] ?? null;
  const drawn = chart(view, plotted(series), { title: say('chart'), unit, alone: false });
  const direction = rowsOfSeries(series)[0]?.direction ?? 'unknown';
  const path = series.stages.at(-1)?.path ?? [];
  const body = html`<h1>${[...path, series.name].join('＞')}${unit ? html` <span class="unit">（${unit}）</span>` : ''}</h1>
<p class="facts">${say(`direction.${direction}`)}</p>
<section><h2>${say('chart')}</h2>
${drawn || html`<p>${say('chartNothing')}</p>`}
${drawn ? html`<p class="hint">${say('chartHint')} <a href="/series/${encodeURIComponent(id)}/chart.svg" download>${say('saveChart')}</a></p>` : ''}
${yearsTable(view, series)}
</section>
${statements(view, series)}
${stages(view, series)}
${candidates(view, series.candidates)}`;
  const own = `/series/${encodeURIComponent(id)}`;
  const rows = (format: string) => address(`${own}/rows`, { format });
  const data = {
    JSON: pathOf(id),
    CSV: rows('csv'),
    Excel: rows('xlsx'),
    SVG: `${own}/chart.svg`,
  };
  return layout(view, {
    title: [...path, series.name].join('＞'),
    body,
    scripts: ['correct'],
    at: '/indicators',
    data,
  });
}

/** The chart as a file of its own. */
export async function seriesChart(view: View, id: string): Promise<Html | ''> {
  const series = await view.ask.one<MatchedSeries>(pathOf(id));
  const title = `${series.name} – ${view.say('chart')}`;
  return chart(view, plotted(series), { title, unit: series.units[0] ?? null, alone: true });
}

/** What stands for each year; each figure leads to its place. */
function yearsTable(view: View, series: Series): Html {
  const { say, language } = view;
  const types = TYPES.filter((type) => series.years.some((year) => year[type]));
  const met = new Map(rowsOfSeries(series).map((row) => [row.fiscalYear, row.met]));
  const verdict = (year: number) => {
    const reached = met.get(year) ?? null;
    return reached === null
      ? ''
      : html`<span class="${reached ? 'met' : 'missed'}">${say(reached ? 'met' : 'missed')}</span>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('chart')}"><table>
<thead><tr><th scope="col">${say('fiscalYear')}</th>${types.map((type) => html`<th scope="col">${say(type)}</th>`)}<th scope="col">${say('facet.state')}</th></tr></thead>
<tbody>${series.years.map(
    (year) =>
      html`<tr><th scope="row">${fiscalYearWords(year.fiscalYear, language)}</th>${types.map(
        (type) =>
          html`<td>${year[type] ? standing(view, year.fiscalYear, type, year[type]) : ''}</td>`,
      )}<td>${verdict(year.fiscalYear)}</td></tr>`,
  )}</tbody></table></div>`;
}

function standing(view: View, year: number, type: Type, figure: SeriesFigure): Html {
  const { say } = view;
  const before = figure.revisions.map(
    ({ change, from }) =>
      html`<br><small class="revision">${say(`revision.${change}`)}：${say('revisedFrom', { n: from.text })}</small>`,
  );
  const status =
    figure.status === 'reported' ? '' : html` <small>${say(`status.${figure.status}`)}</small>`;
  return html`${said(year, type, figure)}${status}${correctedNote(view, figure.corrected)}${before}`;
}

const said = (
  year: number,
  type: Type,
  { sheetId, indicatorId, text, at }: Omit<SeriesFigure, 'sources' | 'revisions'>,
): Html =>
  html`<a class="at value" href="${sheetAddress(sheetId, `#${anchorOf(indicatorId)}-${year}-${type}`)}" data-at="${[at.page, ...at.box].join(' ')}">${text}</a>`;

/** Every statement of every sheet, year by year, with which of them stands. */
function statements(view: View, series: Series): Html {
  const { say, language } = view;
  const rows = series.years.flatMap((year) =>
    TYPES.flatMap((type) =>
      (year[type]?.sources ?? []).map((source) => ({
        ...{ year: year.fiscalYear, type, source },
        stands: source.sheetId === year[type]?.sheetId,
      })),
    ),
  );
  return html`<section><h2>${say('everySheet')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say('everySheet')}"><table>
<thead><tr><th scope="col">${say('fiscalYear')}</th><th scope="col">${say('kind')}</th><th scope="col">${say('said')}</th><th scope="col">${say('sheet')}</th></tr></thead>
<tbody>${rows.map(
    ({ year, type, source, stands }) =>
      html`<tr><td>${fiscalYearWords(year, language)}</td><td>${say(type)}</td><td>${said(year, type, source)}${stands ? html` <small>${say('stands')}</small>` : ''}${correctedNote(view, source.corrected)}</td><td><a href="${sheetAddress(source.sheetId)}">${fiscalYearWords(source.evaluates, language)}</a></td></tr>`,
  )}</tbody></table></div></section>`;
}

function stages({ say, language }: View, series: Series): Html {
  return html`<section><h2>${say('stages')}</h2><ul class="lines">
${series.stages.map(
  ({ number, title, programName, department, path, sheets }) =>
    html`<li><b>${[[number, title].filter(Boolean).join(' '), ...path].join('＞')}</b> <span class="facts">${[programName, department].filter(Boolean).join('・')}</span><br>
${sheets.map((sheet, n) => html`${n > 0 ? '・' : ''}<a href="${sheetAddress(sheet.id)}">${fiscalYearWords(sheet.fiscalYear, language)}</a>`)}</li>`,
)}
</ul></section>`;
}

function candidates({ say }: View, found: readonly SeriesCandidate[]): Html | '' {
  if (found.length === 0) return '';
  return html`<section><h2>${say('candidates')}</h2><ul class="lines">
${found.map(
  ({ seriesId, name, path, reason, score }) =>
    html`<li><a href="/series/${encodeURIComponent(seriesId)}">${[...path, name].join('＞')}</a> <span class="facts">${say(`reason.${reason}`)}・${say('likeness', { n: score })}</span></li>`,
)}
</ul></section>`;
}
