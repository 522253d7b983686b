import { html } from 'hono/html';
import type { Finding } from '../../lambdas/analysis/findings.ts';
import type { Html, View } from '../view.ts';
import { elsewhere, sheetAddress } from './place.ts';
import { sheetLine } from './sheet-line.ts';

/** A finding of any sheet, as an entry of a list; it leads to its place. */
export function findingLine(view: View, finding: Finding): Html {
  const { say, language } = view;
  const { sheet, at, severity, code } = finding;
  const sentence = html`<b>${say(`code.${code}`)}</b> ${language === 'ja' ? finding.messageJa : finding.message}`;
  const said = at
    ? elsewhere(sheet, at, sentence)
    : html`<a href="${sheetAddress(sheet)}">${sentence}</a>`;
  return html`<li class="${severity}"><span class="severity">${say(`severity.${severity}`)}</span> ${said}<br>${sheetLine(view, { ...finding, id: sheet })}</li>`;
}
