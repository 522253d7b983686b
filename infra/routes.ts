import {
  type CfnStage,
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type HttpStage,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BULK_PATHS } from '../lambdas/query/bulk.ts';
import { acknowledge } from './acknowledge.ts';
import type { Tokens } from './authorizer.ts';
import type { Settings } from './settings.ts';

/** Requests a second, over all clients, of each path that answers in bulk. */
const BULK_THROTTLE = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 10 };

/** What answers: everything but writing corrections, and that. */
export interface Answering {
  readonly query: LambdaFunction;
  readonly corrections: LambdaFunction;
}

/** Where requests come in, and who lets them. */
export interface Asked extends Pick<Tokens, 'authorizer' | 'signIn'> {
  readonly httpApi: HttpApi;
  readonly stage: HttpStage;
}

/** What writes corrections. */
const CORRECTING = [
  [HttpMethod.POST, '/v1/corrections'],
  [HttpMethod.DELETE, '/v1/corrections/{id}'],
] as const;

/**
 * GET needs a token that may read, or none with `publicRead`; writing corrections one that may correct; everything else
 * one that may upload. Where people can sign in, pages have routes of their own.
 */
export function addRoutes(
  { httpApi, stage, authorizer, signIn }: Asked,
  { query, corrections }: Answering,
  { publicRead, readScope, uploadScope, correctScope }: Settings,
): void {
  const integration = new HttpLambdaIntegration('Function', query);
  const rest = { httpApi, integration, routeKey: HttpRouteKey.DEFAULT };
  new HttpRoute(httpApi, 'Any', { ...rest, authorizer, authorizationScopes: [uploadScope] });

  const correcting = new HttpLambdaIntegration('Corrections', corrections);
  for (const [method, path] of CORRECTING) {
    const routeKey = HttpRouteKey.with(path, method);
    const route = { httpApi, integration: correcting, routeKey, authorizer };
    new HttpRoute(httpApi, idOf(method, path), { ...route, authorizationScopes: [correctScope] });
  }

  // The route for everything else would ask a preflight for a token, which it never has.
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
  const routeKey = HttpRouteKey.with('/{proxy+}', HttpMethod.OPTIONS);
  const preflight = new HttpRoute(httpApi, 'OPTIONSproxy', { httpApi, integration, routeKey });
  acknowledge(preflight, { 'AwsSolutions-APIG4': 'A preflight has no token and is told nothing.' });

  const reading = publicRead ? {} : { authorizer, authorizationScopes: [readScope] };
  const addReading = (method: HttpMethod, path: string) => {
    const routeKey = HttpRouteKey.with(path, method);
    const route = new HttpRoute(httpApi, idOf(method, path), {
      httpApi,
      integration,
      routeKey,
      ...reading,
    });
    if (publicRead) acknowledge(route, { 'AwsSolutions-APIG4': 'publicRead was asked for.' });
    return route;
  };
  for (const method of [HttpMethod.GET, HttpMethod.HEAD]) {
    for (const path of signIn ? ['/v1/{proxy+}'] : ['/', '/{proxy+}']) addReading(method, path);
  }
  const bulk = BULK_PATHS.map((path) => addReading(HttpMethod.GET, path));
  const settings = BULK_PATHS.map((path) => [`GET ${path}`, BULK_THROTTLE]);
  (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(settings);
  // A stage knows no settings of a route that is not there yet.
  stage.node.addDependency(...bulk);
}

export const idOf = (method: HttpMethod, path: string): string =>
  `${method} ${path}`.replace(/[^A-Za-z0-9]/g, '');
