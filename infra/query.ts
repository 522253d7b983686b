import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ANSWERS, UPLOADS } from '../lambdas/bucket/prefixes.ts';
import { acknowledge } from './acknowledge.ts';
import { makeAuthorizer } from './authorizer.ts';
import { makeFunction } from './function.ts';
import { readsBucket, readsTable, writesUnder } from './grants.ts';
import type { Settings } from './settings.ts';
import type { StorageStack } from './storage.ts';
import { QUERY_TIMEOUT } from './timeouts.ts';

export interface QueryProps {
  readonly storage: StorageStack;
  readonly settings: Settings;
  readonly folder: string;
}

/** Answers questions over HTTP. */
export class QueryStack extends Stack {
  readonly function: LambdaFunction;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { storage, settings, folder }: QueryProps) {
    super(scope, id);
    this.function = makeFunction(this, 'Query', {
      folder,
      description: 'The query API',
      memoryMb: 1024,
      timeout: QUERY_TIMEOUT,
    });
    readsTable(this.function, storage.table);
    readsBucket(this.function, storage.bucket);
    // Presigned uploads, and answers too large for Lambda.
    for (const prefix of [UPLOADS, ANSWERS]) {
      writesUnder(this.function, storage.bucket, prefix);
    }
    this.api = makeApi(this, id);
    addRoutes(this.api, this.function, settings);
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint });
  }
}

function makeApi(scope: Construct, apiName: string): HttpApi {
  const api = new HttpApi(scope, 'Api', {
    apiName,
    createDefaultStage: false,
    // Tokens travel in a header that a foreign page cannot send by itself: any page may ask.
    corsPreflight: {
      allowOrigins: ['*'],
      allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.HEAD, CorsHttpMethod.POST],
      allowHeaders: ['authorization', 'content-type', 'if-none-match'],
      exposeHeaders: ['etag', 'content-disposition', 'allow'],
      maxAge: Duration.hours(1),
    },
  });
  const logGroup = new LogGroup(scope, 'AccessLog', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 100, burstLimit: 200 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(ACCESS),
    },
  });
  return api;
}

/** Who asked for what and how it went; not what they searched for. */
const ACCESS = JSON.stringify({
  time: '$context.requestTime',
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  subject: '$context.authorizer.claims.sub',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
});

/**
 * Everything needs a token; with `publicRead` only what is no GET does. Where there is nobody to give tokens (publicRead
 * without an issuer), only GET is there at all.
 */
function addRoutes(httpApi: HttpApi, fn: LambdaFunction, settings: Settings): void {
  const integration = new HttpLambdaIntegration('Function', fn);
  const authorizer = makeAuthorizer(httpApi, settings);
  if (authorizer) {
    const routeKey = HttpRouteKey.DEFAULT;
    new HttpRoute(httpApi, 'Any', { httpApi, integration, authorizer, routeKey });
  }
  if (!settings.publicRead) return;
  for (const method of [HttpMethod.GET, HttpMethod.HEAD]) {
    for (const path of ['/', '/{proxy+}']) {
      const routeKey = HttpRouteKey.with(path, method);
      const id = `${method} ${path}`;
      const route = new HttpRoute(httpApi, id.replace(/[^A-Za-z]/g, ''), {
        httpApi,
        integration,
        routeKey,
      });
      acknowledge(route, { 'AwsSolutions-APIG4': 'publicRead was asked for.' });
    }
  }
}
