import { createServer, request } from 'node:http';
import { listen, shut } from '../../cli/stack/listen.ts';

export interface Breakable {
  readonly port: number;
  /** From now on the n-th call (1-based) and all after it fail, as when the caller's process dies there. */
  breakAt(n: number): void;
  /** Carries calls through again; says how many there were since `breakAt`. */
  mend(): number;
  close(): Promise<void>;
}

/** An HTTP proxy on loopback that can be made to drop connections. */
export async function startBreakable(target: number): Promise<Breakable> {
  let calls = 0;
  let limit = Number.POSITIVE_INFINITY;
  const server = createServer((incoming, outgoing) => {
    calls++;
    if (calls >= limit) {
      incoming.socket.destroy();
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target, method, path: url, headers });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  const port = await listen(server, 0);
  return {
    port,
    breakAt(n) {
      calls = 0;
      limit = n;
    },
    mend() {
      limit = Number.POSITIVE_INFINITY;
      return calls;
    },
    close: () => shut(server, 0),
  };
}
