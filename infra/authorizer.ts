import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  FeaturePlan,
  LambdaVersion,
  UserPool,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnOutput, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib/core';
import { GROUPS } from '../lambdas/tokens/scopes.ts';
import { acknowledge } from './acknowledge.ts';
import { makeFunction } from './function.ts';
import type { Settings, TokenIssuer } from './settings.ts';
import { makePageClient, namedClient, type PageClient } from './sign-in.ts';

export interface Tokens {
  /** what the page signs in by; null where nobody can */
  readonly signIn: PageClient | null;
  readonly authorizer: IHttpRouteAuthorizer;
  /** what tokens are made with */
  readonly functions: readonly LambdaFunction[];
}

/** Tokens are those of the issuer that was named, else of a user pool of our own with a function of this code. */
export function makeTokens(stack: Stack, settings: Settings, folder: string, url: string): Tokens {
  const { tokens: named, pageClient } = settings;
  if (named) {
    const signIn = pageClient === null ? null : namedClient(named, pageClient, settings);
    return { authorizer: checking(named), functions: [], signIn };
  }
  const { pool, issuer, scopes } = makeUserPool(stack, folder);
  return {
    authorizer: checking(issuer),
    functions: [scopes],
    signIn: makePageClient(stack, pool, url),
  };
}

const checking = ({ issuer, audience }: TokenIssuer) =>
  new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [...audience] });

function makeUserPool(stack: Stack, folder: string) {
  const pool = new UserPool(stack, 'Users', {
    selfSignUpEnabled: false,
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    // Scopes of access tokens by a function need this plan.
    featurePlan: FeaturePlan.ESSENTIALS,
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    // Users that were added by hand cannot be made again.
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
  });
  acknowledge(pool, {
    'AwsSolutions-COG2':
      'Users are added by hand for scripts that read published figures; who wants MFA names an issuer of their own.',
    'AwsSolutions-COG8': 'Threat protection costs more per user than the rest of the service.',
  });
  for (const groupName of Object.keys(GROUPS)) {
    const id = groupName.replace(/^./, (first) => first.toUpperCase());
    new UserPoolGroup(stack, id, { userPool: pool, groupName });
  }
  const scopes = makeFunction(stack, 'Tokens', {
    folder,
    description: 'What the user of a token may do',
    memoryMb: 128,
    // Cognito waits no longer.
    timeout: Duration.seconds(5),
  });
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, scopes, LambdaVersion.V2_0);
  const client = pool.addClient('Client', {
    authFlows: { userPassword: true, userSrp: true },
    preventUserExistenceErrors: true,
    accessTokenValidity: Duration.hours(1),
    disableOAuth: true,
  });
  new CfnOutput(stack, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'UserPoolClientId', { value: client.userPoolClientId });
  return {
    pool,
    issuer: { issuer: pool.userPoolProviderUrl, audience: [client.userPoolClientId] },
    scopes,
  };
}
