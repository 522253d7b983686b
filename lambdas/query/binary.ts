import { defaultIsContentTypeBinary } from 'hono/aws-lambda';

/** What Lambda has to send as bytes: of CSV, a text would lose its byte order mark. */
export const isBinary = (contentType: string): boolean =>
  contentType.startsWith('text/csv') || defaultIsContentTypeBinary(contentType);
