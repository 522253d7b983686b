/**
 * The API's app with nothing behind it: `node test/bench/fixed-app.ts FILE` answers each path of the JSON file
 * `{path: body}` with its body. Prints its address.
 */
import { readFileSync } from 'node:fs';
import { OpenAPIHono } from '@hono/zod-openapi';
import { createApiServer } from '../../cli/stack/api-server.ts';
import { HOST, listen } from '../../cli/stack/listen.ts';
import type { QueryPorts } from '../../lambdas/query/api.ts';
import { addHttp } from '../../lambdas/query/http.ts';

const bodies: Record<string, string> = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const app = new OpenAPIHono();
addHttp(app, {} as QueryPorts);
for (const [path, body] of Object.entries(bodies)) {
  app.get(path, (c) => c.body(body, 200, { 'content-type': 'application/json' }));
}
const port = await listen(createApiServer(app.fetch), 0);
console.log(`http://${HOST}:${port}`);
