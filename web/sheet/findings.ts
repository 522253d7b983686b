import { html } from 'hono/html';
import { findingInJapanese } from '../../lambdas/analysis/findings-ja.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { type Severity, type Warning, withSeverity } from '../../parsers/records/warning.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';

/**
 * What the reader doubts and the paper contradicts; each leads to its place. Notes stay folded: there may be one for each
 * figure.
 */
export function findingsPart(view: View, { id, warnings }: RevisedSheet): Html | '' {
  const { say } = view;
  if (warnings.length === 0) return '';
  const said = warnings.map(withSeverity);
  const notes = said.filter(({ severity }) => severity === 'note');
  const others = said.filter(({ severity }) => severity !== 'note');
  const list = (some: typeof said) =>
    html`<ul class="findings">${some.map((finding) => findingItem(view, id, finding))}</ul>`;
  return html`<section id="findings"><h2>${say('cautions')} <small>${say('count', { n: said.length })}</small></h2>
${others.length > 0 ? list(others) : ''}
${notes.length > 0 ? html`<details><summary>${say('severity.note')} <small>${say('count', { n: notes.length })}</small></summary>${list(notes)}</details>` : ''}
</section>`;
}

function findingItem(view: View, sheet: string, finding: Warning & { severity: Severity }): Html {
  const { say, language } = view;
  const sentence = language === 'ja' ? findingInJapanese(finding) : finding.message;
  const content = html`<b>${say(`code.${finding.code}`)}</b> ${sentence}`;
  const at = finding.at ? [finding.at] : [];
  return html`<li class="${finding.severity}"><span class="severity">${say(`severity.${finding.severity}`)}</span> ${placed(view, { sheet, at, content, kind: 'text' })}</li>`;
}
