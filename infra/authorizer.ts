import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { AccountRecovery, FeaturePlan, UserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Settings, TokenIssuer } from './settings.ts';

/** Checks tokens of the issuer that was named, else of a user pool of our own; with `publicRead` there is no pool. */
export function makeAuthorizer(
  scope: Construct,
  { tokens, publicRead }: Settings,
): IHttpRouteAuthorizer | null {
  if (!tokens && publicRead) return null;
  const { issuer, audience } = tokens ?? makeUserPool(Stack.of(scope));
  return new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [...audience] });
}

function makeUserPool(stack: Stack): TokenIssuer {
  const pool = new UserPool(stack, 'Users', {
    selfSignUpEnabled: false,
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    featurePlan: FeaturePlan.ESSENTIALS,
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(pool, {
    'AwsSolutions-COG2':
      'Users are added by hand for scripts that read published figures; who wants MFA names an issuer of their own.',
    'AwsSolutions-COG8': 'Threat protection costs more per user than the rest of the service.',
  });
  const client = pool.addClient('Client', {
    authFlows: { userPassword: true, userSrp: true },
    preventUserExistenceErrors: true,
    accessTokenValidity: Duration.hours(1),
    disableOAuth: true,
  });
  new CfnOutput(stack, 'UserPoolId', { value: pool.userPoolId });
  new CfnOutput(stack, 'UserPoolClientId', { value: client.userPoolClientId });
  return { issuer: pool.userPoolProviderUrl, audience: [client.userPoolClientId] };
}
