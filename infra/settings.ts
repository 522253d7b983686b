import { z } from 'zod';
import { CORRECT_SCOPE, READ, UPLOAD_SCOPE } from '../lambdas/tokens/scopes.ts';

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
  /** as what the page is known to that issuer, so that people can sign in there; null where it is not */
  readonly pageClient: string | null;
  /** what the `scope` of a token has that may read, or upload, or correct */
  readonly readScope: string;
  readonly uploadScope: string;
  readonly correctScope: string;
  /** how many questions are answered at once; null for as many as the account can */
  readonly queryConcurrency: number | null;
  /** who is told of alarms; null for nobody, until somebody subscribes to the topic */
  readonly alarmEmail: string | null;
  /** USD that the account may cost in a month before somebody is told; null for none */
  readonly monthlyBudget: number | null;
  /** host of the API that a distribution stands before; null for no distribution */
  readonly edgeOf: string | null;
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
const scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'one scope');
const orNone = <S extends z.ZodType>(schema: S) =>
  z.union([z.literal('none').transform(() => null), schema]);

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
  pageClient: z.string().min(1).optional(),
  readScope: scope.optional(),
  uploadScope: scope.optional(),
  correctScope: scope.optional(),
  queryConcurrency: orNone(z.coerce.number().int().min(1)).default(50),
  alarmEmail: z.email().optional(),
  monthlyBudget: orNone(z.coerce.number().positive()).default(20),
  edgeOf: z.hostname().optional(),
});

/** @throws Error naming the context value that is no good */
export function settingsOf(context: (name: string) => unknown): Settings {
  const read = Context.safeParse(
    Object.fromEntries(Object.keys(Context.shape).map((name) => [name, context(name)])),
  );
  if (!read.success) throw new Error(`Context: ${z.prettifyError(read.error)}`);
  const { issuer, audience, readScope, uploadScope, correctScope, pageClient, ...rest } = read.data;
  if (!issuer !== !audience) throw new Error('Context: issuer and audience go together.');
  if (!issuer && (readScope ?? uploadScope ?? correctScope)) {
    throw new Error('Context: readScope, uploadScope and correctScope are those of an issuer.');
  }
  if (!issuer && pageClient) throw new Error('Context: pageClient is that of an issuer.');
  return {
    ...rest,
    alarmEmail: rest.alarmEmail ?? null,
    edgeOf: rest.edgeOf ?? null,
    pageClient: pageClient ?? null,
    readScope: readScope ?? READ,
    uploadScope: uploadScope ?? UPLOAD_SCOPE,
    correctScope: correctScope ?? CORRECT_SCOPE,
    tokens: issuer && audience ? { issuer, audience } : null,
  };
}
