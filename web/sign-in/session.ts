import type { JWTPayload } from 'jose';

export const RIGHTS = ['read', 'upload', 'correct'] as const;
export type Right = (typeof RIGHTS)[number];

/** The scope that a token has for each right. */
export type Scopes = Readonly<Record<Right, string>>;

/** Somebody who signed in. */
export interface Session {
  readonly name: string;
  readonly rights: readonly Right[];
  /** seconds since 1970 */
  readonly until: number;
}

/** Who the claims of an access token are of, and what they may do. */
export function sessionOf(claims: JWTPayload, scopes: Scopes): Session {
  const { scope, scp, sub, exp = 0 } = claims;
  const given = [scope, scp].flat().flatMap((said) => String(said ?? '').split(' '));
  const name = claims['username'] ?? claims['email'] ?? sub;
  return {
    name: String(name),
    rights: RIGHTS.filter((right) => given.includes(scopes[right])),
    until: exp,
  };
}
