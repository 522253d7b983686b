import { Severity, WarningCode } from '../../../parsers/records/warning.ts';
import { findingsOf } from '../../analysis/findings.ts';
import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { exampled, RecordParameters } from '../parameters.ts';
import { Finding } from '../schemas/finding.ts';
import { addWholeList } from '../whole-list.ts';

const filters = {
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
};

export function addFindings(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/findings',
    operationId: 'listFindings',
    tag: 'What the sheets say',
    summary: 'What the reader doubts, and what the paper itself contradicts',
    description: 'Findings in the order of the sheets',
    filters,
    item: Finding,
    row: Finding,
    formats: TABLES,
    page: store.findings,
    async whole({ code, severity, ...wanted }) {
      const { state, records } = await store.standing(wanted);
      return {
        state: JSON.stringify([state, code, severity]),
        async *rows() {
          for await (const record of records()) yield findingsOf(record, { code, severity });
        },
      };
    },
  });
}
