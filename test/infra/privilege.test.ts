import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { actionsOf, list, type Statement, statementsOf } from './statements.ts';
import { synthesize } from './synthesized.ts';

const { ofType } = synthesize({});

/** The DynamoDB action of a call that the document client abbreviates. */
const ACTION_OF: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
};

const allowedTo = (stack: string, name = ''): Statement[] =>
  statementsOf(
    ofType('AWS::IAM::Policy').filter(
      (policy) =>
        policy.stack.endsWith(stack) && String(policy.Properties.PolicyName).startsWith(name),
    ),
  );
const allowed = statementsOf(ofType('AWS::IAM::Policy'));

it('no action is a wildcard', () => {
  expect(allowed.flatMap(({ Action }) => list(Action)).filter((a) => a.includes('*'))).toEqual([]);
});

it('only X-Ray and log delivery, which know no resources, are allowed on all of them', () => {
  const everywhere = allowed.filter(({ Resource }) => list(Resource).includes('*'));
  const actions = new Set(everywhere.flatMap(({ Action }) => list(Action)));
  expect([...actions].filter((action) => !/^(xray|logs):/.test(action))).toEqual([]);
  const logs = statementsOf(
    ofType('AWS::IAM::Policy').filter(({ stack }) => !stack.endsWith('backfill')),
  );
  const elsewhere = logs.filter(({ Resource }) => list(Resource).includes('*'));
  expect(actionsOf(elsewhere, 'logs')).toEqual([]);
});

it('every other wildcard stands for keys of the bucket or executions of the state machine', () => {
  const wild = allowed
    .filter(({ Resource }) => Resource !== '*' && JSON.stringify(Resource).includes('*'))
    .flatMap(({ Action }) => list(Action));
  expect([...new Set(wild)].toSorted()).toEqual([
    's3:AbortMultipartUpload',
    's3:GetObject',
    's3:ListMultipartUploadParts',
    's3:PutObject',
    'states:DescribeExecution',
    'states:RedriveExecution',
    'states:StopExecution',
  ]);
});

it('no role brings policies that AWS manages', () => {
  expect(ofType('AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns)).toEqual(
    [],
  );
});

it('ingest may do to the table what the store does, so may what corrects, and query what only reads', () => {
  const source = globSync('lambdas/adapters/dynamodb/**/*.ts', {
    exclude: ['**/{create,clear}-table.ts'],
  })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const calls = source.matchAll(/new (\w+)Command\(|paginate(\w+)\(/g).map(([, a, b]) => a ?? b);
  const used = [...new Set(calls)].map((call) => `dynamodb:${ACTION_OF[call ?? ''] ?? call}`);
  expect(actionsOf(allowedTo('ingest'), 'dynamodb')).toEqual(used.toSorted());
  const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
  expect(actionsOf(allowedTo('query', 'Query'), 'dynamodb')).toEqual(reads);
  expect(actionsOf(allowedTo('query', 'Corrections'), 'dynamodb')).toEqual(used.toSorted());
});

it('ingest only reads the bucket; query, batches and runs write under prefixes of their own', () => {
  expect(actionsOf(allowedTo('ingest'), 's3')).toEqual(['s3:GetObject', 's3:ListBucket']);
  const puts = allowed.filter(({ Action }) => list(Action).includes('s3:PutObject'));
  const keys = puts.flatMap(({ Resource }) => JSON.stringify(Resource).match(/"\/[^"]*"/g));
  expect(keys.toSorted()).toEqual([
    '"/answers/*"',
    '"/corrections/*"',
    '"/publisher=*/uploads/*"',
    '"/runs/*"',
    '"/runs/*"',
    '"/uploads/*"',
  ]);
});
