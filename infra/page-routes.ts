import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { acknowledge } from './acknowledge.ts';
import { type Answering, idOf } from './routes.ts';

const PAGES = [HttpMethod.GET, HttpMethod.HEAD].flatMap((method) =>
  ['/', '/{proxy+}'].map((path) => [method, path] as const),
);

/** What a page sends for who has signed in, and who answers it. */
const SENT = [
  [HttpMethod.POST, '/sign-out', 'query'],
  [HttpMethod.POST, '/my/v1/uploads', 'query'],
  [HttpMethod.POST, '/my/v1/corrections', 'corrections'],
  [HttpMethod.DELETE, '/my/v1/corrections/{id}', 'corrections'],
] as const;

/** A browser that opens a page has no token: the function looks at the cookie, and sends who has none to the login page. */
export function addPageRoutes(httpApi: HttpApi, answering: Answering): void {
  const pages = PAGES.map(([method, path]) => [method, path, 'query'] as const);
  const integrations = {
    query: new HttpLambdaIntegration('Pages', answering.query),
    corrections: new HttpLambdaIntegration('PageCorrections', answering.corrections),
  };
  for (const [method, path, by] of [...pages, ...SENT]) {
    const routeKey = HttpRouteKey.with(path, method);
    const integration = integrations[by];
    const route = new HttpRoute(httpApi, idOf(method, path), { httpApi, integration, routeKey });
    acknowledge(route, { 'AwsSolutions-APIG4': 'The function asks for the cookie of a session.' });
  }
}
