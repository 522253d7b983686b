import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly milliseconds: number;
}

/** Sends these bytes over a socket, as no client would make them; the answer when the connection ends. */
export async function rawRequest(port: number, ...sent: (string | Buffer)[]): Promise<RawAnswer> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  const start = performance.now();
  const ended = once(socket, 'close');
  for (const bytes of sent) {
    socket.write(bytes);
    // Each in a packet of its own.
    await pause(20);
  }
  await ended;
  const milliseconds = performance.now() - start;
  const answer = Buffer.concat(chunks).toString();
  const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
  const [line = '', ...lines] = head.split('\r\n');
  const headers = lines.map((one) => /^(.*?): (.*)$/.exec(one) ?? []);
  return {
    status: Number(line.split(' ')[1]),
    headers: Object.fromEntries(
      headers.map(([, name = '', value = '']) => [name.toLowerCase(), value]),
    ),
    body: headers.some(([, name]) => name?.toLowerCase() === 'transfer-encoding')
      ? unchunked(body)
      : body,
    milliseconds,
  };
}

/** https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
function unchunked(body: string): string {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n', at);
    const length = Number.parseInt(bytes.toString('latin1', at, end), 16);
    if (!length) break;
    parts.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts).toString();
}
