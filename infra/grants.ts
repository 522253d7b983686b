import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { TABLE } from '../lambdas/adapters/dynamodb/table.ts';
import { acknowledge } from './acknowledge.ts';

const READ_ITEMS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE_ITEMS = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'];

/** Tells a function its table and lets it read it, indexes included. */
export function readsTable(fn: LambdaFunction, table: Table): void {
  useTable(fn, table, READ_ITEMS);
}

/** Tells a function its table and lets it read and write it. */
export function writesTable(fn: LambdaFunction, table: Table): void {
  useTable(fn, table, [...READ_ITEMS, ...WRITE_ITEMS]);
}

function useTable(fn: LambdaFunction, table: Table, actions: readonly string[]): void {
  fn.addEnvironment('TABLE_NAME', table.tableName);
  allow(fn.role, actions, [table.tableArn]);
  const indexes = TABLE.GlobalSecondaryIndexes.map(
    ({ IndexName }) => `${table.tableArn}/index/${IndexName}`,
  );
  allow(fn.role, ['dynamodb:Query'], indexes);
}

/** Tells a function its bucket and lets it read every object in it. */
export function readsBucket(fn: LambdaFunction, bucket: Bucket): void {
  fn.addEnvironment('BUCKET_NAME', bucket.bucketName);
  allowObjects(fn.role, { bucket, keys: '*' }, ['s3:GetObject'], 'Uploaders choose their keys.');
}

/** Lets a role list the bucket; without it a key that is not there is forbidden instead of missing. */
export function listsBucket(role: IRole | undefined, bucket: Bucket): void {
  allow(role, ['s3:ListBucket'], [bucket.bucketArn]);
}

/** Lets a function put objects under the prefix, e.g. `answers/`. */
export function writesUnder(fn: LambdaFunction, bucket: Bucket, prefix: string): void {
  const why = 'It makes keys as it needs them.';
  allowObjects(fn.role, { bucket, keys: `${prefix}*` }, ['s3:PutObject'], why);
}

/** Lets a role do something to the objects whose keys are like the pattern, e.g. `runs/*`. */
export function allowObjects(
  role: IRole | undefined,
  { bucket, keys }: { readonly bucket: Bucket; readonly keys: string },
  actions: readonly string[],
  reason: string,
): void {
  allow(role, actions, [bucket.arnForObjects(keys)]);
  const name = bucket.stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  if (role) acknowledge(role, { [`AwsSolutions-IAM5[Resource::<${name}.Arn>/${keys}]`]: reason });
}

function allow(
  role: IRole | undefined,
  actions: readonly string[],
  resources: readonly string[],
): void {
  role?.addToPrincipalPolicy(
    new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
  );
}
