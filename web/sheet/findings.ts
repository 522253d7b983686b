import { html } from 'hono/html';
import { inJapanese } from '../../lambdas/analysis/findings-ja.ts';
import type { RevisedSheet } from '../../lambdas/domain/summary.ts';
import { withSeverity } from '../../parsers/records/warning.ts';
import { placed } from '../parts/place.ts';
import type { Html, View } from '../view.ts';

/** What the reader doubts and the paper contradicts; each leads to its place. */
export function findingsPart(view: View, { id, warnings }: RevisedSheet): Html | '' {
  const { say, language } = view;
  if (warnings.length === 0) return '';
  const said = warnings.map(withSeverity);
  return html`<section id="findings"><h2>${say('cautions')} <small>${say('count', { n: said.length })}</small></h2>
<ul class="findings">
${said.map((finding) => {
  const sentence = language === 'ja' ? inJapanese(finding) : finding.message;
  const content = html`<b>${say(`code.${finding.code}`)}</b> ${sentence}`;
  const at = finding.at ? [finding.at] : [];
  return html`<li class="${finding.severity}"><span class="severity">${say(`severity.${finding.severity}`)}</span> ${placed(view, { sheet: id, at, content, kind: 'text' })}</li>`;
})}
</ul></section>`;
}
