import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const MACHINE = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Run';
export const EXECUTION = 'arn:aws:states:ap-northeast-1:000000000000:execution:Run:1';
export const MAP_RUN =
  'arn:aws:states:ap-northeast-1:000000000000:mapRun:Run/EveryObject:0000-1111';

/** What the services know, and what they were asked: a test sets the one and looks at the other. */
export interface Services {
  /** outputs of the stacks that are deployed */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** what runs and what ran, as Step Functions lists it */
  executions: { status: string; input: string }[];
  mapRun: string;
  /** actions that an emulator does not know */
  lacking: string[];
  /** of an execution that succeeded; undefined where it fails */
  output: unknown;
  asked: [action: string, input: unknown][];
}

/** Step Functions and CloudFormation on loopback, as far as the commands ask them. */
export async function startServices(stacks: Services['stacks']) {
  const services: Services = {
    ...{ stacks, executions: [], mapRun: MAP_RUN, lacking: [], output: undefined, asked: [] },
  };
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const [, action] = request.headers['x-amz-target']?.toString().split('.') ?? [];
    if (action === undefined) {
      response.end(described(stacks, new URLSearchParams(body).get('StackName') ?? ''));
      return;
    }
    const input = JSON.parse(body);
    services.asked.push([action, input]);
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    const unknown = services.lacking.includes(action);
    if (unknown) response.statusCode = 400;
    const answer = unknown
      ? { __type: 'UnknownOperationException' }
      : (ANSWERS[action]?.(services, input) ?? {});
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    services,
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const LISTED = {
  executionArn: EXECUTION,
  stateMachineArn: MACHINE,
  name: '1',
  startDate: 1,
};

const ANSWERS: Readonly<
  Record<string, (services: Services, input: Record<string, string>) => unknown>
> = {
  DescribeStateMachine: () => ({
    stateMachineArn: MACHINE,
    definition: '{"ItemReader":{"Parameters":{"Bucket":"docs","Prefix.$":"$.prefix"}}}',
  }),
  ListExecutions: ({ executions }, { statusFilter }) => ({
    executions: executions.filter(({ status }) => status === statusFilter).map(() => LISTED),
  }),
  DescribeExecution: ({ executions, output }) => ({
    ...LISTED,
    input: executions[0]?.input ?? '',
    ...(output === undefined
      ? { status: 'FAILED', cause: 'The specified tolerated failure threshold was exceeded' }
      : { status: 'SUCCEEDED', output: JSON.stringify(output) }),
  }),
  ListMapRuns: ({ mapRun }) => ({
    mapRuns: [{ mapRunArn: mapRun, executionArn: EXECUTION, startDate: 1 }],
  }),
  DescribeMapRun: ({ mapRun }) => ({
    mapRunArn: mapRun,
    itemCounts: { total: 6, succeeded: 2, failed: 3, pending: 1 },
  }),
  StartExecution: () => ({ executionArn: EXECUTION, startDate: 1 }),
  RedriveExecution: () => ({ redriveDate: 2 }),
};

/** What CloudFormation's query protocol says of a stack. */
function described(stacks: Services['stacks'], name: string): string {
  const outputs = Object.entries(stacks[name] ?? {}).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  const member = `<member><StackName>${name}</StackName><CreationTime>2014-07-01T00:00:00Z</CreationTime>
    <StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs></member>`;
  const found = stacks[name] === undefined ? '' : member;
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
    <DescribeStacksResult><Stacks>${found}</Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}
