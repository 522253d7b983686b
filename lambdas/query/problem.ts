import { z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemInJapanese } from './problem-ja.ts';

/** Every code, with its status. */
const STATUS = {
  'unknown-parameter': 400,
  'invalid-parameter': 400,
  'invalid-cursor': 400,
  'malformed-body': 400,
  'malformed-request': 400,
  'too-many-rows': 400,
  'not-signed-in': 401,
  'foreign-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-slow': 408,
  'not-as-read': 409,
  'too-many-corrections': 409,
  'feed-restarted': 410,
  'body-too-large': 413,
  'address-too-long': 414,
  'unsupported-media-type': 415,
  'headers-too-large': 431,
  'internal-error': 500,
} as const satisfies Record<string, ContentfulStatusCode>;
export type ProblemCode = keyof typeof STATUS;
export type ProblemStatus = (typeof STATUS)[ProblemCode];

const TITLES: Readonly<Record<ProblemStatus, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
};

/** https://www.rfc-editor.org/rfc/rfc9457 */
export const ProblemDetails = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().openapi({ example: 'Bad Request' }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string().openapi({ example: 'fiscalYear: a year of four digits' }),
    detailJa: z.string().openapi({
      description: 'the same in Japanese',
      example: '「fiscalYear」：西暦4桁で指定してください。',
    }),
    code: z
      .enum(Object.keys(STATUS) as ProblemCode[])
      .openapi({ description: 'what programs should look at', example: 'invalid-parameter' }),
    parameter: z.string().optional().openapi({
      description: 'the parameter, or the field of the body, that is refused',
      example: 'fiscalYear',
    }),
  })
  .openapi('Problem');

/** The responses of a path for these statuses, as the document lists them. */
export const problems = <S extends ProblemStatus>(...statuses: S[]) =>
  Object.fromEntries(
    statuses.map((status) => {
      const codes = Object.entries(STATUS).flatMap(([code, its]) => (its === status ? [code] : []));
      const description = `${TITLES[status]}: ${codes.join(', ')}`;
      return [status, { description, content: contentOf(status) }];
    }),
  ) as Record<S, { description: string; content: ReturnType<typeof contentOf> }>;

/** One that this status may have: the first of its codes, and what that may say. */
const contentOf = (status: ProblemStatus) => ({
  'application/problem+json': { schema: ProblemDetails, example: exampleOf(status) },
});

const EXAMPLES: Readonly<Record<ProblemStatus, readonly [ProblemCode, string]>> = {
  400: ['invalid-parameter', 'fiscalYear: a year of four digits'],
  401: ['not-signed-in', 'Sign in first.'],
  403: ['foreign-origin', 'A page of https://example.com may not write here without a token.'],
  404: ['not-found', 'There is no sheet shiomi-1999-kinkyu-1.'],
  405: ['method-not-allowed', '/v1/sheets takes GET, HEAD, not PUT.'],
  406: ['not-acceptable', 'The answer comes as application/json.'],
  408: ['too-slow', 'The request took too long to arrive.'],
  409: ['not-as-read', 'At this place 「120人」 was read, not 「210人」.'],
  410: ['feed-restarted', 'The store was made anew since: begin again without `after`.'],
  413: ['body-too-large', 'A body has at most 16384 bytes.'],
  414: ['address-too-long', 'The address is too long.'],
  415: ['unsupported-media-type', 'The body must be JSON.'],
  431: ['headers-too-large', 'The headers are too large.'],
  500: ['internal-error', 'Something went wrong on our side.'],
};

function exampleOf(status: ProblemStatus): z.infer<typeof ProblemDetails> {
  const [code, detail] = EXAMPLES[status];
  return detailsOf(
    new Problem(code, detail, code === 'invalid-parameter' ? 'fiscalYear' : undefined),
  );
}

/** An answer that is not what was asked for; thrown anywhere, told as problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly parameter: string | undefined;

  constructor(code: ProblemCode, detail: string, parameter?: string) {
    super(detail);
    this.code = code;
    this.parameter = parameter;
  }
}

/** What was thrown, as the client is told of it: of our own faults no more than that they are. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // These two come from the validation of bodies.
  const status = error instanceof HTTPException ? error.status : 500;
  if (status === 415) return new Problem('unsupported-media-type', 'The body must be JSON.');
  if (status === 400) return new Problem('malformed-body', 'The body is not valid JSON.');
  console.error(error);
  return new Problem('internal-error', 'Something went wrong on our side.');
}

export function problemResponse(problem: Problem): Response {
  const details = detailsOf(problem);
  return new Response(JSON.stringify(details), {
    status: details.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

function detailsOf(problem: Problem): z.infer<typeof ProblemDetails> {
  const { code, message, parameter } = problem;
  const status = STATUS[code];
  return {
    type: 'about:blank',
    title: TITLES[status],
    status,
    detail: message,
    detailJa: problemInJapanese(problem),
    code,
    ...(parameter !== undefined && { parameter }),
  };
}
