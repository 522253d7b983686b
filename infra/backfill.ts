import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type CfnStateMachine,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { RUNS } from '../lambdas/domain/prefixes.ts';
import { acknowledge } from './acknowledge.ts';
import { makeFunction } from './function.ts';
import { allowObjects, listsBucket, readsBucket, writesTable, writesUnder } from './grants.ts';
import { runDefinition } from './run-definition.ts';
import type { StorageStack } from './storage.ts';
import { BACKFILL_TIMEOUT } from './timeouts.ts';

export interface BackfillProps {
  readonly storage: StorageStack;
  readonly folder: string;
}

/** Reads, or reads again, all that is in the bucket under a prefix. */
export class BackfillStack extends Stack {
  readonly function: LambdaFunction;
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { storage, folder }: BackfillProps) {
    super(scope, id);
    const { bucket, table } = storage;
    this.function = makeFunction(this, 'Batch', {
      folder,
      description: 'A batch of objects of the bucket: reads each PDF that is not read yet',
      memoryMb: 2048,
      timeout: BACKFILL_TIMEOUT,
      environment: { SHISAKU_OCR: 'off' },
    });
    writesTable(this.function, table);
    readsBucket(this.function, bucket);
    listsBucket(this.function.role, bucket);
    // Accounts that are too long for Step Functions.
    writesUnder(this.function, bucket, RUNS);

    const role = new Role(this, 'RunRole', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.function.functionArn],
      }),
    );
    listsBucket(role, bucket);
    // https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
    const writing = ['PutObject', 'GetObject', 'ListMultipartUploadParts', 'AbortMultipartUpload'];
    allowObjects(
      role,
      { bucket, keys: `${RUNS}*` },
      writing.map((action) => `s3:${action}`),
      'Results are in a folder per run.',
    );
    const definition = runDefinition({
      bucketName: bucket.bucketName,
      functionArn: this.function.functionArn,
      results: RUNS.replace(/\/$/, ''),
    });
    this.stateMachine = new StateMachine(this, 'Run', {
      role,
      definitionBody: DefinitionBody.fromString(this.toJsonString(definition)),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        destination: new LogGroup(this, 'RunLog', {
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray and log delivery know no resources to grant on.',
    });
    this.#allowBatches(role);
    new CfnOutput(this, 'BackfillStateMachineArn', { value: this.stateMachine.stateMachineArn });
  }

  /** Each batch is an execution of the same state machine; so the policy comes after it. */
  #allowBatches(role: Role): void {
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const executions = `arn:${this.partition}:states:${this.region}:${this.account}:execution:${stateMachineName}`;
    const allow = (action: string, resource: string) =>
      new PolicyStatement({ actions: [`states:${action}`], resources: [resource] });
    const policy = new Policy(this, 'Batches', {
      roles: [role],
      statements: [
        allow('StartExecution', stateMachineArn),
        allow('DescribeExecution', `${executions}:*`),
        allow('StopExecution', `${executions}:*`),
        allow('RedriveExecution', `${executions}/*:*`),
      ],
    });
    const name = this.getLogicalId(this.stateMachine.node.defaultChild as CfnStateMachine);
    for (const batches of [':*', '/*:*']) {
      acknowledge(policy, {
        [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<${name}.Name>${batches}]`]:
          'Executions have names of their own; these are of this machine.',
      });
    }
  }
}
