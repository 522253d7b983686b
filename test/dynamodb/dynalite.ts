import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import './close-iterators.ts';
import dynalite from 'dynalite';
import { listen, shut, waitAtMost } from '../../cli/stack/listen.ts';
import { isLoopbackHost } from '../../cli/stack/loopback.ts';

export interface DynamodbServer {
  readonly port: number;
  close(graceMs: number): Promise<void>;
}

/** dynalite on loopback, its LevelDB in `dir`, which must be this process's own: on a second one dynalite throws. */
export async function startDynamodb(options: {
  /** 0 for any free port. */
  port: number;
  dir: string;
}): Promise<DynamodbServer> {
  await mkdir(options.dir, { recursive: true });
  // A table is there at once; a crash cannot leave it in CREATING for ever.
  const noWait = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const server = dynalite({ path: options.dir, ...noWait });
  const [answer] = server.listeners('request') as RequestListener[];
  const running = new Set<Promise<unknown>>();
  let closing = false;
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!isLocalProgram(request)) {
      response.writeHead(403).end();
      return;
    }
    if (closing) {
      response.writeHead(503, { connection: 'close' }).end();
      return;
    }
    const done = once(response, 'close').finally(() => running.delete(done));
    running.add(done);
    answer?.(request, response);
    // dynalite throws when a client hangs up in the middle of a request, which would end this process.
    request.removeAllListeners('error').on('error', () => {});
  });
  const port = await listen(server, options.port);
  return {
    port,
    async close(graceMs) {
      // dynalite throws where a request meets its closed database: none may run by then.
      closing = true;
      await waitAtMost(graceMs, Promise.all(running));
      await shut(server, 0);
    },
  };
}

/** dynalite checks no signature and lets every web page in (CORS): only programs of this machine may. */
const isLocalProgram = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined && isLoopbackHost(headers.host);
