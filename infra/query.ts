import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { ANSWERS, CORRECTIONS, UPLOADS } from '../lambdas/domain/prefixes.ts';
import { publisherFolder } from '../lambdas/domain/told.ts';
import { makeTokens } from './authorizer.ts';
import { makeFunction } from './function.ts';
import { readsBucket, readsTable, writesTable, writesUnder } from './grants.ts';
import { addPageRoutes } from './page-routes.ts';
import { addRoutes } from './routes.ts';
import type { Settings } from './settings.ts';
import { signInSettings } from './sign-in.ts';
import type { StorageStack } from './storage.ts';
import { QUERY_TIMEOUT } from './timeouts.ts';

export interface QueryProps {
  readonly storage: StorageStack;
  readonly settings: Settings;
  /** the API's bundle */
  readonly folder: string;
  /** of the function that gives tokens their scopes */
  readonly tokensFolder: string;
}

/** A person writes one at a time. */
const CORRECTING_AT_ONCE = 5;

/** Answers questions over HTTP. */
export class QueryStack extends Stack {
  readonly functions: readonly LambdaFunction[];
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: QueryProps) {
    super(scope, id);
    const { storage, settings, folder, tokensFolder } = props;
    const query = makeFunction(this, 'Query', {
      folder,
      description: 'The query API',
      memoryMb: 1024,
      timeout: QUERY_TIMEOUT,
      maxConcurrency: settings.queryConcurrency,
    });
    readsTable(query, storage.table);
    readsBucket(query, storage.bucket);
    // Presigned uploads, and answers too large for Lambda.
    for (const prefix of [UPLOADS, `${publisherFolder('*')}${UPLOADS}`, ANSWERS]) {
      writesUnder(query, storage.bucket, prefix);
    }
    // The same code with the right to write: who may only ask never runs it.
    const corrections = makeFunction(this, 'Corrections', {
      folder,
      description: 'What people correct',
      memoryMb: 512,
      timeout: QUERY_TIMEOUT,
      maxConcurrency: settings.queryConcurrency === null ? null : CORRECTING_AT_ONCE,
    });
    writesTable(corrections, storage.table);
    readsBucket(corrections, storage.bucket);
    writesUnder(corrections, storage.bucket, CORRECTIONS);
    this.api = makeApi(this, id);
    const stage = makeStage(this, this.api);
    const tokens = makeTokens(this, settings, tokensFolder, this.api.apiEndpoint);
    if (tokens.signIn) {
      const told = this.toJsonString(signInSettings(tokens.signIn, settings));
      for (const one of [query, corrections]) one.addEnvironment('SIGN_IN', told);
    }
    this.functions = [query, corrections, ...tokens.functions];
    const answering = { query, corrections };
    addRoutes({ ...tokens, httpApi: this.api, stage }, answering, settings);
    if (tokens.signIn) addPageRoutes(this.api, answering);
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint });
  }
}

function makeApi(scope: Construct, apiName: string): HttpApi {
  return new HttpApi(scope, 'Api', {
    apiName,
    createDefaultStage: false,
    // Tokens travel in a header that a foreign page cannot send by itself: any page may ask.
    corsPreflight: {
      allowOrigins: ['*'],
      allowMethods: [
        CorsHttpMethod.GET,
        CorsHttpMethod.HEAD,
        CorsHttpMethod.POST,
        CorsHttpMethod.DELETE,
      ],
      allowHeaders: ['authorization', 'content-type', 'if-none-match'],
      exposeHeaders: ['etag', 'content-disposition', 'allow'],
      maxAge: Duration.hours(1),
    },
  });
}

function makeStage(scope: Construct, httpApi: HttpApi): HttpStage {
  const logGroup = new LogGroup(scope, 'AccessLog', {
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 100, burstLimit: 200 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(ACCESS),
    },
  });
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
