import {
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  OAuthScope,
  type UserPool,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, type Stack } from 'aws-cdk-lib/core';
import type { SignInSettings } from '../lambdas/query/sign-in-settings.ts';
import type { Settings, TokenIssuer } from './settings.ts';

/** As what the page is known to whom people sign in at. */
export type PageClient = Pick<SignInSettings, 'issuer' | 'clientId' | 'audience' | 'scope'>;

/** A working day; whose rights are taken keeps them so long on the page. */
const SESSION = Duration.hours(8);

/** The pool's own login page, and the page as one of its clients: a public one, which proves itself by PKCE. */
export function makePageClient(stack: Stack, pool: UserPool, url: string): PageClient {
  const login = pool.addDomain('Login', {
    // Of all domains of the region no two are alike.
    cognitoDomain: { domainPrefix: `${stack.stackName}-${Aws.ACCOUNT_ID}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const client = pool.addClient('Page', {
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [`${url}/sign-in/back`],
      logoutUrls: [`${url}/`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    accessTokenValidity: SESSION,
    idTokenValidity: SESSION,
  });
  // Without a look of its own this version of the login page shows nothing.
  const look = new CfnManagedLoginBranding(stack, 'Look', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  look.node.addDependency(login);
  const { userPoolClientId: clientId } = client;
  // The pool's function adds the rest of the scopes by the groups that the person is in.
  return { issuer: pool.userPoolProviderUrl, clientId, audience: [clientId], scope: 'openid' };
}

/** At an issuer that was named the page asks for every right; the issuer gives those that the person has. */
export function namedClient(
  { issuer, audience }: TokenIssuer,
  clientId: string,
  { readScope, uploadScope, correctScope }: Settings,
): PageClient {
  const scope = ['openid', ...new Set([readScope, uploadScope, correctScope])].join(' ');
  return { issuer, clientId, audience: [...audience, clientId], scope };
}

export const signInSettings = (
  client: PageClient,
  { readScope, uploadScope, correctScope, publicRead }: Settings,
): SignInSettings => ({
  ...client,
  scopes: { read: readScope, upload: uploadScope, correct: correctScope },
  publicRead,
});
