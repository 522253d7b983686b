import type { IncomingMessage } from 'node:http';
import { isLoopbackOrigin } from '../loopback.ts';

/** Lets the pages of this machine upload by a form and follow presigned URLs, and no others. */
export function corsHeaders({ headers, method }: IncomingMessage): Record<string, string> {
  const { origin } = headers;
  if (!origin || !isLoopbackOrigin(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'etag, location, x-amz-request-id',
    vary: 'origin',
    ...(method === 'OPTIONS' && {
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
      'access-control-max-age': '3600',
    }),
  };
}
