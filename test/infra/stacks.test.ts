import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../infra/settings.ts';
import { TABLE } from '../../lambdas/store/table.ts';
import { synthesize } from './synthesized.ts';

const { missing, outputs, resources, ofType, stackNames } = synthesize();
const only = (type: string) => {
  const [one, ...more] = ofType(type);
  expect(more).toEqual([]);
  return one?.Properties;
};

it('needs no account, region or context, and nothing custom', () => {
  expect(missing).toEqual([]);
  expect(resources.filter(({ Type }) => /^Custom::|CustomResource$/.test(Type))).toEqual([]);
});

it.each(['BucketName', 'TableName', 'ApiUrl', 'BackfillStateMachineArn'])(
  '%s is an output of one stack',
  (name) => {
    expect(outputs.filter((output) => output === name)).toHaveLength(1);
  },
);

it('a second environment lives beside the first', () => {
  const second = synthesize({ environment: 'trial' });
  expect(second.stackNames).toHaveLength(stackNames.length);
  expect(second.stackNames.filter((name) => stackNames.includes(name))).toEqual([]);
  // Whatever has a name that CloudFormation does not make up has the environment's in it.
  const names = second.resources.flatMap(({ Properties = {} }) =>
    Object.entries(Properties)
      .filter(([key]) =>
        /^(Bucket|Table|Queue|Function|Role|LogGroup|Topic|Dashboard|Alarm|UserPool|Alias)Name$/.test(
          key,
        ),
      )
      .map(([, name]) => name)
      .filter((name) => typeof name === 'string'),
  );
  expect(names.filter((name) => !name.includes('trial'))).toEqual([]);
  expect(names).toContain('shisaku-trial-watch');
});

it('the table is the one that the embedded stack makes, and is hard to lose', () => {
  const sorted = (definitions: readonly { AttributeName: string }[]) =>
    definitions.toSorted((a, b) => (a.AttributeName < b.AttributeName ? -1 : 1));
  const table = only('AWS::DynamoDB::Table');
  expect({ ...table, AttributeDefinitions: sorted(table.AttributeDefinitions) }).toEqual({
    ...TABLE,
    AttributeDefinitions: sorted(TABLE.AttributeDefinitions),
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true },
    DeletionProtectionEnabled: true,
  });
});

it('what is kept outlives its stack', () => {
  for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table']) {
    expect(ofType(type)).toMatchObject([
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ]);
  }
});

describe('from the bucket to ingest', () => {
  it('what is created and what is removed goes to one queue', () => {
    const { QueueConfigurations } = only('AWS::S3::Bucket').NotificationConfiguration;
    const events = QueueConfigurations.map(({ Event }: { Event: string }) => Event);
    expect(events).toEqual(['s3:ObjectCreated:*', 's3:ObjectRemoved:*']);
    expect(
      new Set(QueueConfigurations.map(({ Queue }: { Queue: unknown }) => JSON.stringify(Queue))),
    ).toHaveProperty('size', 1);
    // S3 refuses a queue that it may not send to yet.
    const [policy] = ofType('AWS::SQS::QueuePolicy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('s3.amazonaws.com'),
    );
    expect(ofType('AWS::S3::Bucket')).toMatchObject([
      { DependsOn: expect.arrayContaining([policy?.id]) },
    ]);
  });

  it('messages are delivered a few at a time, and again for as long as it takes', () => {
    expect(only('AWS::Lambda::EventSourceMapping')).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 10 },
    });
    const queue = ofType('AWS::SQS::Queue').find(({ Properties }) => Properties.RedrivePolicy);
    const ingest = ofType('AWS::Lambda::Function').find(({ stack }) => stack.endsWith('ingest'));
    expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(
      6 * ingest?.Properties.Timeout,
    );
    expect(queue?.Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
  });

  it('uploads that are overwritten or never finished, answers, and results of runs do not stay for ever', () => {
    expect(only('AWS::S3::Bucket').LifecycleConfiguration.Rules).toMatchObject([
      { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
      { NoncurrentVersionExpiration: { NoncurrentDays: 90 } },
      { Prefix: 'answers/', ExpirationInDays: 1 },
      { Prefix: 'runs/', ExpirationInDays: 90 },
    ]);
  });
});

describe('settings', () => {
  const settings = (context: Record<string, unknown>) => settingsOf((name) => context[name]);

  it('have defaults', () => {
    expect(settings({})).toEqual({ environment: 'main', publicRead: false, tokens: null });
  });

  it('come as the command line gives them', () => {
    const context = { publicRead: 'true', issuer: 'https://id.example/', audience: 'one,two' };
    expect(settings(context)).toMatchObject({
      publicRead: true,
      tokens: { issuer: 'https://id.example/', audience: ['one', 'two'] },
    });
  });

  it.each([
    [{ publicRead: 'yes' }, /publicRead/],
    [{ environment: 'Über' }, /environment/],
    [{ issuer: 'http://id.example/', audience: 'one' }, /issuer/],
    [{ issuer: 'https://id.example/' }, /go together/],
    [{ audience: 'one' }, /go together/],
  ])('%j is refused', (context, why) => {
    expect(() => settings(context)).toThrow(why);
  });
});
