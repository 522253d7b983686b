import { z } from 'zod';

/** Whose tokens the API takes. */
export interface TokenIssuer {
  /** URL, as in a token's `iss` */
  readonly issuer: string;
  /** any of these, as in a token's `aud` or `client_id` */
  readonly audience: readonly string[];
}

/** What `cdk -c name=value` decides. */
export interface Settings {
  /** names the stacks, so that one environment lives beside another */
  readonly environment: string;
  /** GET without a token */
  readonly publicRead: boolean;
  /** null for a user pool of our own */
  readonly tokens: TokenIssuer | null;
}

const Context = z.object({
  environment: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,15}$/, 'up to 16 small letters and digits')
    .default('main'),
  publicRead: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((said) => said === 'true')])
    .default(false),
  issuer: z.url({ protocol: /^https$/ }).optional(),
  audience: z
    .string()
    .min(1)
    .transform((said) => said.split(','))
    .optional(),
});

/** @throws Error naming the context value that is no good */
export function settingsOf(context: (name: string) => unknown): Settings {
  const read = Context.safeParse(
    Object.fromEntries(Object.keys(Context.shape).map((name) => [name, context(name)])),
  );
  if (!read.success) throw new Error(`Context: ${z.prettifyError(read.error)}`);
  const { environment, publicRead, issuer, audience } = read.data;
  if (!issuer !== !audience) throw new Error('Context: issuer and audience go together.');
  return {
    environment,
    publicRead,
    tokens: issuer && audience ? { issuer, audience } : null,
  };
}
