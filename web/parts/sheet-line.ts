import { html } from 'hono/html';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import { sheetAddress } from './place.ts';

/** What lists know of a sheet. */
export interface SheetLine {
  readonly id: string;
  readonly publisher: string;
  readonly fiscalYear: number;
  readonly programName?: string;
  readonly number: string | null;
  readonly title: string;
  readonly subtitle?: string | null;
  readonly department: string | null;
  readonly grade?: string | null;
}

/** Number and title, as people name a sheet. */
export const sheetTitle = ({
  number,
  title,
  subtitle,
}: Pick<SheetLine, 'number' | 'title' | 'subtitle'>) =>
  [number, title, subtitle].filter(Boolean).join(' ');

/** A sheet as a link with what tells it from others. */
export function sheetLine({ language }: View, sheet: SheetLine, hash = ''): Html {
  const facts = [fiscalYearWords(sheet.fiscalYear, language), sheet.programName, sheet.department];
  return html`<a href="${sheetAddress(sheet.id, hash)}">${sheetTitle(sheet)}</a> <span class="facts">${facts.filter(Boolean).join('・')}</span>`;
}
