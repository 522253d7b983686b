import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { decodeNotification, type ObjectEvent } from './events.ts';
import { type Ingested, type IngestObject, type IngestPorts, makeIngestObject } from './ingest.ts';

export interface Ingest {
  readonly ingestObject: IngestObject;
  /** Why each message that is to be delivered again failed, by its id. */
  readonly consume: (event: SQSEvent) => Promise<ReadonlyMap<string, string>>;
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>;
}

/** Looks on as an event is worked on: logs, measures, traces. */
export type Watch = (event: ObjectEvent, work: () => Promise<Ingested>) => Promise<Ingested>;

/** The ingest function; `handler` answers with the messages that are to be delivered again. */
export function makeIngest(ports: IngestPorts, watch: Watch = (_, work) => work()): Ingest {
  const ingest = makeIngestObject(ports);
  const ingestObject: IngestObject = (event) => watch(event, () => ingest(event));
  const consume: Ingest['consume'] = async ({ Records }) => {
    const failures = new Map<string, string>();
    for (const { messageId, body } of Records) {
      try {
        for (const event of decodeNotification(body)) await ingestObject(event);
      } catch (error) {
        failures.set(messageId, String(error));
      }
    }
    return failures;
  };
  return {
    ingestObject,
    consume,
    async handler(event) {
      const failures = [...(await consume(event))];
      for (const [id, why] of failures) console.error(`message ${id} is tried again: ${why}`);
      return { batchItemFailures: failures.map(([id]) => ({ itemIdentifier: id })) };
    },
  };
}
