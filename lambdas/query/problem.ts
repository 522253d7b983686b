import { z } from '@hono/zod-openapi';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export const ProblemCode = z.enum([
  'unknown-parameter',
  'invalid-parameter',
  'invalid-cursor',
  'not-found',
  'method-not-allowed',
  'internal-error',
]);

/** https://www.rfc-editor.org/rfc/rfc9457 */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: ProblemCode,
    parameter: z.string().optional(),
  })
  .openapi('Problem');

const KINDS = {
  'unknown-parameter': [400, 'Bad Request'],
  'invalid-parameter': [400, 'Bad Request'],
  'invalid-cursor': [400, 'Bad Request'],
  'not-found': [404, 'Not Found'],
  'method-not-allowed': [405, 'Method Not Allowed'],
  'internal-error': [500, 'Internal Server Error'],
} as const satisfies Record<z.infer<typeof ProblemCode>, [ContentfulStatusCode, string]>;

/** An answer that is not what was asked for; thrown anywhere, told as problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: z.infer<typeof ProblemCode>;
  readonly parameter: string | undefined;

  constructor(code: z.infer<typeof ProblemCode>, detail: string, parameter?: string) {
    super(detail);
    this.code = code;
    this.parameter = parameter;
  }
}

export function problemResponse({ code, message, parameter }: Problem): Response {
  const [status, title] = KINDS[code];
  const details: z.infer<typeof ProblemDetails> = {
    type: 'about:blank',
    title,
    status,
    detail: message,
    code,
    ...(parameter !== undefined && { parameter }),
  };
  return new Response(JSON.stringify(details), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
