import { describe, expect, it } from 'vitest';
import { SignInSettings } from '../../lambdas/query/sign-in-settings.ts';
import { synthesize } from './synthesized.ts';

type Templates = ReturnType<typeof synthesize>;

/** What both functions are told of signing in: texts, with what CloudFormation puts in between as its name. */
function told({ ofType }: Templates): unknown[] {
  return ofType('AWS::Lambda::Function').flatMap(({ Properties }) => {
    const { SIGN_IN } = Properties.Environment.Variables;
    if (SIGN_IN === undefined) return [];
    const parts: unknown[] = typeof SIGN_IN === 'string' ? [SIGN_IN] : SIGN_IN['Fn::Join'][1];
    const text = parts.map((part) => (typeof part === 'string' ? part : nameOf(part))).join('');
    return [SignInSettings.parse(JSON.parse(text))];
  });
}

const nameOf = (part: unknown) =>
  `https://${JSON.stringify(part).replaceAll(/\W/g, '').toLowerCase()}`;

describe('the pool', () => {
  const templates = synthesize();
  const { ofType } = templates;

  it('has a login page of its own, of the version that is kept up, with a look', () => {
    const [domain] = ofType('AWS::Cognito::UserPoolDomain');
    expect(domain?.Properties).toMatchObject({
      ManagedLoginVersion: 2,
      Domain: { 'Fn::Join': ['', ['shisaku-main-query-', { Ref: 'AWS::AccountId' }]] },
    });
    const [look] = ofType('AWS::Cognito::ManagedLoginBranding');
    expect(look?.Properties).toMatchObject({ UseCognitoProvidedValues: true });
  });

  it('knows the page as a client without a secret, by code alone, which comes back to this API alone', () => {
    const clients = ofType('AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);
    const [page, ...more] = clients.filter((client) => client.AllowedOAuthFlowsUserPoolClient);
    expect(more).toEqual([]);
    const here = (path: string) => ({
      'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringMatching(/^Api/), 'ApiEndpoint'] }, path]],
    });
    expect(page).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [here('/sign-in/back')],
      LogoutURLs: [here('/')],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(page.GenerateSecret ?? false).toBe(false);
  });

  it('the functions are told where people sign in, and what tokens may', () => {
    const [query, corrections, ...more] = told(templates);
    expect(more).toEqual([]);
    expect(query).toEqual(corrections);
    expect(query).toMatchObject({
      scope: 'openid',
      scopes: { read: 'shisaku/read', upload: 'shisaku/upload', correct: 'shisaku/correct' },
      publicRead: false,
    });
  });
});

describe('an issuer that was named', () => {
  const named = { issuer: 'https://id.example/', audience: 'api', uploadScope: 'sheets.write' };

  it('is where people sign in, if it knows the page', () => {
    const [query] = told(synthesize({ ...named, pageClient: 'page', publicRead: 'true' }));
    expect(query).toEqual({
      issuer: 'https://id.example/',
      clientId: 'page',
      audience: ['api', 'page'],
      scope: 'openid shisaku/read sheets.write shisaku/correct',
      scopes: { read: 'shisaku/read', upload: 'sheets.write', correct: 'shisaku/correct' },
      publicRead: true,
    });
  });

  it('is not, if it does not', () => {
    expect(told(synthesize(named))).toEqual([]);
  });

  it('is the only one that may know the page', () => {
    expect(() => synthesize({ pageClient: 'page' })).toThrow(/pageClient/);
  });
});

it('who writes corrections by the page runs the function that may write', () => {
  const { ofType } = synthesize();
  const targets = new Map(
    ofType('AWS::ApiGatewayV2::Route').map(({ Properties }) => [
      Properties.RouteKey,
      JSON.stringify(Properties.Target),
    ]),
  );
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [
      id,
      JSON.stringify(Properties.IntegrationUri),
    ]),
  );
  const functionOf = (route: string) => {
    const [, id = ''] = /"Ref":"(\w+)"/.exec(targets.get(route) ?? '') ?? [];
    return integrations.get(id);
  };
  for (const route of ['POST /v1/corrections', 'DELETE /v1/corrections/{id}']) {
    expect(functionOf(route.replace('/v1', '/my/v1'))).toBe(functionOf(route));
  }
  expect(functionOf('POST /my/v1/uploads')).toBe(functionOf('GET /{proxy+}'));
  expect(functionOf('POST /my/v1/uploads')).not.toBe(functionOf('POST /v1/corrections'));
});
