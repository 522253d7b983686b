import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { parseAccept } from 'hono/utils/accept';

/** Which of the media types the client likes best; the first where it takes any, undefined where it takes none. */
export function acceptedType(c: Context, types: readonly string[]): string | undefined {
  const header = c.req.header('accept')?.trim();
  if (!header) return types[0];
  const best = accepts(c, { header: 'Accept', supports: [...types], default: '' });
  if (best) return best;
  const any = parseAccept(header).some(({ type, q }) => /^\*(\/\*)?$/.test(type) && q > 0);
  return any ? types[0] : undefined;
}
