import { html } from 'hono/html';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import type { Initiative, Item, Phase } from '../../parsers/records/initiative.ts';
import { correctedNote } from '../parts/corrected.ts';
import { placed, sheetAddress } from '../parts/place.ts';
import type { Html, View } from '../view.ts';

const PHASES: readonly Phase[] = ['overview', 'result', 'improvement'];

/** The narrative: what was done, reached, and is to be improved. */
export function initiativesPart(view: View, sheet: RevisedSheet): Html | '' {
  const { say } = view;
  if (sheet.initiatives.length === 0) return '';
  return html`<section id="initiatives"><h2>${say('initiatives')}</h2>
<p><a href="${sheetAddress(sheet.id)}/follow-up">${say('whatBecame')}</a></p>
${sheet.initiatives.map((initiative) => one(view, sheet, initiative))}
</section>`;
}

function one(view: View, sheet: RevisedSheet, { number, title, items }: Initiative): Html {
  const { say } = view;
  const heading = [number, title].filter(Boolean).join(' ') || say('noInitiative');
  return html`<section class="initiative"><h3>${heading}</h3>
${PHASES.map((phase) => {
  const said = items.filter((item) => item.phase === phase);
  if (said.length === 0) return '';
  return html`<h4>${say(`phase.${phase}`)}</h4><ul class="items">
${said.map((item) => itemLine(view, sheet, number, item))}
</ul>`;
})}
</section>`;
}

const itemLine = (view: View, sheet: RevisedSheet, number: string | null, item: Item): Html =>
  html`<li><span class="marker">${item.marker ?? ''}</span>${placed(view, {
    ...{ sheet: sheet.id, at: item.at, content: item.text, kind: 'text' },
    id: `item-${number ?? 'none'}-${item.phase}-${item.ordinal}`,
    correctable: { field: 'item' },
  })}${correctedNote(view, item.corrected)}</li>`;
