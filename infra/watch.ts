import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { EVENTS, FAILED } from '../lambdas/ingest/metric.ts';
import type { Arrivals } from './arrivals.ts';
import { makeBudget } from './budget.ts';
import { makeDashboard } from './dashboard.ts';
import { NAMESPACE } from './function.ts';
import type { Settings } from './settings.ts';
import { makeTopic } from './topic.ts';

export interface WatchProps {
  readonly arrivals: Arrivals;
  readonly ingest: LambdaFunction;
  /** ingest among them */
  readonly functions: readonly LambdaFunction[];
  readonly api: HttpApi;
  readonly runs: StateMachine;
  readonly settings: Settings;
}

interface Rule {
  readonly metric: IMetric;
  /** alarms above this */
  readonly threshold: number;
  readonly says: string;
  /** so many of so many periods; one where it is not given */
  readonly periods?: { readonly bad: number; readonly of: number };
}

const period = Duration.minutes(5);

/** Says when something needs a person, and shows how things are. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { alarmEmail, monthlyBudget } = props.settings;
    const topic = makeTopic(this, alarmEmail);
    const action = new SnsAction(topic);
    for (const [name, { metric, threshold, says, periods }] of Object.entries(rules(props))) {
      new Alarm(this, name, {
        metric,
        threshold,
        alarmDescription: `${says} docs/operating.md says what to do.`,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: periods?.of ?? 1,
        ...(periods && { datapointsToAlarm: periods.bad }),
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(action);
    }
    if (monthlyBudget !== null) makeBudget(this, monthlyBudget, topic);
    makeDashboard(this, props, period);
  }
}

/** Every alarm, by its name. */
function rules({ arrivals, ingest, functions, api, runs }: WatchProps): Record<string, Rule> {
  const { queue, deadLetters } = arrivals;
  const largest = { period, statistic: 'max' };
  const failed = new Metric({
    namespace: NAMESPACE,
    metricName: EVENTS,
    dimensionsMap: { service: ingest.stack.stackName, outcome: FAILED },
    statistic: 'sum',
    period,
  });
  return {
    EventsFailed: {
      metric: failed,
      threshold: 0,
      // Lambda counts no error where it hands messages back. What fails once and is mended by the next try wakes nobody.
      periods: { bad: 2, of: 4 },
      says: 'Events of the bucket fail again and again.',
    },
    OldestArrival: {
      metric: queue.metricApproximateAgeOfOldestMessage(largest),
      threshold: 3600,
      says: 'Events of the bucket wait for more than an hour.',
    },
    DeadLetters: {
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(largest),
      threshold: 0,
      says: 'An event failed every time.',
    },
    ...Object.fromEntries(functions.flatMap((fn) => Object.entries(rulesOf(fn)))),
    ApiErrors: {
      metric: api.metricServerError({ period, statistic: 'sum' }),
      threshold: 0,
      says: 'The API answered with a 5xx.',
    },
    RunsFailed: {
      metric: runs.metricFailed({ period }),
      threshold: 0,
      says: 'A run over the bucket failed.',
    },
    RunsTimedOut: {
      metric: runs.metricTimedOut({ period }),
      threshold: 0,
      says: 'A run over the bucket came to its time limit.',
    },
    RunsAborted: {
      metric: runs.metricAborted({ period }),
      threshold: 0,
      says: 'A run over the bucket was stopped before its end.',
    },
  };
}

function rulesOf(fn: LambdaFunction): Record<string, Rule> {
  const { id: name } = fn.node;
  const limit = fn.timeout?.toMilliseconds() ?? 0;
  return {
    [`${name}Errors`]: {
      metric: fn.metricErrors({ period }),
      threshold: 0,
      says: `${name} crashed.`,
    },
    [`${name}Throttles`]: {
      metric: fn.metricThrottles({ period }),
      threshold: 0,
      says: `${name} was held back.`,
    },
    [`${name}Duration`]: {
      metric: fn.metricDuration({ period, statistic: 'max' }),
      threshold: 0.8 * limit,
      says: `${name} came near its time limit.`,
    },
  };
}
