import { createRoute } from '@hono/zod-openapi';
import { Severity, WarningCode } from '../../../parsers/records/warning.ts';
import { Finding } from '../../analysis/findings.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { exampled, listParameters, RecordParameters } from '../parameters.ts';

const findings = createRoute({
  method: 'get',
  path: '/v1/findings',
  operationId: 'listFindings',
  tags: ['What the sheets say'],
  summary: 'What the reader doubts, and what the paper itself contradicts',
  request: {
    query: listParameters({
      ...exampled(RecordParameters, {
        fiscalYear: 2018,
        department: '地域連携部',
        grade: 'C',
        sheet: 'shiomi-2018-shisaku-326',
      }),
      code: WarningCode.optional().openapi({
        description: 'kind of finding',
        example: 'achievement-mismatch',
      }),
      severity: Severity.optional().openapi({
        description: 'wrong: what may be wrong; missing: what was not read; note',
        example: 'wrong',
      }),
    }),
  },
  responses: answer('Findings in the order of the sheets', listOf(Finding)),
});

export const addFindings = (app: Api, { store }: Ports) =>
  app.openapi(findings, async (c) =>
    c.json(await listed('findings', c.req.valid('query'), store.findings), 200),
  );
