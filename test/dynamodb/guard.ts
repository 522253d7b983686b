import { Agent, createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, shut } from '../../cli/stack/listen.ts';
import { TABLE } from '../../lambdas/adapters/dynamodb/table.ts';
import {
  checkBatchGet,
  checkBatchWrite,
  checkExpressions,
  checkItem,
  checkKeyOf,
  checkText,
  type Keys,
  Refused,
} from './refusals.ts';

const KEYS: Keys = Object.fromEntries(
  [TABLE, ...TABLE.GlobalSecondaryIndexes].flatMap(({ KeySchema }) =>
    KeySchema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
  ),
);
const OWN = TABLE.KeySchema.map(({ AttributeName }) => AttributeName);

/**
 * Throws where DynamoDB would answer with a ValidationException to this call on a table of ours.
 * @throws Refused
 */
// biome-ignore lint/suspicious/noExplicitAny: calls of every kind
export function guard(operation: string, input: any): void {
  if (input.Item) checkItem(input.Item, KEYS);
  if (input.Key) checkKeyOf(input.Key, KEYS);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const tables: any[] = Object.values(input.RequestItems ?? {});
  if (operation === 'BatchWriteItem') checkBatchWrite(tables.flat(), KEYS, [...OWN]);
  if (operation === 'BatchGetItem')
    checkBatchGet(
      tables.flatMap(({ Keys }) => Keys),
      KEYS,
    );
  checkExpressions(input, KEYS);
}

/** An HTTP proxy before a DynamoDB-compatible server that refuses what DynamoDB refuses. */
export async function startGuard(target: number) {
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await buffer(incoming);
      const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
      guard(operation, JSON.parse(body.toString('utf8') || '{}', checkText));
      const { method, url: path, headers } = incoming;
      const onward = request({ host: '127.0.0.1', port: target, method, path, headers, agent });
      onward.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => incoming.socket.destroy());
      onward.end(body);
    } catch (error) {
      if (!(error instanceof Refused)) {
        incoming.socket.destroy();
        return;
      }
      const __type = `com.amazon.coral.validate#${error.name}`;
      outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      outgoing.end(JSON.stringify({ __type, message: error.message }));
    }
  });
  const port = await listen(server, 0);
  return {
    port,
    async close() {
      await shut(server, 0);
      agent.destroy();
    },
  };
}
