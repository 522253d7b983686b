import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { GROUPS, READ } from './scopes.ts';

/**
 * Cognito asks before it gives a token: the access token says what its user may do.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export async function handler(
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> {
  const groups = event.request.groupConfiguration.groupsToOverride ?? [];
  const more = Object.entries(GROUPS).flatMap(([group, scope]) =>
    groups.includes(group) ? [scope] : [],
  );
  const scopesToAdd = [READ, ...more];
  event.response = {
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd } },
  };
  return event;
}
