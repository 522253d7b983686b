/** What the state machine is made of, as CloudFormation gives them. */
export interface RunParts {
  readonly bucketName: string;
  readonly functionArn: string;
  /** where results go, without a slash at its end */
  readonly results: string;
}

/** As many objects as can take a minute each within Lambda's quarter of an hour. */
const OBJECTS_PER_BATCH = 10;

/**
 * A Distributed Map over the objects under a prefix, in Amazon States Language; input and results are told in
 * lambdas/backfill/batch.ts. In its own words, since CDK's leave paths in the batch's input as they are and let the
 * result writer write anywhere.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export const runDefinition = ({ bucketName, functionArn, results }: RunParts) => ({
  StartAt: 'EveryObject',
  States: {
    EveryObject: {
      Type: 'Map',
      End: true,
      ItemReader: {
        Resource: 'arn:aws:states:::s3:listObjectsV2',
        Parameters: { Bucket: bucketName, 'Prefix.$': '$.prefix' },
      },
      ItemBatcher: {
        MaxItemsPerBatch: OBJECTS_PER_BATCH,
        BatchInput: {
          'mode.$': '$.mode',
          'publish.$': '$.publish',
          'run.$': '$$.Execution.Name',
        },
      },
      MaxConcurrency: 20,
      // More than this is no longer the fault of single files.
      ToleratedFailurePercentage: 5,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Batch',
        States: { Batch: batch(functionArn) },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: bucketName, Prefix: results },
      },
    },
  },
});

const batch = (functionArn: string) => ({
  Type: 'Task',
  End: true,
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: functionArn, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  // The world's faults and a reader that broke off; a document's own are accounted for.
  Retry: [
    {
      ErrorEquals: [
        'BatchIncomplete',
        'Lambda.TooManyRequestsException',
        'Lambda.ClientExecutionTimeoutException',
        'Lambda.ServiceException',
        'Lambda.AWSLambdaException',
        'Lambda.SdkClientException',
      ],
      IntervalSeconds: 10,
      BackoffRate: 2,
      MaxAttempts: 4,
      JitterStrategy: 'FULL',
    },
  ],
});
