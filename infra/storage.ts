import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { TABLE } from '../lambdas/adapters/dynamodb/table.ts';
import { ANSWERS, RUNS } from '../lambdas/domain/prefixes.ts';
import { acknowledge } from './acknowledge.ts';
import { type Arrivals, makeArrivals, notify } from './arrivals.ts';

/** What is kept: the PDFs, what was read from them, and what happened that is not dealt with yet. */
export class StorageStack extends Stack {
  readonly bucket: Bucket;
  readonly table: Table;
  readonly arrivals: Arrivals;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.arrivals = makeArrivals(this);
    this.bucket = makeBucket(this, this.arrivals);
    this.table = makeTable(this);
    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
  }
}

function makeBucket(scope: Construct, arrivals: Arrivals): Bucket {
  const bucket = new Bucket(scope, 'Sheets', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { id: 'uploads-that-never-ended', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      {
        id: 'replaced-and-removed',
        noncurrentVersionExpiration: Duration.days(90),
        expiredObjectDeleteMarker: true,
      },
      {
        id: 'answers',
        prefix: ANSWERS,
        expiration: Duration.days(1),
        noncurrentVersionExpiration: Duration.days(1),
      },
      // As long as Step Functions knows the run that they are of, and its log is kept.
      {
        id: 'runs',
        prefix: RUNS,
        expiration: Duration.days(90),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
    // For pages that follow a presigned URL; without one the bucket answers nobody, from wherever they ask.
    cors: [
      {
        allowedOrigins: ['*'],
        allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.POST],
        allowedHeaders: ['*'],
        exposedHeaders: ['ETag'],
        maxAge: 3600,
      },
    ],
  });
  acknowledge(bucket, {
    'AwsSolutions-S1':
      'Uploads leave their trace in the table and in the logs of ingest, reads in the access log of the API.',
  });
  notify(bucket.node.defaultChild as CfnBucket, arrivals);
  return bucket;
}

function makeTable(scope: Construct): Table {
  const table = new Table(scope, 'Records', {
    ...keysOf(TABLE.KeySchema),
    billingMode: BillingMode[TABLE.BillingMode],
    encryption: TableEncryption.AWS_MANAGED,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const { IndexName, KeySchema, Projection } of TABLE.GlobalSecondaryIndexes) {
    table.addGlobalSecondaryIndex({
      indexName: IndexName,
      projectionType: ProjectionType[Projection.ProjectionType],
      ...keysOf(KeySchema),
    });
  }
  return table;
}

type KeySchema = readonly [{ readonly AttributeName: string }, { readonly AttributeName: string }];

function keysOf([partition, sort]: KeySchema) {
  const attribute = ({ AttributeName: name }: KeySchema[number]) => {
    const type = TABLE.AttributeDefinitions.find((defined) => defined.AttributeName === name);
    if (!type) throw new Error(`TABLE does not define ${name}`);
    return { name, type: { S: AttributeType.STRING }[type.AttributeType] };
  };
  return { partitionKey: attribute(partition), sortKey: attribute(sort) };
}
