import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { makeFunction } from './function.ts';
import { listsBucket, readsBucket, writesTable } from './grants.ts';
import type { StorageStack } from './storage.ts';
import { INGEST_TIMEOUT } from './timeouts.ts';

export interface IngestProps {
  readonly storage: StorageStack;
  readonly folder: string;
}

/** Reads what arrives in the bucket. */
export class IngestStack extends Stack {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, { storage, folder }: IngestProps) {
    super(scope, id);
    this.function = makeFunction(this, 'Ingest', {
      folder,
      description: 'One event of the bucket: reads the PDF and writes what it says',
      // A gigabyte for the reading process, the rest for this one and a PDF of 100 MB on its way.
      memoryMb: 2048,
      timeout: INGEST_TIMEOUT,
      environment: { SHISAKU_OCR: 'off' },
    });
    writesTable(this.function, storage.table);
    readsBucket(this.function, storage.bucket);
    listsBucket(this.function.role, storage.bucket);
    this.function.addEventSource(
      new SqsEventSource(storage.arrivals.queue, {
        // A document that takes its whole minute holds up no other.
        batchSize: 1,
        maxConcurrency: 10,
        reportBatchItemFailures: true,
      }),
    );
  }
}
