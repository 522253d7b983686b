import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export const SITE = 'https://sheets.example';
export const CLIENT = 'page';
export const API = 'https://api.example/';
export const SCOPES = {
  read: 'shisaku/read',
  upload: 'shisaku/upload',
  correct: 'shisaku/correct',
} as const;

/** What people of these names may do; everybody else nothing. */
const RIGHTS: Readonly<Record<string, readonly (keyof typeof SCOPES)[]>> = {
  reader: ['read'],
  corrector: ['read', 'correct'],
};

/** A certified OpenID provider over HTTP on loopback, with a login page of its own; any password is right. */
export async function startIssuer() {
  const server = createServer((request, response) => provider.callback()(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${SITE}/sign-in/back`],
        post_logout_redirect_uris: [`${SITE}/`],
      },
    ],
    cookies: { keys: ['test'] },
    jwks: { keys: [key] },
    scopes: ['openid', ...Object.values(SCOPES)],
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx) => {
          const { session, entities } = ctx.oidc;
          const person = session?.accountId ?? entities.AuthorizationCode?.accountId ?? '';
          const scope = (RIGHTS[person] ?? []).map((right) => SCOPES[right]).join(' ');
          return { scope, audience: API, accessTokenFormat: 'jwt' };
        },
      },
    },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  return {
    issuer,
    /** A token of this issuer that says what a test wants. */
    sign: (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(privateKey),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
