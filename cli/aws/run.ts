import { setTimeout as pause } from 'node:timers/promises';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  DescribeMapRunCommand,
  DescribeStateMachineCommand,
  type ExecutionStatus,
  ListMapRunsCommand,
  paginateListExecutions,
  RedriveExecutionCommand,
  SFNClient,
  SFNServiceException,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { connectText } from '../../lambdas/adapters/s3/text.ts';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';
import type { ProgressBar } from '../progress.ts';
import { connectionOf } from './connection.ts';
import { type Lost, readOutputs, readResults } from './results.ts';

/** What the state machine is started with (lambdas/backfill/batch.ts). */
export interface StateMachineRun {
  readonly mode: 'backfill' | 'reparse';
  readonly prefix: string;
  readonly publish: boolean;
}

export interface Following<R> {
  /** goes on with the last run of the same input that failed: only what failed in it is done again */
  readonly resume: boolean;
  /** leaves the run alone; it goes on without us */
  readonly stop: AbortSignal;
  readonly progress: ProgressBar;
  readonly lost: Lost<R>;
  readonly pollMs: number;
}

/** A run takes minutes to hours. */
export const POLL_MS = 3000;

const OUTPUT = 'BackfillStateMachineArn';

/**
 * The state machine of a stack, by the stack's name with or without its `-backfill`.
 * @throws InputError no-such-stack, aws-not-set-up, no-such-profile
 */
export async function findMachine(stackName: string): Promise<string> {
  const client = new CloudFormationClient(await connectionOf(process.env));
  for (const StackName of [stackName, `${stackName}-backfill`]) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName })).catch(unknown);
    const outputs = Stacks?.flatMap(({ Outputs = [] }) => Outputs) ?? [];
    const arn = outputs.find(({ OutputKey }) => OutputKey === OUTPUT)?.OutputValue;
    if (arn) return arn;
  }
  throw new InputError(
    'no-such-stack',
    phrase`There is no stack ${stackName} with an output ${OUTPUT} in this account and region.`,
  );
}

/** What CloudFormation says of a stack that is not there, and what its client says where nothing is set up. */
export function unknown(error: unknown): { Stacks?: never } {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'ValidationError') return {};
  if (error.name === 'CredentialsProviderError' || error.message === 'Region is missing') {
    throw new InputError(
      'aws-not-set-up',
      phrase`--stack needs credentials and a region of AWS, as the aws command does: ${error.message}.`,
    );
  }
  throw error;
}

/** The bucket that a state machine lists. */
export async function bucketOf(machineArn: string): Promise<string> {
  const machine = await new SFNClient(await connectionOf(process.env)).send(
    new DescribeStateMachineCommand({ stateMachineArn: machineArn }),
  );
  const found = /"Bucket":\s*"([^"]+)"/.exec(machine.definition ?? '')?.[1];
  if (found === undefined) throw new Error(`${machineArn} lists no bucket`);
  return found;
}

/**
 * Starts a run, or joins the same one where it is under way, follows it to its end and tells what became of each
 * object; undefined where it was left alone.
 */
export async function runOnAws<R>(
  machineArn: string,
  run: StateMachineRun,
  { resume, stop, progress, lost, pollMs }: Following<R>,
): Promise<R[] | undefined> {
  const client = new SFNClient(await connectionOf(process.env));
  const input = JSON.stringify(run);
  const executionArn =
    (await lastOf('RUNNING')) ?? (resume ? await redriven() : undefined) ?? (await started());
  let listsMapRuns = true;
  progress.note(`run ${executionArn}`);

  for (;;) {
    const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
    const mapRun = await currentMapRun();
    if (mapRun?.itemCounts) {
      const { total = 0, succeeded = 0, failed = 0, aborted = 0, timedOut = 0 } = mapRun.itemCounts;
      const broken = failed + aborted + timedOut;
      progress.show(succeeded + broken, total, { 'dealt with': succeeded, failed: broken });
    }
    if (execution.status !== 'RUNNING') return resultsOf(execution, mapRun?.mapRunArn);
    if (stop.aborted) return undefined;
    await pause(pollMs);
  }

  async function resultsOf(
    { status, output, cause }: DescribeExecutionCommandOutput,
    mapRunArn: string | undefined,
  ): Promise<R[]> {
    const told = output && JSON.parse(output);
    // A run that failed says nothing of its results, but wrote them to the same place.
    const manifest =
      told?.ResultWriterDetails?.Key ??
      (mapRunArn && `runs/${mapRunArn.split(':').at(-1)}/manifest.json`);
    if (!manifest && !Array.isArray(told)) {
      throw new Error(`The run ended as ${status}: ${cause ?? ''}`);
    }
    const bucket = await bucketOf(machineArn);
    const getText = connectText(await connectionOf(process.env));
    return manifest
      ? readResults(getText, bucket, manifest, lost)
      : readOutputs(getText, bucket, told);
  }

  /** Undefined where the service does not know of map runs, as an emulator may not: the run's own output tells the rest. */
  async function currentMapRun() {
    if (!listsMapRuns) return undefined;
    try {
      const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }));
      const mapRunArn = mapRuns[0]?.mapRunArn;
      if (mapRunArn === undefined) return undefined;
      return await client.send(new DescribeMapRunCommand({ mapRunArn }));
    } catch (error) {
      if (!(error instanceof SFNServiceException)) throw error;
      listsMapRuns = false;
      return undefined;
    }
  }

  /** The latest run of the same input that stands so. */
  async function lastOf(statusFilter: ExecutionStatus): Promise<string | undefined> {
    const query = { stateMachineArn: machineArn, statusFilter };
    for await (const { executions = [] } of paginateListExecutions({ client }, query)) {
      for (const { executionArn } of executions) {
        const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
        if (execution.input === input) return executionArn;
      }
    }
    return undefined;
  }

  async function redriven(): Promise<string | undefined> {
    for (const status of ['FAILED', 'TIMED_OUT', 'ABORTED'] as const) {
      const executionArn = await lastOf(status);
      if (executionArn === undefined) continue;
      await client.send(new RedriveExecutionCommand({ executionArn }));
      return executionArn;
    }
    return undefined;
  }

  async function started(): Promise<string> {
    const command = new StartExecutionCommand({ stateMachineArn: machineArn, input });
    const { executionArn } = await client.send(command);
    if (executionArn === undefined) throw new Error('Step Functions started nothing');
    return executionArn;
  }
}
