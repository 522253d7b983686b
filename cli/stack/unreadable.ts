import { isUtf8 } from 'node:buffer';
import { IncomingMessage, maxHeaderSize, type Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is wrong with a request that node cannot read. */
export type Fault = 'malformed' | 'address-too-long' | 'headers-too-large' | 'too-slow';

/** How long a client that is refused may go on sending before it is cut off. */
const LINGER_MS = 1000;

/**
 * Requests that never become one, since node cannot read them, are answered all the same: a GET whose address has
 * UTF-8 in it as it is, as if it had been escaped; anything else by what `refuse` says. Then the connection ends.
 */
export function answerUnreadable(
  server: Server,
  refuse: (fault: Fault, response: ServerResponse) => void,
): void {
  const answering = new WeakSet<object>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  const refused = new WeakSet<object>();
  server.on('clientError', (error: ClientError, socket: Socket) => {
    if (refused.has(socket)) return;
    refused.add(socket);
    // Half an answer is on its way, or nobody is there any more.
    if (answering.has(socket) || !socket.writable) {
      socket.destroy();
      return;
    }
    const meant = error.code === 'HPE_INVALID_URL' && escapedRequest(error.rawPacket);
    const [message, response] = exchange(socket, meant || undefined);
    if (meant) server.emit('request', message, response);
    else refuse(faultOf(error), response);
  });
}

interface ClientError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

function faultOf({ code, rawPacket }: ClientError): Fault {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'too-slow';
  if (code !== 'HPE_HEADER_OVERFLOW') return 'malformed';
  const line = rawPacket?.indexOf('\n') ?? 0;
  return line < 0 || line > maxHeaderSize ? 'address-too-long' : 'headers-too-large';
}

interface Head {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const REQUEST =
  /^(GET|HEAD) (\/[\x21-\x7e\x80-\xff]*) HTTP\/1\.1\r\n((?:[\w!#$%&'*+.^`|~-]+:[^\r\n\0]*\r\n)*)\r\n$/;

/** A whole request without a body, its address escaped; undefined for any other, or if the address is no UTF-8. */
export function escapedRequest(packet: Buffer | undefined): Head | undefined {
  const [, method, target, lines] = REQUEST.exec(packet?.toString('latin1') ?? '') ?? [];
  if (method === undefined || target === undefined) return undefined;
  if (!isUtf8(Buffer.from(target, 'latin1'))) return undefined;
  const headers = (lines ?? '').split('\r\n').flatMap((line) => {
    const [, name, value = ''] = /^([^:]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  if (headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))) return;
  const url = target.replaceAll(
    /[\x80-\xff]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { method, url, headers };
}

/** A request and its answer by hand, after which the connection ends. */
function exchange(socket: Socket, head: Head = { method: 'GET', url: '/', headers: [] }) {
  const message = new IncomingMessage(socket);
  message.method = head.method;
  message.url = head.url;
  message.rawHeaders.push(...head.headers.flat());
  const byName = Object.entries(Object.groupBy(head.headers, ([name]) => name.toLowerCase())).map(
    ([name, lines = []]) => [name, lines.map(([, value]) => value)] as const,
  );
  message.headersDistinct = Object.fromEntries(byName);
  message.headers = Object.fromEntries(byName.map(([name, values]) => [name, values.join(', ')]));
  message.complete = true;
  message.push(null);
  const response = new ServerResponse(message);
  response.shouldKeepAlive = false;
  response.assignSocket(socket);
  response.once('finish', () => {
    response.detachSocket(socket);
    socket.end();
    const cut = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => clearTimeout(cut));
  });
  return [message, response] as const;
}
