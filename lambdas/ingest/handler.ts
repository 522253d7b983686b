import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeNotification } from './events.ts';
import { type IngestObject, makeIngestObject, type Ports } from './ingest.ts';

export interface Ingest {
  readonly ingestObject: IngestObject;
  /** Why each message that is to be delivered again failed, by its id. */
  readonly consume: (event: SQSEvent) => Promise<ReadonlyMap<string, string>>;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

/** The ingest function; `handler` answers with the messages that are to be delivered again. */
export function makeIngest(ports: Ports): Ingest {
  const ingestObject = makeIngestObject(ports);
  const consume: Ingest['consume'] = async ({ Records }) => {
    const failures = new Map<string, string>();
    for (const { messageId, body } of Records) {
      try {
        for (const event of decodeNotification(body)) await ingestObject(event);
      } catch (error) {
        console.error(`message ${messageId} is to be delivered again:`, error);
        failures.set(messageId, String(error));
      }
    }
    return failures;
  };
  return {
    ingestObject,
    consume,
    async handler(event) {
      const ids = [...(await consume(event)).keys()];
      return { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) };
    },
  };
}
