import { join } from 'node:path';
import { connectBucket } from '../../lambdas/adapters/s3/connect.ts';
import { connectMarked } from '../../lambdas/adapters/s3/marked.ts';
import { makeIngest } from '../../lambdas/ingest/handler.ts';
import { makeApp } from '../../lambdas/query/app.ts';
import { sandboxBoundsOf } from '../../lambdas/reader/limits.ts';
import { readPdf } from '../../lambdas/reader/read.ts';
import { openAssets } from '../../web/assets/open.ts';
import { phrase } from '../messages/said.ts';
import { createApiServer } from './api-server.ts';
import { catchingUp } from './catching-up.ts';
import { lockData } from './data-lock.ts';
import { BUCKET, CREDENTIALS, REGION } from './defaults.ts';
import { servingEndpoints } from './endpoint-discovery.ts';
import { HOST, listen, shut } from './listen.ts';
import { onlyLoopback } from './loopback.ts';
import { checkPorts } from './ports.ts';
import { openQueue, type Queue } from './queue.ts';
import { openRecords, sendMissed } from './records.ts';
import { remembering } from './remembering.ts';
import type { Credentials } from './s3/authorize.ts';
import { startS3Server } from './s3/server.ts';
import { openSamples } from './samples.ts';
import { openDynamodb, storeUrl } from './store.ts';

export interface StackOptions {
  /** 0 for any free port, here and below. */
  readonly port: number;
  readonly s3Port: number;
  /** The directory that everything is kept in. */
  readonly data: string;
  /** URL of a DynamoDB that holds the records; null for a file in that directory. */
  readonly dynamodb: string | null;
  /** A folder of PDFs to be uploaded at the first start into an empty bucket; null for none. */
  readonly samples: string | null;
  /** Messages that were given up are tried again. */
  readonly redrive: boolean;
  readonly log: (line: string) => void;
}

export interface RunningStack {
  readonly apiUrl: string;
  readonly s3Url: string;
  /** `file:` or that of a DynamoDB. */
  readonly storeUrl: string;
  readonly credentials: Credentials;
  /** Resolves when every upload so far has been dealt with. */
  settled(): Promise<void>;
  /** Stops within two seconds; what is not done by then goes on at the next start. */
  close(): Promise<void>;
}

/**
 * The whole service on 127.0.0.1: an S3-compatible server, a queue between the bucket and the ingest function, and the
 * API: the functions that run on AWS, over the same client of S3 and the same port to the records.
 * @throws InputError port-in-use, data-in-use, store-damaged, store-missing, no-dynamodb; nothing was begun then
 * @throws InvalidSetting
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { data, log } = options;
  const bounds = sandboxBoundsOf(process.env);
  await checkPorts({
    '--port': options.port,
    '--s3-port': options.s3Port,
  });
  const begun: (() => Promise<void>)[] = [await lockData(data)];
  const close = async () => {
    for (const end of begun.splice(0).reverse()) await end();
  };
  try {
    const queue = await openQueue({
      dir: join(data, 'queue'),
      arn: `arn:aws:sqs:${REGION}:000000000000:ingest`,
      region: REGION,
      log,
    });
    const s3 = await startS3Server({
      port: options.s3Port,
      dir: join(data, 's3'),
      bucket: BUCKET,
      region: REGION,
      credentials: CREDENTIALS,
      onEvent: (event) => queue.send(JSON.stringify(event)),
      log,
    });
    begun.push(() => s3.close(200));

    const s3Url = `http://${HOST}:${s3.port}`;
    const aws = { region: REGION, credentials: CREDENTIALS };
    const s3Config = { ...aws, endpoint: s3Url, forcePathStyle: true };
    const bucket = connectBucket(BUCKET, s3Config);
    const objects = connectMarked(BUCKET, s3Config);

    const records = await (options.dynamodb === null
      ? openRecords(data, bucket, log)
      : openDynamodb(options.dynamodb));
    begun.push(async () => records.close());
    begun.push(catchingUp(records.catchUp));
    const { store } = records;
    const recordsUrl = options.dynamodb ?? storeUrl(data);

    await tellOfDeadLetters(queue, options);
    const missed = await sendMissed(bucket, records, queue);
    if (missed > 0)
      log(phrase`files that the store did not know of and that are read now: ${missed}`);
    const ingest = makeIngest({ store, bucket, readPdf });
    const samples = openSamples({ objects, store, ingest, log });
    queue.deliverTo(samples.givingWay(ingest.consume));
    begun.push(() => queue.close(1000));

    const assets = openAssets();
    const app = makeApp({ store, bucket, assets });
    const where = () => ({ s3Url, storeUrl: recordsUrl, idle: queue.idle(), bounds });
    const { moment } = records;
    const answer = moment ? remembering(app.fetch, moment) : app.fetch;
    const api = createApiServer(onlyLoopback(servingEndpoints(answer, where)));
    const apiPort = await listen(api, options.port);
    begun.push(() => shut(api, 200));

    if (options.samples !== null) {
      const offered = await samples.offer(options.samples, data);
      if (offered > 0) log(phrase`${offered} sample files uploaded; they are being read`);
    }
    const apiUrl = `http://${HOST}:${apiPort}`;
    const urls = { apiUrl, s3Url, storeUrl: recordsUrl };
    return { ...urls, credentials: CREDENTIALS, settled: queue.settled, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function tellOfDeadLetters(queue: Queue, { redrive, log }: StackOptions): Promise<void> {
  if (redrive)
    log(phrase`messages that had been given up and are tried again: ${await queue.redrive()}`);
  const { count, dir } = await queue.dead();
  if (count === 0) return;
  log(
    phrase`messages that were given up: ${count}, kept in ${dir}; start --redrive tries them again`,
  );
}
