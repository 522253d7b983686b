import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EVENTS, FAILED } from '../../lambdas/ingest/metric.ts';
import { BULK_PATHS } from '../../lambdas/query/bulk.ts';
import { synthesize } from './synthesized.ts';

const { ofType } = synthesize();
const queues = ofType('AWS::SQS::Queue');
const functions = ofType('AWS::Lambda::Function');
const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

const byName = (a: { Name: string }, b: { Name: string }) => (a.Name < b.Name ? -1 : 1);

/** Metrics that an alarm watches for the resource, which another stack exports. */
const watched = (id: string): string[] =>
  alarms
    .filter(({ Dimensions }) => JSON.stringify(Dimensions).includes(id))
    .map(({ MetricName }) => MetricName)
    .toSorted();

it('every queue is a dead-letter queue or has one, and an alarm', () => {
  const dead = queues.filter(({ Properties }) => !Properties.RedrivePolicy);
  const live = queues.filter(({ Properties }) => Properties.RedrivePolicy);
  expect([live.length, dead.length]).toEqual([1, 1]);
  for (const { Properties } of live) {
    const [target] = Properties.RedrivePolicy.deadLetterTargetArn['Fn::GetAtt'];
    expect(dead.map(({ id }) => id)).toContain(target);
  }
  for (const { id } of live) expect(watched(id)).toEqual(['ApproximateAgeOfOldestMessage']);
  for (const { id } of dead) expect(watched(id)).toEqual(['ApproximateNumberOfMessagesVisible']);
});

it('every function has alarms, and each knows its time limit', () => {
  for (const { id, Properties } of functions) {
    expect(watched(id)).toEqual(['Duration', 'Errors', 'Throttles']);
    const [duration] = alarms.filter(
      ({ MetricName, Dimensions }) =>
        MetricName === 'Duration' && JSON.stringify(Dimensions).includes(id),
    );
    expect(duration.Threshold / 1000 / Properties.Timeout).toBeCloseTo(0.8);
  }
});

it('a run that does not succeed has an alarm, however it ends', () => {
  for (const { id } of ofType('AWS::StepFunctions::StateMachine')) {
    expect(watched(id)).toEqual(['ExecutionsAborted', 'ExecutionsFailed', 'ExecutionsTimedOut']);
  }
});

it('an ingest that hands messages back is seen within minutes, by the metric that it sends itself', () => {
  const [ingest] = functions.filter(({ stack }) => stack.endsWith('ingest'));
  const { POWERTOOLS_SERVICE_NAME, POWERTOOLS_METRICS_NAMESPACE } =
    ingest?.Properties.Environment.Variables ?? {};
  const [alarm, ...more] = alarms.filter(({ MetricName }) => MetricName === EVENTS);
  expect(more).toEqual([]);
  expect(alarm).toMatchObject({ Namespace: POWERTOOLS_METRICS_NAMESPACE, Threshold: 0 });
  expect(alarm.Dimensions.toSorted(byName)).toEqual([
    { Name: 'outcome', Value: FAILED },
    { Name: 'service', Value: POWERTOOLS_SERVICE_NAME },
  ]);
  // A message that failed is delivered again once it is visible again: both tries fall into what is looked at.
  const queue = queues.find(({ Properties }) => Properties.RedrivePolicy);
  const seconds = alarm.Period * alarm.EvaluationPeriods;
  expect(alarm.DatapointsToAlarm).toBe(2);
  expect(queue?.Properties.VisibilityTimeout).toBeLessThan(seconds - alarm.Period);
});

it('what ingest sends is what the alarm looks at', () => {
  const [alarm] = alarms.filter(({ MetricName }) => MetricName === EVENTS);
  const dimensions: { Name: string; Value: string }[] = alarm.Dimensions;
  const script = `import { count } from './lambdas/ingest/watch.ts'; count('${FAILED}', 3);`;
  const line = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: {
      POWERTOOLS_METRICS_NAMESPACE: alarm.Namespace,
      POWERTOOLS_SERVICE_NAME: dimensions.find(({ Name }) => Name === 'service')?.Value,
      POWERTOOLS_DEV: 'false',
    },
  });
  const sent = JSON.parse(line);
  const [{ Namespace, Dimensions, Metrics }] = sent._aws.CloudWatchMetrics;
  expect([Namespace, Metrics]).toMatchObject([alarm.Namespace, [{ Name: alarm.MetricName }]]);
  expect(Dimensions.map((names: string[]) => names.toSorted())).toEqual([
    dimensions.map(({ Name }) => Name).toSorted(),
  ]);
  for (const { Name, Value } of dimensions) expect(sent[Name]).toBe(Value);
  expect(sent[EVENTS]).toBe(3);
});

it('a month that costs more than the budget is told over the same topic', () => {
  const [budget] = ofType('AWS::Budgets::Budget');
  const { Budget, NotificationsWithSubscribers } = budget?.Properties ?? {};
  expect(Budget.BudgetLimit).toEqual({ Amount: 20, Unit: 'USD' });
  const [topic] = ofType('AWS::SNS::Topic');
  for (const { Subscribers } of NotificationsWithSubscribers) {
    expect(Subscribers).toEqual([{ SubscriptionType: 'SNS', Address: { Ref: topic?.id } }]);
  }
  const none = synthesize({ monthlyBudget: 'none' });
  expect(none.ofType('AWS::Budgets::Budget')).toEqual([]);
});

it('an address that is given is told of alarms', () => {
  expect(ofType('AWS::SNS::Subscription')).toEqual([]);
  const told = synthesize({ alarmEmail: 'you@example.org' }).ofType('AWS::SNS::Subscription');
  expect(told).toMatchObject([{ Properties: { Protocol: 'email', Endpoint: 'you@example.org' } }]);
});

it('a flood of questions leaves room for ingest, and what answers in bulk is held back sooner', () => {
  const reserved = (all: typeof functions) =>
    Object.fromEntries(
      all.flatMap(({ id, Properties: { ReservedConcurrentExecutions: most } }) =>
        most === undefined ? [] : [[id.replace(/[0-9A-F]{8}$/, ''), most]],
      ),
    );
  expect(reserved(functions)).toEqual({ Query: 50, Corrections: 5 });
  const unbounded = synthesize({ queryConcurrency: 'none' }).ofType('AWS::Lambda::Function');
  expect(reserved(unbounded)).toEqual({});

  const [stage] = ofType('AWS::ApiGatewayV2::Stage');
  const { RouteSettings, DefaultRouteSettings } = stage?.Properties ?? {};
  const bulk = BULK_PATHS.map((path) => `GET ${path}`);
  expect(Object.keys(RouteSettings).toSorted()).toEqual(bulk.toSorted());
  const routes = ofType('AWS::ApiGatewayV2::Route');
  for (const [key, settings] of Object.entries<Record<string, number>>(RouteSettings)) {
    expect(settings['ThrottlingRateLimit']).toBeLessThan(
      DefaultRouteSettings.ThrottlingRateLimit / 2,
    );
    const route = routes.find(({ Properties }) => Properties.RouteKey === key);
    expect(stage).toMatchObject({ DependsOn: expect.arrayContaining([route?.id]) });
  }
});

it('every alarm has its line in what to do, and every line its alarm', () => {
  const [, section = ''] =
    /^## When an alarm is up$(.*?)^## /ms.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
  const first = section.split('\n').flatMap((line) => /^\| (`.*?) \|/.exec(line)?.[1] ?? []);
  const told = first.flatMap((names) => names.split(', ').map((name) => name.replaceAll('`', '')));
  const names = ofType('AWS::CloudWatch::Alarm').map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''));
  expect(told.toSorted()).toEqual(names.toSorted());
  for (const { AlarmDescription } of alarms) expect(AlarmDescription).toContain('operating.md');
});

it('every alarm is told, over a topic that alarms may publish to', () => {
  const [topic] = ofType('AWS::SNS::Topic');
  expect(alarms.every(({ AlarmActions }) => AlarmActions[0].Ref === topic?.id)).toBe(true);
  for (const type of ['AWS::SNS::TopicPolicy', 'AWS::KMS::Key']) {
    expect(JSON.stringify(ofType(type))).toContain('cloudwatch.amazonaws.com');
    expect(JSON.stringify(ofType(type))).toContain('budgets.amazonaws.com');
  }
});

it('every function, the API and runs write to a log that is kept for a while', () => {
  const groups = ofType('AWS::Logs::LogGroup');
  expect(groups.filter(({ Properties }) => !Properties.RetentionInDays)).toEqual([]);
  const ids = groups.map(({ id }) => id);
  for (const { Properties } of functions) {
    expect(ids).toContain(Properties.LoggingConfig.LogGroup.Ref);
  }
  for (const { Properties } of ofType('AWS::StepFunctions::StateMachine')) {
    const [{ CloudWatchLogsLogGroup }] = Properties.LoggingConfiguration.Destinations;
    expect(ids).toContain(CloudWatchLogsLogGroup.LogGroupArn['Fn::GetAtt'][0]);
  }
  for (const { Properties } of ofType('AWS::ApiGatewayV2::Stage')) {
    expect(ids).toContain(Properties.AccessLogSettings.DestinationArn['Fn::GetAtt'][0]);
    expect(Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    });
  }
});

it('every function runs on arm64 and Node 24, traced', () => {
  for (const { Properties } of functions) {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    });
  }
  expect(ofType('AWS::CloudWatch::Dashboard')).toHaveLength(1);
});
