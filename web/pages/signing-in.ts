import { html } from 'hono/html';
import { layout } from '../parts/layout.ts';
import { signInAddress } from '../sign-in/sign-in.ts';
import type { Html, View } from '../view.ts';

export type SignInRefusal = 'signInFailed' | 'tokenTooLarge' | 'mayNotRead';

/** Why somebody is not let in, and what to do. */
export function refusedPage(view: View, why: SignInRefusal): Html {
  const { say, here } = view;
  const again = why === 'signInFailed' ? signInAddress(new URL('/', here)) : undefined;
  const body = html`<h1>${say(why)}</h1>
<p>${say(`${why}Hint`)}</p>
${again ? html`<p><a href="${again}">${say('signIn')}</a></p>` : ''}`;
  return layout(view, { title: say(why), body });
}

/** Goes on by itself to where one signs out of the issuer too. */
export function leavingPage(view: View, to: URL): Html {
  const { say } = view;
  const body = html`<h1>${say('leaving')}</h1>
<p><a href="${to.href}">${say('goOn')}</a></p>`;
  return layout(view, { title: say('leaving'), body, goesOnTo: to.href });
}
