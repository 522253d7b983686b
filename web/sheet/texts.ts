import { html } from 'hono/html';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { correctedNote } from '../parts/corrected.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';

type Part = (view: View, sheet: RevisedSheet) => Html | '';

export const progressPart: Part = (view, { id, progress }) =>
  progress === null
    ? ''
    : html`<section id="progress"><h2>${view.say('progress')}</h2>
<p>${placed(view, {
        ...{ sheet: id, at: [progress.at], label: view.say('progress'), kind: 'grade' },
        content: html`<b>${progress.grade}</b>${progress.label ? `（${progress.label}）` : ''}`,
        correctable: { field: 'grade', read: progress.grade },
      })}${correctedNote(view, progress.corrected)}</p>
${
  progress.reason === null
    ? ''
    : html`<p>${placed(view, { sheet: id, at: progress.reasonAt, label: view.say('reason'), content: progress.reason, kind: 'text', correctable: { field: 'reason' } })}${correctedNote(view, progress.reasonCorrected)}</p>`
}
</section>`;

export const goalsPart: Part = (view, { id, goals }) =>
  goals.length === 0
    ? ''
    : html`<section id="goals"><h2>${view.say('goals')}</h2>
${goals.map(
  ({ text, at, corrected }, n) =>
    html`<p>${placed(view, { sheet: id, at, content: text, id: `goal-${n + 1}`, kind: 'text', correctable: { field: 'goal' } })}${correctedNote(view, corrected)}</p>`,
)}
</section>`;

export const ratingsPart: Part = (view, { id, ratings = [] }) =>
  ratings.length === 0
    ? ''
    : html`<section id="ratings"><h2>${view.say('ratings')}</h2><dl class="pairs">
${ratings.map(
  ({ name, path, text, at, corrected }, n) =>
    html`<div><dt>${under(path)}${name}</dt><dd>${placed(view, { sheet: id, at: [at], content: text, id: `rating-${n + 1}`, correctable: { field: 'rating' } })}${correctedNote(view, corrected)}</dd></div>`,
)}
</dl></section>`;

export const fieldsPart: Part = (view, { id, fields = [] }) =>
  fields.length === 0
    ? ''
    : html`<section id="fields"><h2>${view.say('fields')}</h2><dl class="fields">
${fields.map(
  ({ label, path, text, at, corrected }, n) =>
    html`<div><dt>${under(path)}${label}</dt><dd>${placed(view, { sheet: id, at, content: text, id: `field-${n + 1}`, kind: 'text', correctable: { field: 'field' } })}${correctedNote(view, corrected)}</dd></div>`,
)}
</dl></section>`;

export const leftoversPart: Part = (view, { id, leftovers }) =>
  leftovers.length === 0
    ? ''
    : html`<section id="leftovers"><details><summary><h2>${view.say('leftovers')} <small>${view.say('count', { n: leftovers.length })}</small></h2></summary>
<p class="hint">${view.say('leftoversHint')}</p><ul class="plain">
${leftovers.map(
  ({ text, at }) => html`<li>${placed(view, { sheet: id, at, content: text, kind: 'text' })}</li>`,
)}
</ul></details></section>`;

/** What a label stands under, before it. */
export const under = (path: readonly string[] = []): Html | '' =>
  path.length === 0 ? '' : html`<span class="under">${path.join(' › ')} › </span>`;
