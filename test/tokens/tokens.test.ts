import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { handler } from '../../lambdas/tokens/lambda.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html */
const asked = (groups?: string[]): PreTokenGenerationV2TriggerEvent => ({
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  region: 'ap-northeast-1',
  userPoolId: 'ap-northeast-1_EXAMPLE',
  userName: 'reader',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
  request: {
    userAttributes: { sub: 'a1b2', 'cognito:user_status': 'CONFIRMED' },
    groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [] },
    scopes: ['aws.cognito.signin.user.admin'],
  },
  response: { claimsAndScopeOverrideDetails: {} },
});

const scopes = async (groups?: string[]) => {
  const { response } = await handler(asked(groups));
  return response.claimsAndScopeOverrideDetails.accessTokenGeneration?.scopesToAdd;
};

it('every user may read, an uploader upload too, a corrector correct', async () => {
  expect(await scopes([])).toEqual(['shisaku/read']);
  expect(await scopes(undefined)).toEqual(['shisaku/read']);
  expect(await scopes(['readers', 'Uploaders'])).toEqual(['shisaku/read']);
  expect(await scopes(['readers', 'uploaders'])).toEqual(['shisaku/read', 'shisaku/upload']);
  expect(await scopes(['correctors', 'uploaders'])).toEqual([
    'shisaku/read',
    'shisaku/upload',
    'shisaku/correct',
  ]);
});

it('the rest of the event comes back as it was', async () => {
  const { response: _, ...rest } = asked(['uploaders']);
  expect(await handler(asked(['uploaders']))).toMatchObject(rest);
});
