import { html } from 'hono/html';
import type { Place } from '../../parsers/records/place.ts';
import type { Html, View } from '../view.ts';
import { type CorrectableText, correctableBy } from './corrected.ts';

/** What an address ends in that frames this place: `#p3-56.7-120-90-130`. */
const placeHash = ({ page, box }: Place): string => `#p${page}-${box.join('-')}`;

export const pdfAddress = ({ visitor }: Pick<View, 'visitor'>, sheet: string): string =>
  `${visitor.api}/v1/sheets/${encodeURIComponent(sheet)}/pdf`;

export const sheetAddress = (sheet: string, hash = ''): string =>
  `/sheets/${encodeURIComponent(sheet)}${hash}`;

interface Placed {
  readonly sheet: string;
  readonly at: readonly Place[];
  readonly content: Html | string;
  readonly id?: string;
  /** what it is, for who does not see where it stands */
  readonly label?: string;
  readonly kind?: string;
  readonly correctable?: CorrectableText;
}

/**
 * Something that stands on the sheet's paper. It leads to the page of the PDF; where there is script, to the page beside
 * the record, with a frame around every place.
 */
export function placed(view: Pick<View, 'visitor'>, what: Placed): Html {
  const { sheet, at, content, id, label, kind = 'value', correctable } = what;
  const [first, ...more] = at;
  if (!first) return html`${content}`;
  return html`<a class="at ${kind}" href="${pdfAddress(view, sheet)}#page=${first.page}"${attributes(first, more, id)}${correctable ? correctableBy(correctable) : ''}${label ? html` title="${label}"` : ''}>${content}</a>`;
}

/** The same on a page that shows other things too: it leads to the sheet, which shows the place. */
export const elsewhere = (sheet: string, at: Place, content: Html | string): Html =>
  html`<a class="at value" href="${sheetAddress(sheet, placeHash(at))}"${attributes(at)}>${content}</a>`;

const attributes = (first: Place, more: readonly Place[] = [], id?: string): Html =>
  html`${id ? html` id="${id}"` : ''} data-at="${spot(first)}"${more.length > 0 ? html` data-more="${more.map(spot).join(';')}"` : ''}`;

const spot = ({ page, box }: Place): string => [page, ...box].join(' ');
