import { expect, it } from 'vitest';
import { synthesize } from './synthesized.ts';

const { ofType } = synthesize();
const [machine, ...more] = ofType('AWS::StepFunctions::StateMachine');

/** The definition as it is deployed, with what CloudFormation fills in as `{Ref}`. */
const definition = (() => {
  const [, pieces] = machine?.Properties.DefinitionString['Fn::Join'] ?? [];
  const text = pieces.map((piece: unknown) => (typeof piece === 'string' ? piece : '{Ref}'));
  return JSON.parse(text.join(''));
})();
const map = definition.States[definition.StartAt];

it('one state machine maps over the objects under a prefix', () => {
  expect(more).toEqual([]);
  expect(map).toMatchObject({
    Type: 'Map',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Parameters: { Bucket: '{Ref}', 'Prefix.$': '$.prefix' },
    },
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
  });
});

it('in batches that know what they are for, so many at a time, some of which may fail', () => {
  expect(map).toMatchObject({
    ItemBatcher: {
      MaxItemsPerBatch: expect.any(Number),
      BatchInput: { 'mode.$': '$.mode', 'publish.$': '$.publish', 'run.$': '$$.Execution.Name' },
    },
    MaxConcurrency: expect.any(Number),
    ToleratedFailurePercentage: expect.any(Number),
  });
  const [worker] = ofType('AWS::Lambda::Function').filter(({ stack }) =>
    stack.endsWith('backfill'),
  );
  const minutes = map.ItemBatcher.MaxItemsPerBatch * 60;
  expect(worker?.Properties.Timeout).toBeGreaterThan(minutes);
});

it('the world’s faults are tried again, with jitter, by the name that the function gives them', () => {
  const { Batch } = map.ItemProcessor.States;
  expect(Batch).toMatchObject({
    Resource: 'arn:aws:states:::lambda:invoke',
    Retry: [{ JitterStrategy: 'FULL', MaxAttempts: expect.any(Number) }],
  });
  expect(Batch.Retry[0].ErrorEquals).toContain('BatchIncomplete');
});

it('a result file per run is written where no event is ingested', () => {
  expect(map.ResultWriter).toEqual({
    Resource: 'arn:aws:states:::s3:putObject',
    Parameters: { Bucket: '{Ref}', Prefix: 'runs' },
  });
});

it('may start, watch, stop and redrive its own batches', () => {
  const statements = ofType('AWS::IAM::Policy')
    .filter(({ stack }) => stack.endsWith('backfill'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const actions = statements.flatMap(({ Action }) => Action);
  for (const action of [
    'StartExecution',
    'DescribeExecution',
    'StopExecution',
    'RedriveExecution',
  ]) {
    expect(actions).toContain(`states:${action}`);
  }
});
