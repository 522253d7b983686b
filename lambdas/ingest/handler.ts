import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeNotification } from './events.ts';
import { type IngestObject, makeIngestObject, type Ports } from './ingest.ts';

export interface Ingest {
  readonly ingestObject: IngestObject;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

/** The ingest function; `handler` answers with the messages that are to be delivered again. */
export function makeIngest(ports: Ports): Ingest {
  const ingestObject = makeIngestObject(ports);
  return {
    ingestObject,
    async handler({ Records }) {
      const batchItemFailures: SQSBatchItemFailure[] = [];
      for (const { messageId, body } of Records) {
        try {
          for (const event of decodeNotification(body)) await ingestObject(event);
        } catch (error) {
          console.error(`message ${messageId} is to be delivered again:`, error);
          batchItemFailures.push({ itemIdentifier: messageId });
        }
      }
      return { batchItemFailures };
    },
  };
}
