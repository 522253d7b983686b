import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { notFound } from '../answers.ts';
import type { Api, QueryPorts } from '../api.ts';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>shisaku: API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
`;

const START = `SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });`;

/** Files of swagger-ui-dist, and their types. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
  ['favicon-32x32.png', 'image/png'],
]);

/** A page to read and try the API, from files of this machine alone; PDFs and large answers come from the bucket. */
export function addDocs(app: Api, { bucket }: QueryPorts): void {
  const headers: MiddlewareHandler = async (c, next) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Swagger UI sets style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", await bucket.origin()],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    })(c, next);
  for (const path of ['/', '/docs/']) app.get(path, (c) => c.redirect('/docs', 302));
  app.get('/docs', headers, (c) => c.html(PAGE));
  app.get('/docs/start.js', headers, (c) =>
    c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/docs/:file', headers, async (c) => {
    const { file } = c.req.param();
    const type = FILES.get(file);
    if (type === undefined) throw notFound(`file ${file}`);
    const path = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${file}`));
    return c.body(await readFile(path), 200, { 'content-type': type });
  });
}
