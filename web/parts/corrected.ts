import { html } from 'hono/html';
import type { Corrected } from '../../parsers/records/corrected.ts';
import type { Html, View } from '../view.ts';
import { moment } from '../words/dates.ts';

/** What may be corrected, as the API calls it, and what was read there. */
export interface CorrectableText {
  readonly field: string;
  /** where the element's own text is not all of it, or more */
  readonly read?: string;
  /** of a figure; null where it is none */
  readonly value?: number | null;
}

/** What a script needs to offer it. */
export const correctableBy = ({ field, read, value }: CorrectableText): Html =>
  html` data-field="${field}"${read === undefined ? '' : html` data-read="${read}"`}${value === undefined ? '' : html` data-value="${value ?? ''}"`}`;

/** What somebody said in place of what was read, who, when and why; with the way to take it back. */
export function correctedNote(view: View, corrected: Corrected | undefined): Html | '' {
  if (!corrected) return '';
  const { say, language } = view;
  const { id, by, at, reason } = corrected;
  return html` <ins class="corrected"><b>${correctionTold(view, corrected)}</b> <small>${say('by', { by, at: moment(at, language) })}：${reason}</small> <button type="button" data-take-back="${id}" hidden>${say('takeBack')}</button></ins>`;
}

/** The same where there is only a row of a table: what stands now, without who said so. */
export const correctedMark = (
  { say }: Pick<View, 'say'>,
  value: number | null,
  text: string | null,
): Html | '' =>
  value === null && text === null
    ? ''
    : html`<br><ins class="corrected">${say('corrected')}: ${text ?? value}</ins>`;

/** The correction itself: another figure or text, or that what was read is right. */
export function correctionTold(
  { say }: Pick<View, 'say'>,
  { text, value, read }: Pick<Corrected, 'text' | 'value' | 'read'>,
): string {
  if (text === read) return say('confirmed');
  const figure = value === null ? '' : String(value);
  return `${say('corrected')}: ${[text, figure].filter(Boolean).join(' ＝ ') || say('noFigure')}`;
}
