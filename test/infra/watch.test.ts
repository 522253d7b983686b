import { expect, it } from 'vitest';
import { synthesize } from './synthesized.ts';

const { ofType } = synthesize();
const queues = ofType('AWS::SQS::Queue');
const functions = ofType('AWS::Lambda::Function');
const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

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

it('a run that fails has an alarm', () => {
  for (const { id } of ofType('AWS::StepFunctions::StateMachine')) {
    expect(watched(id)).toEqual(['ExecutionsFailed']);
  }
});

it('every alarm is told, over a topic that alarms may publish to', () => {
  const [topic] = ofType('AWS::SNS::Topic');
  expect(alarms.every(({ AlarmActions }) => AlarmActions[0].Ref === topic?.id)).toBe(true);
  for (const type of ['AWS::SNS::TopicPolicy', 'AWS::KMS::Key']) {
    expect(JSON.stringify(ofType(type))).toContain('cloudwatch.amazonaws.com');
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
