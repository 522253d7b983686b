import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { S3Event } from 'aws-lambda';
import { HOST, listen, shut } from '../listen.ts';
import { isLoopbackHost, isLoopbackOrigin } from '../loopback.ts';
import { answerUnreadable, type Fault } from '../unreadable.ts';
import { authorize, type Credentials } from './authorize.ts';
import { corsHeaders } from './cors.ts';
import { S3Error } from './errors.ts';
import type { Reply } from './operations/operation.ts';
import { isFormPost, postObject } from './operations/post.ts';
import { checkKey, checkSize, readRequest } from './request.ts';
import { route } from './routes.ts';
import { DiskStorage } from './storage.ts';
import { toXml } from './xml.ts';

export interface S3ServerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly dir: string;
  /** Made where it is missing. */
  readonly bucket: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Takes the event of each change before the client has its answer: what it throws, the client sees as a 500. */
  readonly onEvent: (event: S3Event) => Promise<void>;
  readonly log: (line: string) => void;
}

export interface S3Server {
  readonly port: number;
  close(graceMs: number): Promise<void>;
}

/** The part of S3 that this project and the usual clients need, on loopback, path-style, durable under `dir`. */
export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const { credentials, log } = options;
  const storage = await DiskStorage.open(options.dir, options.region, options.onEvent);
  await storage.create(options.bucket);

  async function answer(message: IncomingMessage, requestId: string): Promise<Reply> {
    if (!isLoopbackHost(message.headers.host)) {
      throw new S3Error('AccessDenied', `This server answers to ${HOST} only.`);
    }
    if (message.method === 'OPTIONS') return { status: isPageOfOurs(message) ? 200 : 403 };
    const request = readRequest(message);
    checkSize(request);
    if (isFormPost(request)) {
      // Any page may have a browser send a form: only those of this machine are let in.
      if (message.headers.origin !== undefined && !isPageOfOurs(message)) {
        throw new S3Error('AccessDenied', `Forms are taken from pages of ${HOST} only.`);
      }
      return postObject({ request, storage, requestId }, credentials, Date.now());
    }
    const payload = authorize(request, credentials, Date.now());
    checkKey(request.key);
    return route(request)({ request, payload, storage, requestId });
  }

  const server = createServer(async (message, response) => {
    const requestId = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    response.setHeaders(new Map(Object.entries(corsHeaders(message))));
    try {
      await send(await answer(message, requestId), message, response);
    } catch (error) {
      if (clientLeft(error, message)) return;
      if (!(error instanceof S3Error)) log(`s3: ${message.method} ${message.url}: ${error}`);
      if (response.headersSent) response.destroy();
      else await send(errorReply(error, message, requestId), message, response).catch(() => {});
    }
  });
  answerUnreadable(server, (fault, response) => {
    void send(errorReply(UNREADABLE[fault], response.req, 'UNREAD'), response.req, response);
  });
  // A large upload over a slow pipe is no fault.
  server.requestTimeout = 0;
  const port = await listen(server, options.port);
  return { port, close: (graceMs) => shut(server, graceMs) };
}

const UNREADABLE: Readonly<Record<Fault, S3Error>> = {
  malformed: new S3Error('InvalidRequest', 'This is no HTTP request.'),
  'address-too-long': new S3Error('InvalidURI', 'The URI is too long.'),
  'headers-too-large': new S3Error('RequestHeaderSectionTooLarge', 'The headers are too large.'),
  'too-slow': new S3Error('RequestTimeout', 'The request was not sent in time.'),
};

async function send(reply: Reply, message: IncomingMessage, response: ServerResponse) {
  const { status = 200, headers = {}, body = '' } = reply;
  if (typeof body === 'string') {
    const length =
      message.method === 'HEAD' || status === 204 || status === 304
        ? {}
        : { 'content-length': Buffer.byteLength(body) };
    response.writeHead(status, { ...length, ...headers });
    response.end(message.method === 'HEAD' ? '' : body);
  } else {
    response.writeHead(status, { ...headers });
    await pipeline(body, response);
  }
}

const isPageOfOurs = ({ headers }: IncomingMessage): boolean => isLoopbackOrigin(headers.origin);

const clientLeft = (error: unknown, message: IncomingMessage): boolean =>
  (message.destroyed && !message.complete) ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE');

/** No client tries that again by itself: the same upload would fail as well. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

function told(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  return isFull(error)
    ? new S3Error('InsufficientStorage', 'There is no room left on the disk of this server.')
    : new S3Error('InternalError', 'We encountered an internal error. Please try again.');
}

function errorReply(error: unknown, message: IncomingMessage, requestId: string): Reply {
  const { code, status, message: text } = told(error);
  const [resource] = (message.url ?? '').split('?');
  const content = { Code: code, Message: text, Resource: resource, RequestId: requestId };
  return {
    status,
    headers: {
      'content-type': 'application/xml',
      // Whoever still sends what is too large would do so for long.
      ...(code === 'EntityTooLarge' && { connection: 'close' }),
    },
    body: toXml('Error', content, {}),
  };
}
