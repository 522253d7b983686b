import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGE } from '../language.ts';
import { longHelp } from '../messages/long-help.ts';
import { phrase, said } from '../messages/said.ts';
import { ocrOption, setOcr } from '../ocr.ts';
import { BUCKET, REGION, TABLE_NAME } from '../stack/defaults.ts';
import type { RunningStack } from '../stack/stack.ts';
import { stopSignal } from '../stop-signal.ts';

const HELP = `
When it serves it prints one line, ready: URL, on stdout. Ctrl-C stops it; everything is there at the next
start, and what is not read yet is read then.

At the first start of a stack that holds nothing, the samples of 汐見県 (publisher shiomi), which does not exist,
are uploaded. They are removed when you upload the first file of your own: your lists and exports hold your sheets
only. \`samples add\` and \`samples remove\` do the same when you say so.

The bounds of a reading are set in its environment: SHISAKU_MAX_BYTES, SHISAKU_MAX_PAGES,
SHISAKU_TIMEOUT_MS, SHISAKU_SCAN_PAGE_MS (more for each page that is a picture) and
SHISAKU_MAX_MEMORY_MB.`;

interface StartOptions {
  readonly port: number;
  readonly s3Port: number;
  readonly dynamodb?: string;
  readonly dynamodbPort?: number;
  readonly data: string;
  readonly samples: boolean;
  readonly ocr: boolean;
  readonly redrive: boolean;
}

export function startCommand(): Command {
  return new Command('start')
    .description('run everything on this machine: S3, the ingest function, the store, the API')
    .option('--port <port>', 'port of the API', portNumber, 8787)
    .option('--s3-port <port>', 'port of the S3-compatible server', portNumber, 9000)
    .option(
      '--dynamodb <url>',
      'keep the records in the DynamoDB at this URL, not in a file',
      httpUrl,
    )
    .addOption(new Option('--dynamodb-port <port>').argParser(portNumber).hideHelp())
    .option('--data <dir>', 'where everything is kept', '.shisaku')
    .option('--no-samples', 'do not upload the sample sheets when it starts with nothing')
    .addOption(ocrOption())
    .option('--redrive', 'try again what was given up after all its tries', false)
    .addHelpText('after', longHelp('start', HELP))
    .action(
      async ({ data, samples, redrive, ocr, dynamodb, dynamodbPort, ...ports }: StartOptions) => {
        if (dynamodbPort !== undefined) {
          tell(said('--dynamodb-port does nothing any more: the records are in a file.'));
        }
        setOcr({ ocr });
        const stopped = stopSignal();
        // Loaded here: the other commands have no use for servers.
        const { startStack } = await import('../stack/stack.ts');
        const { SAMPLES_DIR } = await import('../stack/samples.ts');
        const dir = resolve(data);
        const stack = await startStack({
          ...ports,
          data: dir,
          dynamodb: dynamodb ?? null,
          samples: samples ? SAMPLES_DIR : null,
          redrive,
          log: tell,
        });
        tell(addresses(stack, dir));
        process.stdout.write(`ready: ${stack.apiUrl}\n`);
        // So that nobody's first search waits for it; where it cannot be read, whoever searches is told.
        const { loadTokenize } = await import('../../lambdas/dictionary.ts');
        loadTokenize().catch(() => {});
        await stopped;
        await stack.close();
        tell(said('Stopped; what is not read yet is read at the next start.'));
        process.exit(0);
      },
    );
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError(said('A port is a number from 0 (any free one) to 65535.'));
  }
  return port;
}

function httpUrl(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new InvalidArgumentError(said('A URL as http://127.0.0.1:8000.'));
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function addresses({ apiUrl, s3Url, storeUrl, credentials }: RunningStack, data: string): string {
  const { accessKeyId, secretAccessKey } = credentials;
  return `
  API       ${apiUrl}
  S3        ${s3Url}   ${said('bucket')} ${BUCKET}
  ${said('records').padEnd(LANGUAGE === 'ja' ? 6 : 9)} ${storeUrl.startsWith('file:') ? fileURLToPath(storeUrl) : `${storeUrl}   table ${TABLE_NAME}`}
  ${phrase`region ${REGION}, access key ${accessKeyId}, secret key ${secretAccessKey}`}
  ${phrase`data in ${data}`}

  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_DEFAULT_REGION=${REGION} \\
    aws s3 cp SHEET.pdf s3://${BUCKET}/ --endpoint-url ${s3Url}
  curl ${apiUrl}/v1/sheets
`;
}
