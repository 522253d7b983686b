import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { BULK_PATHS } from '../../lambdas/query/bulk.ts';
import { list, statementsOf } from './statements.ts';
import { type Resource, synthesize } from './synthesized.ts';

const VARIANTS = {
  default: {},
  publicRead: { publicRead: 'true' },
  'an issuer': { issuer: 'https://id.example/', audience: 'shisaku' },
  'publicRead and an issuer': {
    publicRead: 'true',
    issuer: 'https://id.example/',
    audience: 'shisaku',
  },
  'an issuer that knows the page': {
    issuer: 'https://id.example/',
    audience: 'shisaku',
    pageClient: 'page',
  },
  'an edge, a budget, an address': {
    edgeOf: 'abc.execute-api.ap-northeast-1.amazonaws.com',
    monthlyBudget: '5',
    alarmEmail: 'you@example.org',
  },
};
const synthesized = Object.entries(VARIANTS).map(([name, context]) => {
  const findings: unknown[] = [];
  const templates = synthesize(context, (app) => {
    findings.push(...new AwsSolutionsChecks(app).validateScope(app).violations);
  });
  return { name, findings, ...templates };
});
const [{ ofType, resources } = synthesize()] = synthesized;

const CORRECTING = ['POST /v1/corrections', 'DELETE /v1/corrections/{id}'];
/** Browsers have no token: the function looks at their cookie. */
const PAGES = ['/', '/{proxy+}'].flatMap((path) => [`GET ${path}`, `HEAD ${path}`]);
const SENT = [
  'POST /sign-out',
  'POST /my/v1/uploads',
  'POST /my/v1/corrections',
  'DELETE /my/v1/corrections/{id}',
];

describe.each(synthesized)('$name', ({ app, findings, ofType }) => {
  it('leaves no finding of AWS Solutions without a reason', () => {
    expect(findings).toEqual([]);
  });

  it('answers without a token only where that was asked for and only to GET, and pages where people sign in', () => {
    const routes = ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties);
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT');
    const context = (name: string) => app.node.tryGetContext(name);
    const signsIn = !context('issuer') || context('pageClient');
    const pages = signsIn ? [...PAGES, ...SENT] : [];
    const reading = signsIn ? ['GET /v1/{proxy+}', 'HEAD /v1/{proxy+}'] : PAGES;
    const expected = [...reading, ...BULK_PATHS.map((path) => `GET ${path}`)];
    // A page asks first whether it may ask, and has no token then.
    const preflight = 'OPTIONS /{proxy+}';
    expect(open.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      [preflight, ...pages, ...(context('publicRead') ? expected : [])].toSorted(),
    );
    expect(routes.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      [...expected, ...pages, ...CORRECTING, preflight, '$default'].toSorted(),
    );
  });

  it('a token may do what it was given for: GET, correct, or the rest', () => {
    for (const { Properties } of ofType('AWS::ApiGatewayV2::Route')) {
      const { RouteKey, AuthorizationType, AuthorizationScopes } = Properties;
      const reading = /^(GET|HEAD) /.test(RouteKey) ? 'shisaku/read' : 'shisaku/upload';
      const scope = CORRECTING.includes(RouteKey) ? 'shisaku/correct' : reading;
      expect([RouteKey, AuthorizationScopes]).toEqual([
        RouteKey,
        AuthorizationType === 'JWT' ? [scope] : undefined,
      ]);
    }
  });
});

it('an issuer’s own scopes may be named', () => {
  const { ofType } = synthesize({
    issuer: 'https://id.example/',
    audience: 'shisaku',
    readScope: 'sheets.read',
    uploadScope: 'sheets.write',
    correctScope: 'sheets.correct',
  });
  const scopes = ofType('AWS::ApiGatewayV2::Route').flatMap(
    ({ Properties }) => Properties.AuthorizationScopes ?? [],
  );
  expect([...new Set(scopes)].toSorted()).toEqual([
    'sheets.correct',
    'sheets.read',
    'sheets.write',
  ]);
});

it('tokens are those of the issuer that was named, else of a pool of our own', () => {
  const issuers = synthesized.map(({ ofType }) =>
    ofType('AWS::ApiGatewayV2::Authorizer').map(({ Properties }) => Properties.JwtConfiguration),
  );
  const named = { Issuer: 'https://id.example/', Audience: ['shisaku'] };
  const own = { Issuer: { 'Fn::GetAtt': [expect.stringMatching(/^Users/), 'ProviderURL'] } };
  expect(issuers).toMatchObject([[own], [own], [named], [named], [named], [own]]);
  const pools = synthesized.map(({ ofType }) => ofType('AWS::Cognito::UserPool').length);
  expect(pools).toEqual([1, 1, 0, 0, 0, 1]);
});

describe('nothing is public', () => {
  it('the bucket is closed to everybody, and to plain HTTP', () => {
    expect(ofType('AWS::S3::Bucket')).toMatchObject([
      {
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
        },
      },
    ]);
  });

  it('no policy of a resource allows everybody', () => {
    const everybody = statementsOf(resources).filter(
      ({ Effect, Principal }) =>
        Effect === 'Allow' && JSON.stringify(Principal ?? '').includes('"*"'),
    );
    expect(everybody).toEqual([]);
  });

  it('functions are called by the API of this app and have no address of their own', () => {
    expect(ofType('AWS::Lambda::Url')).toEqual([]);
    const callers = ofType('AWS::Lambda::Permission').map(({ Properties }) => Properties);
    expect(callers.every(({ SourceArn }) => SourceArn)).toBe(true);
    expect(new Set(callers.map(({ Principal }) => Principal))).toEqual(
      new Set(['apigateway.amazonaws.com', 'cognito-idp.amazonaws.com']),
    );
  });
});

it('everything is encrypted, and queues, topic and bucket are used over TLS', () => {
  for (const { Properties } of ofType('AWS::SQS::Queue')) {
    expect(Properties.SqsManagedSseEnabled).toBe(true);
  }
  for (const { Properties } of ofType('AWS::SNS::Topic')) {
    expect(Properties.KmsMasterKeyId).toBeDefined();
  }
  for (const { Properties } of ofType('AWS::DynamoDB::Table')) {
    expect(Properties.SSESpecification).toEqual({ SSEEnabled: true });
  }
  for (const { Properties } of ofType('AWS::S3::Bucket')) {
    expect(JSON.stringify(Properties.BucketEncryption)).toContain('AES256');
  }
  const deniesPlain = (type: string, name: string) =>
    ofType(type).flatMap(({ Properties }) =>
      statementsOf([{ Properties } as Resource]).some(
        (statement) =>
          statement.Effect === 'Deny' && JSON.stringify(statement).includes('aws:SecureTransport'),
      )
        ? list(Properties[name])
        : [],
    ).length;
  expect(deniesPlain('AWS::SQS::QueuePolicy', 'Queues')).toBe(ofType('AWS::SQS::Queue').length);
  expect(deniesPlain('AWS::SNS::TopicPolicy', 'Topics')).toBe(ofType('AWS::SNS::Topic').length);
  expect(deniesPlain('AWS::S3::BucketPolicy', 'Bucket')).toBe(ofType('AWS::S3::Bucket').length);
});
