import { html } from 'hono/html';
import type { Finding } from '../../lambdas/analysis/findings.ts';
import { address } from '../ask.ts';
import { facetGroup, facets, queryOf } from '../parts/facets.ts';
import { findingLine } from '../parts/finding-line.ts';
import { asTable, layout } from '../parts/layout.ts';
import type { Html, View } from '../view.ts';
import { fiscalYearWords } from '../words/dates.ts';
import { isWordName } from '../words/words.ts';

const NAMES = ['severity', 'code', 'fiscalYear', 'publisher', 'department', 'sheet'] as const;
const SEVERITIES = ['wrong', 'missing', 'note'] as const;
interface Facets {
  readonly counts: readonly { readonly value: string | number | null; readonly count: number }[];
}

/** Everything that the reader doubts and the paper contradicts, a page at a time. */
export async function findingsPage(view: View): Promise<Html> {
  const { ask, say, here, language } = view;
  const query = queryOf(here, NAMES);
  const cursor = here.searchParams.get('cursor') ?? undefined;
  const { fiscalYear: year, publisher, department } = query;
  const count = (by: string) =>
    ask.one<Facets>('/v1/facets', { of: 'findings', by, fiscalYear: year, publisher, department });
  const [{ items, nextCursor }, codes, years] = await Promise.all([
    ask.page<Finding>('/v1/findings', { ...query, cursor }),
    count('code'),
    count('fiscalYear'),
  ]);
  const told = (facet: Facets, name: (value: string) => string) =>
    facet.counts.flatMap(({ value, count }) =>
      value === null ? [] : [{ value: String(value), told: name(String(value)), count }],
    );
  const codeName = (code: string) => {
    const name = `code.${code}`;
    return isWordName(name) ? say(name) : code;
  };
  const groups = [
    html`<ul class="choices">${[undefined, ...SEVERITIES].map((severity) => {
      const href = address('/findings', { ...query, severity });
      const current = severity === query.severity ? html` aria-current="true"` : '';
      return html`<li><a href="${href}"${current}>${severity ? say(`severity.${severity}`) : say('all')}</a></li>`;
    })}</ul>`,
    facetGroup(view, { name: 'code', heading: say('kind') }, told(codes, codeName)),
    facetGroup(
      view,
      { name: 'fiscalYear', heading: say('fiscalYear') },
      told(years, (one) => fiscalYearWords(Number(one), language)),
    ),
  ];
  const body = html`<h1>${say('findings')}</h1>
<p class="hint">${say('needsLookHint')}</p>
${facets(view, groups)}
${items.length === 0 ? html`<p>${say('none')}</p>` : ''}
<ul class="findings">${items.map((finding) => findingLine(view, finding))}</ul>
${nextCursor ? html`<p><a href="${address('/findings', { ...query, cursor: nextCursor })}">${say('next')}</a></p>` : ''}`;
  const data = asTable('/v1/findings', query);
  return layout(view, { title: say('findings'), body, at: '/findings', data });
}
