import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Of the metrics that functions send themselves; each names itself in the dimension `service`. */
export const NAMESPACE = 'shisaku';

export interface FunctionProps {
  /** with the bundle */
  readonly folder: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeout: Duration;
  readonly environment?: Readonly<Record<string, string>>;
  /** how many run at once at most, which then are also there for it; the account's own bound where it is not given */
  readonly maxConcurrency?: number | null;
}

/** A function as all of them are: arm64, Node 24, its log kept for a while, traced, and with no right but to log. */
export function makeFunction(scope: Construct, id: string, props: FunctionProps): LambdaFunction {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources to grant on.' });
  return new LambdaFunction(scope, id, {
    code: Code.fromAsset(props.folder),
    handler: 'index.handler',
    description: props.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMb,
    timeout: props.timeout,
    ...(props.maxConcurrency && { reservedConcurrentExecutions: props.maxConcurrency }),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    tracing: Tracing.ACTIVE,
    environment: {
      POWERTOOLS_SERVICE_NAME: Stack.of(scope).stackName,
      POWERTOOLS_METRICS_NAMESPACE: NAMESPACE,
      ...props.environment,
    },
  });
}
