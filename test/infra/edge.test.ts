import { expect, it } from 'vitest';
import { BULK_PATHS } from '../../lambdas/query/bulk.ts';
import { synthesize } from './synthesized.ts';

const HOST = 'abc.execute-api.ap-northeast-1.amazonaws.com';
const { app, ofType, resources, stackNames } = synthesize({ edgeOf: HOST });
const only = (type: string) => {
  const [one, ...more] = ofType(type);
  expect(more).toEqual([]);
  return one?.Properties;
};

it('is there only where it is asked for, and in the region where CloudFront looks', () => {
  expect(synthesize().stackNames).toEqual(stackNames.filter((name) => !name.endsWith('edge')));
  const [edge] = app.synth().stacks.filter(({ stackName }) => stackName.endsWith('edge'));
  expect(edge?.environment.region).toBe('us-east-1');
});

it('needs nothing of the other stacks, which are in another region', () => {
  const own = resources.filter(({ stack }) => stack.endsWith('edge'));
  expect(JSON.stringify(own)).not.toContain('Fn::ImportValue');
});

it('every request passes the firewall on its way to the API, over TLS', () => {
  const { DistributionConfig } = only('AWS::CloudFront::Distribution');
  const [acl] = ofType('AWS::WAFv2::WebACL');
  expect(DistributionConfig.WebACLId).toEqual({ 'Fn::GetAtt': [acl?.id, 'Arn'] });
  expect(DistributionConfig.Origins).toMatchObject([
    { DomainName: HOST, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } },
  ]);
  expect(DistributionConfig.DefaultCacheBehavior).toMatchObject({
    ViewerProtocolPolicy: 'redirect-to-https',
    AllowedMethods: expect.arrayContaining(['POST']),
  });
});

it('one address may ask for so much and no more, and for less of what answers in bulk', () => {
  const { Rules, Scope } = only('AWS::WAFv2::WebACL');
  expect(Scope).toBe('CLOUDFRONT');
  const rates = Rules.flatMap(({ Statement: { RateBasedStatement: rate } }: RateRule) =>
    rate
      ? [[rate.ScopeDownStatement?.ByteMatchStatement.SearchString ?? 'everything', rate.Limit]]
      : [],
  );
  expect(Object.fromEntries(rates)).toEqual({
    everything: expect.any(Number),
    ...Object.fromEntries(BULK_PATHS.map((path) => [path, expect.any(Number)])),
  });
  const [[, general], ...bulk] = rates;
  for (const [, limit] of bulk) expect(limit).toBeLessThan(general);
  const priorities = Rules.map(({ Priority }: { Priority: number }) => Priority);
  expect(new Set(priorities).size).toBe(Rules.length);
});

it('what a token may see is cached for that token alone, and never without asking', () => {
  const { CachePolicyConfig } = only('AWS::CloudFront::CachePolicy');
  expect(CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 0 });
  const { HeadersConfig, QueryStringsConfig } =
    CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin;
  expect(HeadersConfig.Headers).toEqual(expect.arrayContaining(['Authorization', 'Accept']));
  expect(QueryStringsConfig.QueryStringBehavior).toBe('all');
});

interface RateRule {
  readonly Statement: {
    readonly RateBasedStatement?: {
      readonly Limit: number;
      readonly ScopeDownStatement?: {
        readonly ByteMatchStatement: { readonly SearchString: string };
      };
    };
  };
}
