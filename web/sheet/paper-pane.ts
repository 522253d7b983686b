import { html } from 'hono/html';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { WORKER } from '../assets/assets.ts';
import { assetUrl } from '../parts/layout.ts';
import { pdfAddress } from '../parts/place.ts';
import type { Html, View } from '../view.ts';

/** Where the pages are drawn; without script, a link to each of them. */
export function paperPane(view: View, { id, pages }: RevisedSheet): Html {
  const { say, assets } = view;
  const numbers = Array.from({ length: pages.to - pages.from + 1 }, (_, n) => pages.from + n);
  return html`<aside class="paper" id="paper" aria-label="${say('paper')}" tabindex="-1"
 data-pdf="${pdfAddress(view, id)}" data-first="${pages.from}"
 data-style="${assetUrl(view, 'viewerStyle')}" data-worker="/static/${assets.pdfjs}/${WORKER}" data-pdfjs="/static/${assets.pdfjs}/"
 data-fails="${say('paperFails')}" data-waits="${say('paperWaits')}" data-framed="${say('framed')}">
<div class="bar">
<nav aria-label="${say('pages')}"><ol class="pages">
${numbers.map(
  (page) =>
    html`<li><a id="p${page}" data-page="${page}" href="${pdfAddress(view, id)}#page=${page}" aria-label="${say('page', { n: page })}">${page}</a></li>`,
)}
</ol></nav>
<span class="tools" hidden>
${view.visitor.may.correct ? html`<button type="button" data-correct hidden>${say('correct')}</button>` : ''}
<button type="button" data-zoom="out" aria-label="${say('zoomOut')}">−</button>
<button type="button" data-zoom="in" aria-label="${say('zoomIn')}">＋</button>
<button type="button" data-zoom="fit">${say('zoomFit')}</button>
<button type="button" data-close>${say('closePaper')}</button>
</span>
</div>
<p class="told" role="status"></p>
<div class="stage"><div class="view" tabindex="0" role="region" aria-label="${say('paper')}" hidden><div class="pdfViewer"></div></div></div>
</aside>
<button type="button" class="open-paper" data-open hidden>${say('openPaper')}</button>`;
}
