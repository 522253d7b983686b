import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, shut } from '../../cli/stack/listen.ts';
import { halved, REFUSALS, type Reply, type Service } from './replies.ts';

/** What can happen to a call between a program and a server. */
export const FAULTS = [
  /** ProvisionedThroughputExceeded, SlowDown: nothing was done. */
  'throttled',
  /** 500: nothing was done. */
  'broken',
  /** Nothing was done and nothing is said until the connection ends. */
  'silent',
  /** Done, but the connection ends before the answer. */
  'unanswered',
  /** The connection ends; it is done later, when the caller has long tried again. */
  'late',
  /** A batch of which half was done and the rest handed back; other calls are throttled. */
  'halved',
  /** The caller's process ends just before the call … */
  'killed before',
  /** … or just after it: no later call is made. */
  'killed after',
] as const;
/** `slow`: done at once, answered later: what was read is older when it comes. */
export type Fault = (typeof FAULTS)[number] | 'slow';

export type FaultProxy = Awaited<ReturnType<typeof startFaultProxy>>;

const SLOW_MS = 200;
const SILENT_MS = 400;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** HTTP proxies on loopback, one before each server, that count calls together and spoil those they are told to. */
export async function startFaultProxy(targets: Readonly<Partial<Record<Service, number>>>) {
  let calls = 0;
  let dead = false;
  let choose: (call: number) => Fault | undefined = () => undefined;
  let postponed: (() => Promise<unknown>)[] = [];

  const serve =
    (service: Service): RequestListener =>
    async (incoming, outgoing) => {
      try {
        const { method = 'GET', url: path = '/', headers } = incoming;
        const call = { method, path, headers, body: await buffer(incoming) };
        const fault = dead ? 'killed before' : choose(++calls);
        const reply = await meet(fault, service, call);
        if (fault === 'silent') await sleep(SILENT_MS);
        if (!reply) throw new Error('no answer');
        outgoing.writeHead(reply.status, reply.headers).end(reply.body);
      } catch {
        incoming.socket.destroy();
      }
    };

  /** What is answered, if anything. */
  async function meet(fault: Fault | undefined, service: Service, call: Call) {
    const onward = (body = call.body) => carry(targets[service] ?? 0, { ...call, body });
    switch (fault) {
      case undefined:
        return onward();
      case 'throttled':
      case 'broken':
        return REFUSALS[fault][service];
      case 'halved':
        return (await halved(call, onward)) ?? REFUSALS.throttled[service];
      case 'slow': {
        const reply = await onward();
        await sleep(Math.random() ** 2 * SLOW_MS);
        return reply;
      }
      case 'late':
        postponed.push(onward);
        return undefined;
      case 'unanswered':
        await onward();
        return undefined;
      case 'killed before':
      case 'killed after':
        dead = true;
        if (fault === 'killed after') await onward();
        return undefined;
      case 'silent':
        return undefined;
    }
  }
  /** The same for a call that does not leave the process; of a transaction, half is nothing. */
  async function through<T>(work: () => Promise<T>): Promise<T> {
    const fault = dead ? 'killed before' : choose(++calls);
    if (fault === undefined || fault === 'slow') {
      const result = await work();
      if (fault) await sleep(Math.random() ** 2 * SLOW_MS);
      return result;
    }
    if (fault === 'late') postponed.push(work);
    if (fault === 'killed before' || fault === 'killed after') dead = true;
    if (fault === 'unanswered' || fault === 'killed after') await work();
    throw new Error(`a fault: ${fault}`);
  }

  const servers = { dynamodb: createServer(serve('dynamodb')), s3: createServer(serve('s3')) };
  const begin = (chosen: typeof choose) => {
    calls = 0;
    choose = chosen;
  };

  return {
    through,
    ports: { dynamodb: await listen(servers.dynamodb, 0), s3: await listen(servers.s3, 0) },
    /** The n-th call from now (1-based) meets this fault. */
    strike: (n: number, fault: Fault) => begin((call) => (call === n ? fault : undefined)),
    /** Any call may meet a fault. */
    storm: (chosen: () => Fault | undefined) => begin(chosen),
    /** All is well again; @returns the calls since it was not */
    calm(): number {
      dead = false;
      choose = () => undefined;
      return calls;
    },
    /** Does what was put off. */
    async catchUp(): Promise<void> {
      for (const onward of postponed) await onward();
      postponed = [];
    },
    async close() {
      await Promise.all(Object.values(servers).map((server) => shut(server, 0)));
    },
  };
}

function carry(port: number, { method, path, headers, body }: Call): Promise<Reply> {
  const own = { ...headers, 'content-length': String(body.length) };
  delete own['transfer-encoding'];
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, headers: own }, async (answer) => {
      const { statusCode: status = 500, headers } = answer;
      resolve({ status, headers, body: await buffer(answer) });
    })
      .on('error', reject)
      .end(body);
  });
}
