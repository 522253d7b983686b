import { loadSharedConfigFiles } from '@smithy/core/config';
import { InputError } from '../input.ts';
import { phrase } from '../messages/said.ts';

/** What a client of AWS is made with; what is not said it finds in the files of the profile, or in its surroundings. */
export interface Connection {
  readonly region?: string;
  readonly profile?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/**
 * Region, profile and credentials of this environment, as the aws command (version 2) takes them, where the SDK does
 * otherwise: it knows no AWS_DEFAULT_REGION or AWS_DEFAULT_PROFILE, and prefers a profile's keys to those of the environment.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 * @throws InputError no-such-profile: the SDK would go on as if none had been named
 */
export async function connectionOf(environment: NodeJS.ProcessEnv): Promise<Connection> {
  const said = (name: string) => environment[name] || undefined;
  const region = said('AWS_REGION') ?? said('AWS_DEFAULT_REGION');
  const profile = said('AWS_DEFAULT_PROFILE') ?? said('AWS_PROFILE');
  if (profile !== undefined) await checkProfile(profile);
  const accessKeyId = said('AWS_ACCESS_KEY_ID');
  const secretAccessKey = said('AWS_SECRET_ACCESS_KEY');
  const sessionToken = said('AWS_SESSION_TOKEN');
  return {
    ...(region !== undefined && { region }),
    ...(profile !== undefined && { profile }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && {
        credentials: {
          accessKeyId,
          secretAccessKey,
          ...(sessionToken !== undefined && { sessionToken }),
        },
      }),
  };
}

async function checkProfile(profile: string): Promise<void> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  if (profile in configFile || profile in credentialsFile) return;
  throw new InputError(
    'no-such-profile',
    phrase`There is no profile ${profile} in the files of the aws command; AWS_PROFILE or AWS_DEFAULT_PROFILE names it.`,
  );
}
