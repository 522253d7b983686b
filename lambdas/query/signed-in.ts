import type { Context } from 'hono';
import type { Right } from '../../web/sign-in/session.ts';
import { type SignIn, sessionIn } from '../../web/sign-in/sign-in.ts';
import type { Api, QueryPorts } from './api.ts';
import { Problem } from './problem.ts';

const PREFIX = '/my';

/**
 * The API for who has signed in: under `/my/v1` a cookie stands in place of a token. The addresses without it are for
 * tokens alone; the API before this one looks at those, and what found a way around it is not answered.
 */
export function addSignedIn(
  app: Api,
  { signIn, isChecked }: QueryPorts & { signIn: SignIn },
): void {
  app.use('/v1/*', async (c, next) => {
    const isOpen = signIn.publicRead && isReading(c);
    if (!isOpen && isChecked && !isChecked(c)) {
      throw new Problem('not-signed-in', 'A token is needed here.');
    }
    return next();
  });

  app.all(`${PREFIX}/v1/*`, async (c) => {
    const session = await sessionIn(c, signIn);
    const right = rightFor(c);
    if (right !== 'read' || !signIn.publicRead) {
      if (!session) throw new Problem('not-signed-in', 'Sign in first.');
      if (!session.rights.includes(right)) {
        throw new Problem('not-allowed', `${session.name} has no right to ${right}.`);
      }
    }
    if (!isReading(c)) refuseForeign(c);
    const url = new URL(c.req.url);
    url.pathname = url.pathname.replace(/^\/[^/]+/, '');
    const { method, body } = c.req.raw;
    const headers = new Headers(c.req.raw.headers);
    headers.delete('cookie');
    const inner = new Request(url, { method, headers, body, ...(body && { duplex: 'half' }) });
    return app.request(inner, undefined, { session });
  });
}

const isReading = (c: Context): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);

function rightFor(c: Context): Right {
  if (isReading(c)) return 'read';
  return c.req.path.startsWith(`${PREFIX}/v1/corrections`) ? 'correct' : 'upload';
}

/** A cookie comes along whoever asks; a page of this site says so. */
function refuseForeign(c: Context): void {
  const origin = c.req.header('origin');
  if (origin !== new URL(c.req.url).origin) {
    throw new Problem('foreign-origin', `A page of ${origin ?? 'nowhere'} may not write here.`);
  }
}
