import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

export type Service = 'dynamodb' | 's3';

export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | string;
}

const dynamodb = (status: number, type: string): Reply => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'a fault' }),
});
const s3 = (status: number, code: string): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>a fault</Message></Error>`,
});

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const REFUSALS: Record<'throttled' | 'broken', Record<Service, Reply>> = {
  throttled: {
    dynamodb: dynamodb(400, 'ProvisionedThroughputExceededException'),
    s3: s3(503, 'SlowDown'),
  },
  broken: { dynamodb: dynamodb(500, 'InternalServerError'), s3: s3(500, 'InternalError') },
};

const BATCHES = {
  BatchWriteItem: { rest: 'UnprocessedItems', half: (asked: unknown[]) => split(asked) },
  BatchGetItem: {
    rest: 'UnprocessedKeys',
    half: ({ Keys, ...rest }: { Keys: unknown[] }) =>
      split(Keys).map((part) => part && { ...rest, Keys: part }),
  },
} as const;

/** Carries half of a batch onward and hands back the rest, as DynamoDB may; undefined where the call is no batch. */
export async function halved(
  { headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
  onward: (body: Buffer) => Promise<Reply>,
): Promise<Reply | undefined> {
  const operation = String(headers['x-amz-target']).split('.').at(-1);
  if (operation !== 'BatchWriteItem' && operation !== 'BatchGetItem') return undefined;
  const { rest, half } = BATCHES[operation];
  const asked = JSON.parse(body.toString('utf8'));
  const done: Record<string, unknown> = {};
  const left: Record<string, unknown> = {};
  for (const [table, items] of Object.entries(asked.RequestItems)) {
    const [first, second] = half(items as never);
    done[table] = first;
    if (second) left[table] = second;
  }
  const reply = await onward(Buffer.from(JSON.stringify({ ...asked, RequestItems: done })));
  const answered = { ...JSON.parse(String(reply.body)), [rest]: left };
  const { 'content-length': _, 'x-amz-crc32': __, ...kept } = reply.headers;
  return { ...reply, headers: kept, body: JSON.stringify(answered) };
}

/** The first half, never empty, and the second where there is one. */
function split<T>(all: readonly T[]): [T[], T[] | undefined] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), middle < all.length ? all.slice(middle) : undefined];
}
