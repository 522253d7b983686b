import { html } from 'hono/html';
import type { Unanswered } from '../ask.ts';
import { layout } from '../parts/layout.ts';
import type { Html, View } from '../view.ts';

/** What cannot be shown, and why; of our own faults no more than that they are. */
export function problemPage(view: View, problem: Unanswered | undefined): Html {
  const { say, language } = view;
  const detail = language === 'ja' ? problem?.inJapanese : problem?.message;
  const kind =
    problem && problem.status < 500 ? (problem.status === 404 ? 'notFound' : 'refused') : 'broken';
  const body = html`<h1>${say(kind)}</h1>
<p>${kind === 'notFound' ? say('notFoundHint') : (detail ?? '')}</p>
${problem ? html`<p class="facts">${problem.code}</p>` : ''}
<p><a href="/">${say('home')}</a></p>`;
  return layout(view, { title: say(kind), body });
}
