import { createServer, type Server } from 'node:http';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';
import { listen, shut } from './listen.ts';

/**
 * Tries every port before anything is begun.
 * @param ports by the option that chooses them; 0 is always free
 * @throws InputError port-in-use
 */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const servers: Server[] = [];
  try {
    for (const [option, port] of Object.entries(ports)) {
      // All stay open until the last is tried: two options may name the same port.
      const server = createServer();
      await listen(server, port).catch((error: unknown) => refuse(error, option, port));
      servers.push(server);
    }
  } finally {
    for (const server of servers) await shut(server, 0);
  }
}

function refuse(error: unknown, option: string, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
  throw new InputError(
    'port-in-use',
    phrase`Port ${port} is taken or not allowed; stop what uses it (another shisaku start?), or choose another with ${option}.`,
  );
}
