import { type Context, Hono, type Next } from 'hono';
import { accepts } from 'hono/accepts';
import { except } from 'hono/combine';
import { Unanswered } from './ask.ts';
import { typeOf } from './assets/assets.ts';
import { guarded } from './guarded.ts';
import { negotiated } from './negotiated.ts';
import { changesPage } from './pages/changes.ts';
import { correctionsPage } from './pages/corrections.ts';
import { documentsPage } from './pages/documents.ts';
import { findingsPage } from './pages/findings.ts';
import { followUpPage } from './pages/follow-up.ts';
import { homePage } from './pages/home.ts';
import { indicatorsPage } from './pages/indicators.ts';
import { problemPage } from './pages/problem.ts';
import { searchPage } from './pages/search.ts';
import { seriesChart, seriesPage } from './pages/series.ts';
import { sheetPage } from './pages/sheet.ts';
import { sheetsPage } from './pages/sheets.ts';
import { leavingPage, refusedPage, type SignInRefusal } from './pages/signing-in.ts';
import { seriesOfIndicator } from './series-of.ts';
import { makeSignIn, signInAddress } from './sign-in/sign-in.ts';
import { anybody, visitorIn } from './sign-in/visitor.ts';
import type { Html, Site, View } from './view.ts';
import { saying } from './words/words.ts';

const YEAR_SECONDS = 31_536_000;

/** The page for people: HTML that is made from the API's answers, and the files that it loads. */
export function makePages(site: Site): Hono {
  const { ask, assets, bucketOrigin, signIn } = site;
  const app = new Hono();
  app.get('/static/:path{.+}', async (c) => {
    const path = c.req.param('path');
    const file = await (await assets).read(path);
    if (!file) return c.text('', 404);
    return c.body(file, 200, {
      'content-type': typeOf(path),
      'cache-control': `public, max-age=${YEAR_SECONDS}, immutable`,
      'x-content-type-options': 'nosniff',
    });
  });

  const html = guarded(bucketOrigin);
  const viewOf = async (c: Context): Promise<View> => {
    const { language, here } = negotiated(c);
    const visitor = signIn ? await visitorIn(c, signIn) : anybody(site.mayWrite);
    return { language, here, say: saying(language), ask, assets: await assets, visitor };
  };
  const refused = async (c: Context, why: SignInRefusal) => {
    const view = await viewOf(c);
    c.header('cache-control', 'no-store');
    return c.html(refusedPage(view, why), why === 'mayNotRead' ? 403 : 401);
  };
  if (signIn) {
    const leaving = async (c: Context, to: URL) => c.html(leavingPage(await viewOf(c), to));
    for (const path of ['/sign-in/*', '/sign-out']) app.use(path, html);
    app.route('/', makeSignIn(signIn, { refused, leaving }));
    app.use(
      except('/v1/*', async (c, next) => {
        const { name, may } = await visitorIn(c, signIn);
        if (may.read) return next();
        if (name === null) return c.redirect(signInAddress(new URL(c.req.url)), 303);
        return html(c, async () => {
          c.res = await refused(c, 'mayNotRead');
        });
      }),
    );
  }
  const show = (path: string, page: (view: View, id: string) => Promise<Html>) =>
    app.get(path, html, async (c) => {
      const view = await viewOf(c);
      try {
        return await c.html(await page(view, c.req.param('id') ?? ''));
      } catch (error) {
        const problem = error instanceof Unanswered ? error : undefined;
        if (!problem || problem.status >= 500) console.error(error);
        return c.html(problemPage(view, problem), (problem?.status ?? 500) as 404);
      }
    });

  app.get('/sheets/:id/indicators/:indicator', async (c) => {
    const { id, indicator } = c.req.param();
    const series = await seriesOfIndicator(ask, id, indicator);
    return c.redirect(
      series ? `/series/${encodeURIComponent(series)}` : `/sheets/${encodeURIComponent(id)}`,
      303,
    );
  });
  app.get('/series/:id/chart.svg', html, async (c) => {
    const drawn = await seriesChart(await viewOf(c), c.req.param('id'));
    return c.body(String(await drawn), drawn ? 200 : 404, {
      'content-type': 'image/svg+xml; charset=utf-8',
    });
  });

  show('/', homePage);
  show('/sheets', sheetsPage);
  show('/sheets/:id', sheetPage);
  show('/sheets/:id/follow-up', followUpPage);
  show('/series/:id', seriesPage);
  show('/indicators', indicatorsPage);
  show('/changes', changesPage);
  show('/findings', findingsPage);
  show('/corrections', correctionsPage);
  show('/search', searchPage);
  show('/documents', documentsPage);

  const others = async (c: Context, next: Next) => {
    if (!asksForPage(c)) return next();
    return html(c, async () => {
      const view = await viewOf(c);
      const [detail, detailJa] = ['There is no such address.', 'そのアドレスはありません。'];
      const problem = new Unanswered(404, { code: 'not-found', detail, detailJa });
      c.res = await c.html(problemPage(view, problem), 404);
    });
  };
  app.get('*', except(['/v1/*', '/docs', '/docs/*'], others));
  return app;
}

/** As browsers do; a program that takes anything gets what the API says. */
const asksForPage = (c: Context): boolean =>
  accepts(c, {
    header: 'Accept',
    supports: ['text/html', 'application/json'],
    default: 'application/json',
  }) === 'text/html';
