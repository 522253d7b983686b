import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { BULK_PATHS } from '../lambdas/query/bulk.ts';
import { acknowledge } from './acknowledge.ts';

/** The one region in which CloudFront finds its web ACLs. */
const REGION = 'us-east-1';

/** Requests of one address in five minutes: of any kind, and of what answers in bulk. */
const MAX_REQUESTS = 2000;
const MAX_BULK_REQUESTS = 50;

/** CloudFront and a web application firewall before the API of this host. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, apiHost: string) {
    super(scope, id, { env: { region: REGION } });
    const acl = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visible('Firewall'),
      rules: RULES.map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: visible(rule.name),
      })),
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: id,
      webAclId: acl.attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: new HttpOrigin(apiHost, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: makeCachePolicy(this),
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'Whoever may read may do so from anywhere.',
      'AwsSolutions-CFR3':
        'The access log of the API behind it has every request that it does not answer itself.',
      'AwsSolutions-CFR4':
        'A certificate of CloudFront’s own: the distribution has no name of its own.',
    });
    new CfnOutput(this, 'EdgeUrl', { value: `https://${distribution.distributionDomainName}` });
  }
}

/** Kept for as long as the API says: not without asking whether it still stands, and for one token alone. */
const makeCachePolicy = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'Revalidated', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(1),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Authorization', 'Accept', 'Origin'),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
  });

const visible = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

const startsWith = (path: string) => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString: path,
    textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
  },
});

const limited = (
  name: string,
  limit: number,
  scopeDownStatement?: CfnWebACL.StatementProperty,
) => ({
  name,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      limit,
      ...(scopeDownStatement && { scopeDownStatement }),
    },
  },
});

const RULES: readonly Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>[] = [
  {
    name: 'Reputation',
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name: 'AWSManagedRulesAmazonIpReputationList',
      },
    },
  },
  limited('Requests', MAX_REQUESTS),
  ...BULK_PATHS.map((path) =>
    limited(`Bulk${path.replaceAll(/\W/g, '-')}`, MAX_BULK_REQUESTS, startsWith(path)),
  ),
];
