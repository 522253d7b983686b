import { html } from 'hono/html';
import type { Correction } from '../../lambdas/domain/corrections.ts';
import { correctionTold } from '../parts/corrected.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';
import { moment } from '../words/dates.ts';

export interface ListedCorrection extends Correction {
  readonly stands: boolean;
}

/** All that was corrected of a sheet, what does not stand any more included. */
export function correctionsPart(view: View, all: readonly ListedCorrection[]): Html | '' {
  const { say } = view;
  if (all.length === 0) return '';
  return html`<section id="corrections"><h2>${say('corrections')} <small>${say('count', { n: all.length })}</small></h2>
<p class="hint">${say('correctionsHint')}</p>
<ul class="lines">${all.map((one) => correctionLine(view, one))}</ul></section>`;
}

/** One correction: what was read, what is said instead, by whom, when and why. */
export function correctionLine(view: View, correction: ListedCorrection): Html {
  const { say, language } = view;
  const { id, sheetId, at, read, reason, by, time, stands } = correction;
  const said = placed(view, { sheet: sheetId, at: [at], content: read, kind: 'text' });
  return html`<li>${said} → <b>${correctionTold(view, correction)}</b> <span class="facts">${say('by', { by, at: moment(time, language) })}：${reason}・${say(stands ? 'stillStands' : 'standsNoMore')}</span>
<button type="button" data-take-back="${id}" hidden>${say('takeBack')}</button></li>`;
}
