import { createServer, maxHeaderSize, type Server } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { Problem, problemOf, problemResponse } from '../../lambdas/query/problem.ts';
import { answerUnreadable, type Fault } from './unreadable.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** A server of a fetch handler that tells what it cannot read by a problem document too. */
export function createApiServer(fetch: Fetch): Server {
  const errorHandler = (error: unknown) =>
    problemResponse(
      error instanceof RequestError
        ? new Problem('malformed-request', `${error.message}.`)
        : problemOf(error),
    );
  // A request without a Host is refused by the handler, not by an empty answer of node's.
  const server = createServer(
    { requireHostHeader: false },
    getRequestListener(fetch, { errorHandler }),
  );
  answerUnreadable(server, async (fault, response) => {
    const problem = problemResponse(PROBLEMS[fault]());
    response.writeHead(problem.status, Object.fromEntries(problem.headers));
    response.end(await problem.text());
  });
  return server;
}

const PROBLEMS: Readonly<Record<Fault, () => Problem>> = {
  malformed: () =>
    new Problem(
      'malformed-request',
      'This is no HTTP request: what an address has beside ASCII is UTF-8, and escaped where there is a body.',
    ),
  'address-too-long': () =>
    new Problem('address-too-long', `Address and headers have at most ${maxHeaderSize} bytes.`),
  'headers-too-large': () =>
    new Problem('headers-too-large', `Address and headers have at most ${maxHeaderSize} bytes.`),
  'too-slow': () => new Problem('too-slow', 'The request did not come to its end in time.'),
};
