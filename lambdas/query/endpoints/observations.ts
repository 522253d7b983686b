import { suchObservations } from '../../analysis/such-observations.ts';
import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { RecordParameters } from '../parameters.ts';
import { Observation } from '../schemas/observation.ts';
import { addWholeList } from '../whole-list.ts';

export function addObservations(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/observations',
    operationId: 'listObservations',
    tag: 'What the sheets say',
    summary: 'Every figure as a row of its own: for spreadsheets, pandas, DuckDB',
    description: 'Figures in the order of the sheets',
    filters: RecordParameters,
    item: Observation,
    row: Observation,
    formats: [...TABLES, 'parquet'],
    page: store.observations,
    async whole(filters) {
      const { state, records } = await store.standing(filters);
      let moves: Awaited<ReturnType<typeof store.allMoves>> | undefined;
      return {
        state: JSON.stringify([state, filters]),
        async *rows() {
          moves ??= await store.allMoves();
          for await (const record of records()) yield suchObservations(record, filters, moves);
        },
      };
    },
  });
}
