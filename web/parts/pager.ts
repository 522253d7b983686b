import { html } from 'hono/html';
import type { Html, View } from '../view.ts';

interface Shown {
  readonly from: number;
  readonly size: number;
  readonly total: number;
}

/** What of a long list is shown, and the way to the rest; `address` may have parameters. */
export function pager({ say }: View, address: string, { from, size, total }: Shown): Html | '' {
  if (total === 0) return '';
  const to = Math.min(from + size, total);
  const at = (next: number) => `${address}${address.includes('?') ? '&' : '?'}from=${next}`;
  return html`<p class="pager" role="status">${say('shown', { total, from: from + 1, to })}
${from > 0 ? html`<a href="${at(Math.max(0, from - size))}" rel="prev">${say('previous')}</a>` : ''}
${to < total ? html`<a href="${at(to)}" rel="next">${say('next')}</a>` : ''}</p>`;
}
