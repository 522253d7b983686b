import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget, type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Arrivals } from './arrivals.ts';
import { NAMESPACE } from './function.ts';

export interface ShownMetric {
  readonly arrivals: Arrivals;
  readonly functions: readonly LambdaFunction[];
  readonly api: HttpApi;
}

/** Shows how things are. */
export function makeDashboard(
  scope: Construct,
  { arrivals: { queue, deadLetters }, functions, api }: ShownMetric,
  period: Duration,
): void {
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8 });
  const each = (metric: (fn: LambdaFunction) => IMetric) => functions.map(metric);
  const largest = { period, statistic: 'max' };
  const ours = (dimensions: string, name: string, statistic: string) =>
    search({ dimensions, name, statistic }, functions, period);
  new Dashboard(scope, 'Dashboard', {
    dashboardName: Stack.of(scope).stackName,
    widgets: [
      [
        graph(
          'Waiting',
          queue.metricApproximateNumberOfMessagesVisible(largest),
          deadLetters.metricApproximateNumberOfMessagesVisible(largest),
        ),
        graph('Age of the oldest (s)', queue.metricApproximateAgeOfOldestMessage(largest)),
        graph(
          'API',
          api.metricCount({ period }),
          api.metricClientError({ period }),
          api.metricServerError({ period, statistic: 'sum' }),
        ),
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
        graph('How events ended', ours('outcome,service', 'Events', 'Sum')),
        graph('Reading (ms)', ours('service', 'Reading', 'p95')),
        graph('Findings', ours('service', 'Findings', 'Sum')),
      ],
    ],
  });
}

/** A metric that these functions send themselves, a line for each and for each value of other dimensions. */
function search(
  { dimensions, name, statistic }: Record<'dimensions' | 'name' | 'statistic', string>,
  functions: readonly LambdaFunction[],
  period: Duration,
): MathExpression {
  const services = functions.map(({ stack }) => `service="${stack.stackName}"`);
  const schema = `{${NAMESPACE},${dimensions}}`;
  const query = `${schema} MetricName="${name}" (${[...new Set(services)].join(' OR ')})`;
  return new MathExpression({
    expression: `SEARCH('${query}', '${statistic}', ${period.toSeconds()})`,
    usingMetrics: {},
    label: '',
    period,
  });
}
