import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as oidc from 'openid-client';

/** Who says who somebody is, and how this page is known there. */
export interface IssuerSettings {
  /** URL, as in a token's `iss` */
  readonly issuer: string;
  /** of a public client: it has no secret, and proves itself by PKCE */
  readonly clientId: string;
  /** any of these, as in a token's `aud` or `client_id` */
  readonly audience: readonly string[];
  /** what is asked for, `openid` among it */
  readonly scope: string;
}

/** What of an attempt to sign in its browser keeps until it comes back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** where the person was going */
  readonly to: string;
}

export interface Issuer {
  begin(back: string, to: string): Promise<{ readonly address: URL; readonly attempt: Attempt }>;
  /** @throws where the answer is to another attempt, or the issuer did not give it */
  finish(answer: URL, attempt: Attempt): Promise<string>;
  /** What an access token says; undefined where it is no longer good, or never was. */
  claimsOf(token: string): Promise<JWTPayload | undefined>;
  /** Where one signs out of the issuer too; undefined where it has no such place. */
  end(after: string): Promise<URL | undefined>;
}

/** Everything else over TLS: settings take no other issuer. */
const LOOPBACK = 'http://127.0.0.1:';

/** Nobody is asked before somebody signs in; what the issuer says of itself is asked for once. */
export function openIssuer({ issuer, clientId, audience, scope }: IssuerSettings): Issuer {
  const execute = issuer.startsWith(LOOPBACK) ? [oidc.allowInsecureRequests] : [];
  const discover = () =>
    oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute });
  const known = once(discover);
  const keys = once(async () => {
    const { jwks_uri = '' } = (await known()).serverMetadata();
    return createRemoteJWKSet(new URL(jwks_uri));
  });
  return {
    async begin(back, to) {
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const verifier = oidc.randomPKCECodeVerifier();
      const address = oidc.buildAuthorizationUrl(await known(), {
        ...{ redirect_uri: back, scope, state, nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address, attempt: { state, nonce, verifier, to } };
    },
    async finish(answer, { state, nonce, verifier }) {
      const tokens = await oidc.authorizationCodeGrant(await known(), answer, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
      });
      return tokens.access_token;
    },
    async claimsOf(token) {
      const { payload } = await jwtVerify(token, await keys(), {
        issuer,
        requiredClaims: ['exp', 'sub'],
      }).catch((error) => {
        if (isOfToken(error)) return { payload: undefined };
        throw error;
      });
      const good = payload && payload['token_use'] !== 'id' && isFor(payload, audience);
      return good ? payload : undefined;
    },
    async end(after) {
      const config = await known();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      // Cognito calls it otherwise than the standard.
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: after,
        logout_uri: after,
      });
    },
  };
}

/** Cognito's access tokens have their client where others have an audience. */
function isFor({ aud = [], client_id }: JWTPayload, audience: readonly string[]): boolean {
  return [aud, client_id].flat().some((one) => audience.includes(String(one)));
}

/** What is wrong with the token, and not with the way to the issuer's keys. */
const isOfToken = (error: unknown): boolean =>
  /^ERR_(JWT|JWS|JOSE_ALG|JWKS_NO_MATCHING)/.test(String((error as { code?: string }).code));

/** The same for everybody who asks; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
