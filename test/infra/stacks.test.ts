import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../infra/settings.ts';
import { TABLE } from '../../lambdas/adapters/dynamodb/table.ts';
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
  for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Cognito::UserPool']) {
    expect(ofType(type)).toMatchObject([
      { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
    ]);
  }
});

describe('what is said with a later deploy', () => {
  const KEPT = /^AWS::(S3::Bucket|DynamoDB::Table|Cognito::UserPool|SQS::Queue)$/;
  const kept = (all: typeof resources) => all.filter(({ Type }) => KEPT.test(Type));
  const token = { issuer: 'https://id.example/', audience: 'shisaku' };

  it.each([
    { publicRead: 'true' },
    { queryConcurrency: 'none', monthlyBudget: 'none' },
    { alarmEmail: 'you@example.org' },
    { edgeOf: 'abc.execute-api.ap-northeast-1.amazonaws.com' },
  ])('%j leaves what holds data as it is, under the same names', (context) => {
    expect(kept(synthesize(context).resources)).toEqual(kept(resources));
  });

  it('an issuer lets go of the pool, which stays with its users', () => {
    const named = kept(synthesize(token).resources);
    const gone = kept(resources).filter(({ id }) => !named.some((other) => other.id === id));
    expect(gone).toMatchObject([
      {
        Type: 'AWS::Cognito::UserPool',
        DeletionPolicy: 'Retain',
        Properties: { DeletionProtection: 'ACTIVE' },
      },
    ]);
  });
});

describe('from the bucket to ingest', () => {
  it('what is created, removed or expired goes to one queue', () => {
    const { QueueConfigurations } = only('AWS::S3::Bucket').NotificationConfiguration;
    const events = QueueConfigurations.map(({ Event }: { Event: string }) => Event);
    expect(events).toEqual([
      's3:ObjectCreated:*',
      's3:ObjectRemoved:*',
      's3:LifecycleExpiration:*',
    ]);
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
    expect(settings({})).toEqual({
      environment: 'main',
      publicRead: false,
      tokens: null,
      readScope: 'shisaku/read',
      uploadScope: 'shisaku/upload',
      correctScope: 'shisaku/correct',
      queryConcurrency: 50,
      monthlyBudget: 20,
      alarmEmail: null,
      edgeOf: null,
      pageClient: null,
    });
  });

  it('come as the command line gives them', () => {
    const context = { publicRead: 'true', issuer: 'https://id.example/', audience: 'one,two' };
    expect(settings(context)).toMatchObject({
      publicRead: true,
      tokens: { issuer: 'https://id.example/', audience: ['one', 'two'] },
    });
  });

  it('may be none where there is a default', () => {
    expect(settings({ queryConcurrency: 'none', monthlyBudget: 'none' })).toMatchObject({
      queryConcurrency: null,
      monthlyBudget: null,
    });
    expect(settings({ queryConcurrency: '7', monthlyBudget: '2.5' })).toMatchObject({
      queryConcurrency: 7,
      monthlyBudget: 2.5,
    });
  });

  it.each([
    [{ queryConcurrency: '0' }, /queryConcurrency/],
    [{ monthlyBudget: '-1' }, /monthlyBudget/],
    [{ alarmEmail: 'nobody' }, /alarmEmail/],
    [{ edgeOf: 'https://api.example' }, /edgeOf/],
    [{ readScope: 'two scopes' }, /readScope/],
    [{ publicRead: 'yes' }, /publicRead/],
    [{ environment: 'Über' }, /environment/],
    [{ issuer: 'http://id.example/', audience: 'one' }, /issuer/],
    [{ issuer: 'https://id.example/' }, /go together/],
    [{ audience: 'one' }, /go together/],
    [{ readScope: 'read' }, /readScope/],
  ])('%j is refused', (context, why) => {
    expect(() => settings(context)).toThrow(why);
  });
});
