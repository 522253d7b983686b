import { html } from 'hono/html';
import type { DocumentView } from '../../lambdas/store/find-documents.ts';
import type { Html, View } from '../view.ts';
import { moment } from '../words/dates.ts';
import { isWordName } from '../words/words.ts';
import { sheetAddress } from './place.ts';

export const newestFirst = (documents: readonly DocumentView[]): DocumentView[] =>
  documents.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));

/** The name of the file that was uploaded: the last part of its key. */
const fileNameOf = ({ keys, sha256 }: Pick<DocumentView, 'keys' | 'sha256'>): string =>
  keys.at(-1)?.split('/').at(-1) ?? sha256 ?? '';

/** A file, when it came, and what became of it. */
export const documentLine = (view: View, document: DocumentView): Html =>
  html`<b class="file">${fileNameOf(document)}</b> <span class="facts">${document.pages === null ? '' : html`${view.say('pagesOf', { n: document.pages })}・`}${moment(document.receivedAt, view.language)}</span><br>${outcome(view, document)}`;

/** What became of a file: its sheets, or why it was refused and what can be done. */
function outcome({ say }: View, { status, error, sheetIds }: DocumentView): Html {
  const name = `refused.${error?.code}`;
  const why = error && (isWordName(name) ? say(name) : error.message);
  return html`<span class="status ${status.toLowerCase()}">${say(`document.${status}`)}</span>${
    why ? html` <span class="why">${why}</span>` : ''
  }${sheetIds.map((id, n) => html`${n > 0 ? '・' : ' '}<a href="${sheetAddress(id)}">${id}</a>`)}`;
}
