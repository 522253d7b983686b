import { z } from 'zod';
import { openIssuer } from '../../web/sign-in/issuer.ts';
import type { SignIn } from '../../web/sign-in/sign-in.ts';

/** As the deployment gives it to the function, in one variable of its environment. */
export const SignInSettings = z.object({
  issuer: z.url(),
  clientId: z.string(),
  audience: z.array(z.string()),
  scope: z.string(),
  scopes: z.object({ read: z.string(), upload: z.string(), correct: z.string() }),
  publicRead: z.boolean(),
});
export type SignInSettings = z.infer<typeof SignInSettings>;

export function signInBy(settings: string): SignIn {
  const { scopes, publicRead, ...issuer } = SignInSettings.parse(JSON.parse(settings));
  return { issuer: openIssuer(issuer), scopes, publicRead };
}
