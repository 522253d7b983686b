import { html } from 'hono/html';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import type { Achievement, Indicator, IndicatorValue } from '../../parsers/records/indicator.ts';
import { correctedNote } from '../parts/corrected.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import { under } from './texts.ts';

const TYPES = ['baseline', 'target', 'actual', 'forecast'] as const;

/** Every indicator as a table: a column for each fiscal year, a row for each kind of value. */
export function indicatorsPart(view: View, sheet: RevisedSheet): Html | '' {
  if (sheet.indicators.length === 0) return '';
  return html`<section id="indicators"><h2>${view.say('indicators')}</h2>
${sheet.indicators.map((indicator) => one(view, sheet, indicator))}
</section>`;
}

/** What addresses end in: `indicator-` and the id, which mostly begins so. */
export const anchorOf = (id: string): string =>
  id.startsWith('indicator-') ? id : `indicator-${id}`;

function one(view: View, sheet: RevisedSheet, indicator: Indicator): Html {
  const { say } = view;
  const { name, unit, level, path, description, targetRationale } = indicator;
  const anchor = anchorOf(indicator.id);
  return html`<section class="indicator" id="${anchor}" aria-labelledby="${anchor}-name">
<h3 id="${anchor}-name">${under(path)}${name}${unit ? html` <span class="unit">（${unit}）</span>` : ''}</h3>
<p class="facts">${level ? say(`level.${level}`) : ''} <a href="/sheets/${encodeURIComponent(sheet.id)}/indicators/${encodeURIComponent(indicator.id)}">${say('overYears')}</a></p>
${indicator.values.length > 0 || indicator.achievement ? valuesTable(view, sheet, indicator) : ''}
${description ? html`<p>${description}</p>` : ''}
${targetRationale ? html`<p><span class="label">${say('rationale')}</span> ${targetRationale}</p>` : ''}
</section>`;
}

function valuesTable(view: View, sheet: RevisedSheet, indicator: Indicator): Html {
  const { say, language } = view;
  const { values } = indicator;
  const achievements = [
    ...(indicator.achievement ? [indicator.achievement] : []),
    ...(indicator.pastAchievements ?? []),
  ];
  const years = [
    ...new Set([...values, ...achievements].map((value) => value.fiscalYear)),
  ].toSorted((a, b) => a - b);
  const types = TYPES.filter((type) => values.some((value) => value.type === type));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${indicator.name}"><table>
<thead><tr><td></td>${years.map(
    (year) =>
      html`<th scope="col"${year === sheet.fiscalYear ? html` class="evaluated" title="${say('evaluated')}"` : ''}>${fiscalYearWords(year, language)}</th>`,
  )}</tr></thead>
<tbody>
${types.map(
  (type) =>
    html`<tr><th scope="row">${say(type)}</th>${years.map(
      (year) =>
        html`<td>${values
          .filter((value) => value.type === type && value.fiscalYear === year)
          .map((value, n) =>
            valueCell(
              view,
              sheet,
              value,
              `${anchorOf(indicator.id)}-${year}-${type}${n > 0 ? `-${n + 1}` : ''}`,
            ),
          )}</td>`,
    )}</tr>`,
)}
${
  achievements.length === 0
    ? ''
    : html`<tr><th scope="row">${say('achievement')}</th>${years.map(
        (year) =>
          html`<td>${achievements
            .filter((one) => one.fiscalYear === year)
            .map((one) => achievementCell(view, sheet, indicator, one))}</td>`,
      )}</tr>`
}
</tbody></table></div>`;
}

function valueCell(view: View, sheet: RevisedSheet, value: IndicatorValue, id: string): Html {
  const { say, language } = view;
  const { status, text, throughFiscalYear } = value;
  const correctable = { field: 'value', read: text, value: value.value };
  const content = html`${text}${throughFiscalYear ? html` <small>${say('through', { year: fiscalYearWords(throughFiscalYear, language) })}</small>` : ''}`;
  const kind = `value ${status}`;
  return html`${placed(view, { sheet: sheet.id, at: [value.at], content, id, kind, correctable })}${
    status === 'reported' ? '' : html` <small class="status">${say(`status.${status}`)}</small>`
  }${correctedNote(view, value.corrected)}`;
}

function achievementCell(
  view: View,
  sheet: RevisedSheet,
  indicator: Indicator,
  { fiscalYear: year, text, ratio, check, arithmetic, corrected, at }: Achievement,
): Html {
  const { say } = view;
  const correctable = { field: 'achievement', read: text, value: ratio };
  const id = `${anchorOf(indicator.id)}-${year}-achievement`;
  return html`${placed(view, { sheet: sheet.id, at: [at], content: text, id, correctable })} <small class="check ${check}" title="${arithmetic}">${say(`check.${check}`)}</small>${correctedNote(view, corrected)}`;
}
