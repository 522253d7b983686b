import { z } from '@hono/zod-openapi';
import { slugOfName } from '../../parsers/publishers/identity.ts';
import { publisherSaid } from '../../parsers/publishers/publishers.ts';
import { ValueStatus } from '../../parsers/records/figure.ts';
import { Phase } from '../../parsers/records/initiative.ts';
import { Problem } from './problem.ts';
import { ObservationType } from './schemas/observation.ts';

/** DynamoDB's keys end at 1,024 bytes: what goes into one is bounded so that several fit. */
export const text = z.string().min(1).max(100);
export const sheetId = z.object({
  id: text.openapi({ description: 'id of a sheet', example: 'shiomi-2013-shisaku-214' }),
});
const fiscalYear = z
  .string()
  .regex(/^[1-9]\d{3}$/, 'a year of four digits')
  .transform(Number)
  .openapi({
    type: 'integer',
    minimum: 1000,
    maximum: 9999,
    description: 'the fiscal year that the sheet evaluates, by the Western year it begins in',
    example: 2013,
  });

/** Slugs are of letters and digits: anything else is a name, if only of a publisher that no table has. */
const slugSaid = async (said: string): Promise<string> =>
  publisherSaid(said)?.slug ?? (/^[\w-]+$/.test(said) ? said : slugOfName(said));

export const SheetParameters = {
  fiscalYear: fiscalYear.optional(),
  publisher: text.transform(slugSaid).optional().openapi({
    type: 'string',
    description:
      'slug of the prefecture or city, its 全国地方公共団体コード, or its name as printed',
    example: 'shiomi',
  }),
  program: text.optional().openapi({ description: 'slug of the program', example: 'shisaku' }),
  department: text.optional().openapi({
    description: 'lead department, as printed',
    example: '教育委員会事務局',
  }),
};

export const name = z.string().min(1).max(300).optional().openapi({
  description: 'the whole name; width and spaces do not matter',
  example: '移動図書館が立ち寄る場所',
});

export const phase = Phase.optional().openapi({
  description: 'overview 取組概要, result 成果と残された課題, improvement 改善のポイントと取組方向',
  example: 'result',
});

export const grade = text.optional().openapi({
  description: 'the department’s rating of its own progress',
  example: 'B',
});

/** What of figures may be asked for, on every list of what sheets say. */
export const FigureParameters = {
  status: ValueStatus.optional().openapi({
    description: 'that have a figure of this status: pending is still to come',
    example: 'reported',
  }),
  type: ObservationType.optional().openapi({
    description: 'that have a figure of this type; together with status, of both',
    example: 'actual',
  }),
  met: z
    .enum(['true', 'false'])
    .transform((said) => said === 'true')
    .optional()
    .openapi({
      type: 'string',
      enum: ['true', 'false'],
      description:
        'whether the evaluated year’s actual reached its target, in the indicator’s direction; neither where nobody knows',
      example: 'false',
    }),
};

export const updatedSince = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], 'a date, or a time with its offset')
  .transform((said) => new Date(said).toISOString())
  .optional()
  .openapi({
    type: 'string',
    format: 'date-time',
    description: 'that changed since this time; a date is its beginning in UTC',
    example: '2000-01-01T00:00:00Z',
  });

export const nameContains = z.string().min(1).max(100).optional().openapi({
  description: 'a part of the name; width and spaces do not matter',
  example: '移動図書館',
});

/** The filters of lists that are made of whole sheets. */
export const RecordParameters = {
  ...SheetParameters,
  ...FigureParameters,
  updatedSince,
  grade,
  sheet: text
    .optional()
    .openapi({ description: 'id of one sheet', example: 'shiomi-2013-shisaku-214' }),
};

/** The same filters with examples that find something in another list. */
export const exampled = <S extends Readonly<Record<string, z.ZodType>>>(
  filters: S,
  examples: Readonly<Partial<Record<keyof S, string | number>>>,
): S =>
  Object.fromEntries(
    Object.entries(filters).map(([name, schema]) => {
      const example = examples[name];
      return [name, example === undefined ? schema : schema.openapi({ example })];
    }),
  ) as S;

const paging = {
  limit: z
    .string()
    .regex(/^0*([1-9]\d?|1\d\d|200)$/, 'a number from 1 to 200')
    .transform(Number)
    .default(50)
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: 200,
      default: 50,
      description: 'how many items a page has at most',
    }),
  cursor: z.string().min(1).max(1000).optional().openapi({
    description: 'nextCursor of the page before, with the same filters',
  }),
};

/** The parameters of a list: these, `limit` and `cursor`. */
export const listParameters = <S extends z.ZodRawShape>(filters: S) =>
  z.strictObject({ ...filters, ...paging });

/** No parameters at all. */
export const noParameters = z.strictObject({});

/** What zod found wrong with the parameters or the body, as the first problem of them. */
export function parameterProblem(
  { issues }: z.ZodError,
  queries: Readonly<Record<string, readonly string[]>>,
): Problem {
  const issue = issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return new Problem('unknown-parameter', `There is no parameter ${name} here.`, name);
  }
  const name = String(issue?.path[0] ?? '');
  if (name === '') return new Problem('malformed-body', `The body: ${issue?.message}.`);
  const repeated = (queries[name]?.length ?? 0) > 1;
  const message = repeated ? 'is given more than once' : issue && saidOf(issue);
  return new Problem('invalid-parameter', `${name}: ${message}`, name);
}

/** In the words of this API where the schema has none of its own. */
function saidOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) {
    return 'is missing';
  }
  const unit = 'origin' in issue && issue.origin === 'string' ? ' characters' : '';
  if (issue.code === 'too_big') return `at most ${issue.maximum}${unit}`;
  if (issue.code === 'too_small') return unit ? 'is empty' : `at least ${issue.minimum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  return issue.message;
}
