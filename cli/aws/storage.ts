import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';
import { connectionOf } from './connection.ts';
import { unknown } from './run.ts';

export interface BucketClient {
  readonly bucketName: string;
  readonly tableName: string;
}

/**
 * The bucket and the table of a stack, by the stack's name with or without its `-storage`.
 * @throws InputError no-such-stack, aws-not-set-up, no-such-profile
 */
export async function findStorage(stackName: string): Promise<BucketClient> {
  const client = new CloudFormationClient(await connectionOf(process.env));
  for (const StackName of [`${stackName}-storage`, stackName]) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName })).catch(unknown);
    const outputs = Stacks?.flatMap(({ Outputs = [] }) => Outputs) ?? [];
    const output = (name: string) =>
      outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
    const [bucketName, tableName] = [output('BucketName'), output('TableName')];
    if (bucketName && tableName) return { bucketName, tableName };
  }
  throw new InputError(
    'no-such-stack',
    phrase`There is no stack ${stackName} with a bucket and a table in this account and region.`,
  );
}
