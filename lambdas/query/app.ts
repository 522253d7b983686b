import { OpenAPIHono } from '@hono/zod-openapi';
import { notFound } from './answers.ts';
import type { QueryPorts } from './api.ts';
import { keepsTypes } from './contract.ts';
import { addChanges } from './endpoints/changes.ts';
import { addCorrections } from './endpoints/corrections.ts';
import { addDataPackage } from './endpoints/data-package.ts';
import { addDocs } from './endpoints/docs.ts';
import { addDocuments } from './endpoints/documents.ts';
import { addFacets } from './endpoints/facets.ts';
import { addFeed } from './endpoints/feed.ts';
import { addFindings } from './endpoints/findings.ts';
import { addFollowUp } from './endpoints/follow-up.ts';
import { addHealth } from './endpoints/health.ts';
import { addIndicators } from './endpoints/indicators.ts';
import { addInitiatives } from './endpoints/initiatives.ts';
import { addObservations } from './endpoints/observations.ts';
import { addOpenApi } from './endpoints/openapi.ts';
import { addPage } from './endpoints/page.ts';
import { addPublishers } from './endpoints/publishers.ts';
import { addRevisions } from './endpoints/revisions.ts';
import { addSearch } from './endpoints/search.ts';
import { addSeries } from './endpoints/series.ts';
import { addSheets } from './endpoints/sheets.ts';
import { addUploads } from './endpoints/uploads.ts';
import { addHttp } from './http.ts';
import { parameterProblem } from './parameters.ts';
import { problemOf, problemResponse } from './problem.ts';
import { addSignedIn } from './signed-in.ts';

/** The query API: `app.fetch(Request)` answers; it only reads, but for corrections. */
export function makeApp(ports: QueryPorts) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) throw parameterProblem(result.error, c.req.queries());
    },
  });
  addHttp(app, ports);
  app.use(keepsTypes(app));
  if (ports.signIn) addSignedIn(app, { ...ports, signIn: ports.signIn });

  addHealth(app);
  addDocuments(app, ports);
  addUploads(app, ports);
  addSheets(app, ports);
  addRevisions(app, ports);
  addPublishers(app, ports);
  addIndicators(app, ports);
  addSeries(app, ports);
  addInitiatives(app, ports);
  addObservations(app, ports);
  addSearch(app, ports);
  addFindings(app, ports);
  addChanges(app, ports);
  addFollowUp(app, ports);
  addFacets(app, ports);
  addFeed(app, ports);
  addCorrections(app, ports);
  addDataPackage(app);
  addOpenApi(app, ports);
  if (ports.assets) addPage(app, { ...ports, assets: ports.assets });
  addDocs(app, ports);

  app.notFound((c) => problemResponse(notFound(`address ${c.req.path}`)));
  app.onError((error) => problemResponse(problemOf(error)));
  return app;
}
