import { OpenAPIHono } from '@hono/zod-openapi';
import { notFound } from './answers.ts';
import type { Ports } from './api.ts';
import { addDocuments } from './endpoints/documents.ts';
import { addHealth } from './endpoints/health.ts';
import { addIndicators } from './endpoints/indicators.ts';
import { addRevisions } from './endpoints/revisions.ts';
import { addSearch } from './endpoints/search.ts';
import { addSeries } from './endpoints/series.ts';
import { addSheets } from './endpoints/sheets.ts';
import { parameterProblem } from './parameters.ts';
import { Problem, problemResponse } from './problem.ts';

/** The query API: `app.fetch(Request)` answers; it only reads. */
export function makeApp(ports: Ports) {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw parameterProblem(result.error);
    },
  });

  addHealth(app);
  addDocuments(app, ports);
  addSheets(app, ports);
  addRevisions(app, ports);
  addIndicators(app, ports);
  addSeries(app, ports);
  addSearch(app, ports);
  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'shisaku', version: '1', description: 'Policy evaluation sheets as numbers' },
  });

  for (const path of new Set(app.routes.map((route) => route.path))) {
    app.all(path, (c) => {
      const detail = `${c.req.method} is not a method of ${c.req.path}; GET is.`;
      const response = problemResponse(new Problem('method-not-allowed', detail));
      response.headers.set('allow', 'GET, HEAD');
      return response;
    });
  }
  app.notFound((c) => problemResponse(notFound(`address ${c.req.path}`)));
  app.onError((error) => {
    if (error instanceof Problem) return problemResponse(error);
    console.error(error);
    return problemResponse(new Problem('internal-error', 'Something went wrong on our side.'));
  });
  return app;
}
