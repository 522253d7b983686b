import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Arrivals } from './arrivals.ts';
import { NAMESPACE } from './function.ts';

export interface WatchProps {
  readonly arrivals: Arrivals;
  readonly functions: readonly LambdaFunction[];
  readonly api: HttpApi;
  readonly runs: StateMachine;
}

const period = Duration.minutes(5);

/** Says when something needs a person, and shows how things are. */
export class WatchStack extends Stack {
  readonly #action: SnsAction;

  constructor(scope: Construct, id: string, { arrivals, functions, api, runs }: WatchProps) {
    super(scope, id);
    this.#action = new SnsAction(makeTopic(this));
    const { queue, deadLetters } = arrivals;

    const age = queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'max' });
    const waiting = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'max' });
    const dead = deadLetters.metricApproximateNumberOfMessagesVisible({ period, statistic: 'max' });
    this.#alarm('OldestArrival', age, 3600, 'Events of the bucket wait for more than an hour.');
    this.#alarm('DeadLetters', dead, 0, 'An event failed every time; see docs/operating.md.');

    for (const fn of functions) {
      const { id: name } = fn.node;
      const limit = fn.timeout?.toMilliseconds() ?? 0;
      this.#alarm(`${name}Errors`, fn.metricErrors({ period }), 0, `${name} crashed.`);
      this.#alarm(`${name}Throttles`, fn.metricThrottles({ period }), 0, `${name} was held back.`);
      const duration = fn.metricDuration({ period, statistic: 'max' });
      this.#alarm(`${name}Duration`, duration, 0.8 * limit, `${name} came near its time limit.`);
    }
    const failing = api.metricServerError({ period, statistic: 'sum' });
    this.#alarm('ApiErrors', failing, 0, 'The API answered with a 5xx.');
    this.#alarm('RunsFailed', runs.metricFailed({ period }), 0, 'A run over the bucket failed.');

    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8 });
    const each = (metric: (fn: LambdaFunction) => IMetric) => functions.map(metric);
    new Dashboard(this, 'Dashboard', {
      dashboardName: id,
      widgets: [
        [
          graph('Waiting', waiting, dead),
          graph('Age of the oldest (s)', age),
          graph('API', api.metricCount({ period }), api.metricClientError({ period }), failing),
        ],
        [
          graph('Duration (ms)', ...each((fn) => fn.metricDuration({ period, statistic: 'p95' }))),
          graph('Invocations', ...each((fn) => fn.metricInvocations({ period }))),
          graph(
            'Errors and throttles',
            ...each((fn) => fn.metricErrors({ period })),
            ...each((fn) => fn.metricThrottles({ period })),
          ),
        ],
        [
          graph('How events ended', ours('outcome,service', 'Events', 'Sum', functions)),
          graph('Reading (ms)', ours('service', 'Reading', 'p95', functions)),
          graph('Findings', ours('service', 'Findings', 'Sum', functions)),
        ],
      ],
    });
  }

  #alarm(id: string, metric: IMetric, threshold: number, alarmDescription: string): void {
    new Alarm(this, id, {
      metric,
      threshold,
      alarmDescription,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(this.#action);
  }
}

/** A metric that these functions send themselves, a line for each and for each value of other dimensions. */
function ours(
  dimensions: string,
  name: string,
  statistic: string,
  functions: readonly LambdaFunction[],
): MathExpression {
  const services = functions.map(({ stack }) => `service="${stack.stackName}"`).join(' OR ');
  const schema = `{${NAMESPACE},${dimensions}}`;
  const query = `${schema} MetricName="${name}" (${services})`;
  return new MathExpression({
    expression: `SEARCH('${query}', '${statistic}', ${period.toSeconds()})`,
    usingMetrics: {},
    label: '',
    period,
  });
}

/** Alarms cannot publish to a topic under the key that AWS manages: its policy does not let them. */
function makeTopic(scope: Construct): Topic {
  const alarms = new ServicePrincipal('cloudwatch.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
  const masterKey = new Key(scope, 'TopicKey', {
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  masterKey.grantEncryptDecrypt(alarms);
  const topic = new Topic(scope, 'Alarms', { masterKey, enforceSSL: true });
  topic.grantPublish(alarms);
  return topic;
}
