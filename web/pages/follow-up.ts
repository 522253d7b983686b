import { html } from 'hono/html';
import type { FollowUp } from '../../lambdas/analysis/follow-up.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { correctedNote } from '../parts/corrected.ts';
import { layout } from '../parts/layout.ts';
import { elsewhere } from '../parts/place.ts';
import { sheetLine, sheetTitle } from '../parts/sheet-line.ts';
import type { Html, View } from '../view.ts';

interface Answer {
  readonly next: string | null;
  readonly items: readonly FollowUp[];
}

/** What was to be improved, beside what the next year's sheet says of it. */
export async function followUpPage(view: View, id: string): Promise<Html> {
  const { ask, say } = view;
  const path = `/v1/sheets/${encodeURIComponent(id)}`;
  const [sheet, { next, items }] = await Promise.all([
    ask.one<RevisedSheet>(path),
    ask.one<Answer>(`${path}/follow-up`),
  ]);
  const after =
    next === null
      ? undefined
      : await ask.one<RevisedSheet>(`/v1/sheets/${encodeURIComponent(next)}`);
  const body = html`<h1>${say('followUp')}</h1>
<p>${sheetLine(view, sheet)}${after ? html` → ${sheetLine(view, after)}` : ''}</p>
<p class="hint">${say('followUpHint')}</p>
${after ? '' : html`<p class="notice">${say('noNext')}</p>`}
${items.length === 0 ? html`<p>${say('noPromise')}</p>` : ''}
<ol class="follow-up">${items.map((item) => pair(view, id, item, after !== undefined))}</ol>`;
  return layout(view, {
    title: `${sheetTitle(sheet)} – ${say('followUp')}`,
    ...{ body, at: '/sheets', data: { JSON: `${path}/follow-up` } },
  });
}

function pair(
  view: View,
  sheet: string,
  { promised, followedBy }: FollowUp,
  isFollowed: boolean,
): Html {
  const { say } = view;
  const [place] = promised.at;
  return html`<li><div class="promised">${place ? elsewhere(sheet, place, promised.text) : promised.text}${correctedNote(view, promised.corrected)}</div>
<div class="answers">${followedBy.length === 0 && isFollowed ? html`<p class="hint">${say('noAnswer')}</p>` : ''}
${followedBy.map(
  ({ sheet: next, at: [at], text, corrected, phase, score, shared }) => html`<div class="answer">
<p class="facts">${say(`phase.${phase}`)}・${say('likeness', { n: score })}</p>
<p>${at ? elsewhere(next, at, text) : text}${correctedNote(view, corrected)}</p>
<p class="facts">${say('shared')}: ${shared.join('、')}</p></div>`,
)}
</div></li>`;
}
