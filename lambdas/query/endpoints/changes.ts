import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { exampled, RecordParameters } from '../parameters.ts';
import { ChangeKind, ChangeSeverity, YearlyChange } from '../schemas/change.ts';
import { addWholeList } from '../whole-list.ts';

const filters = {
  ...exampled(RecordParameters, {
    fiscalYear: 2015,
    program: 'kyoso',
    department: '農林水産部',
    grade: 'B',
    sheet: 'shiomi-2015-kyoso-5',
  }),
  kind: ChangeKind.optional().openapi({ description: 'one kind', example: 'target-lowered' }),
  severity: ChangeSeverity.optional().openapi({ example: 'attention' }),
};

export function addChanges(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/changes',
    operationId: 'listChanges',
    tag: 'What the sheets say',
    summary:
      'What a sheet says otherwise than that of the year before: targets, actuals, indicators, ratings',
    description: 'Changes in the order of the later sheets',
    filters,
    item: YearlyChange,
    row: YearlyChange,
    formats: TABLES,
    page: store.changes,
    async whole({ kind, severity, ...wanted }) {
      // The sheets of the years before count too.
      const [{ records }, { state }] = await Promise.all([
        store.standing(wanted),
        store.standing({}),
      ]);
      return {
        state: JSON.stringify([state, kind, severity, wanted]),
        async *rows() {
          for await (const record of records()) yield store.changesOf(record, { kind, severity });
        },
      };
    },
  });
}
