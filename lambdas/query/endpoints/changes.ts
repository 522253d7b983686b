import { createRoute } from '@hono/zod-openapi';
import { ChangeKind, YearlyChange } from '../../analysis/changes.ts';
import { answer, listOf } from '../answers.ts';
import type { Api, Ports } from '../api.ts';
import { listed } from '../listed.ts';
import { exampled, listParameters, RecordParameters } from '../parameters.ts';

const changes = createRoute({
  method: 'get',
  path: '/v1/changes',
  operationId: 'listChanges',
  tags: ['What the sheets say'],
  summary:
    'What a sheet says otherwise than that of the year before: targets, actuals, indicators, ratings',
  request: {
    query: listParameters({
      ...exampled(RecordParameters, {
        fiscalYear: 2015,
        program: 'kyoso',
        department: '農林水産部',
        grade: 'B',
        sheet: 'shiomi-2015-kyoso-5',
      }),
      kind: ChangeKind.optional().openapi({ description: 'one kind', example: 'target-lowered' }),
    }),
  },
  responses: answer('Changes in the order of the later sheets', listOf(YearlyChange)),
});

export const addChanges = (app: Api, { store }: Ports) =>
  app.openapi(changes, async (c) =>
    c.json(await listed('changes', c.req.valid('query'), store.changes), 200),
  );
