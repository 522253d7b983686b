import { z } from '@hono/zod-openapi';
import { Problem } from './problem.ts';

export const text = z.string().min(1);
export const sheetId = z.object({ id: text.openapi({ example: 'mie-2013-kinkyu-8' }) });
const fiscalYear = z
  .string()
  .regex(/^\d{4}$/, 'a year of four digits')
  .transform(Number)
  .openapi({ type: 'integer', example: 2013 });

export const SheetParameters = {
  fiscalYear: fiscalYear.optional(),
  publisher: text.optional(),
  program: text.optional(),
  department: text.optional(),
};

const paging = {
  limit: z
    .string()
    .regex(/^0*([1-9]\d?|1\d\d|200)$/, 'a number from 1 to 200')
    .transform(Number)
    .default(50)
    .openapi({ type: 'integer', minimum: 1, maximum: 200, default: 50 }),
  cursor: text.optional(),
};

/** The parameters of a list: these, `limit` and `cursor`. */
export const listParameters = <S extends z.ZodRawShape>(filters: S) =>
  z.strictObject({ ...filters, ...paging });

/** No parameters at all. */
export const noParameters = z.strictObject({});

/** What zod found wrong with the parameters, as the first problem of them. */
export function parameterProblem({ issues }: z.ZodError): Problem {
  const issue = issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return new Problem('unknown-parameter', `There is no parameter ${name} here.`, name);
  }
  const name = String(issue?.path[0] ?? '');
  return new Problem('invalid-parameter', `${name}: ${issue?.message}`, name);
}
