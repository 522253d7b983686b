import { Level } from '../../../parsers/records/indicator.ts';
import { IndicatorRow, indicatorRows } from '../../analysis/indicator-row.ts';
import { nameKey } from '../../domain/series/id.ts';
import type { Api, Ports } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { name, SheetParameters } from '../parameters.ts';
import { ListedIndicator } from '../schemas/indicator.ts';
import { addWholeList } from '../whole-list.ts';

const filters = {
  ...SheetParameters,
  name,
  level: Level.optional().openapi({
    description: 'outcome 県民指標 and activity 活動指標 are those of measures',
    example: 'activity',
  }),
};

export function addIndicators(app: Api, ports: Ports) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/indicators',
    operationId: 'listIndicators',
    tag: 'What the sheets say',
    summary: 'What was measured, with its values over the years',
    description: 'Indicators with their values and sheet',
    filters,
    item: ListedIndicator,
    row: IndicatorRow,
    formats: [...TABLES, 'parquet'],
    page: store.indicators,
    async whole({ name, level, ...wanted }) {
      const key = name === undefined ? undefined : nameKey(name);
      const { state, records } = await store.standing(wanted);
      return {
        state: JSON.stringify([state, key, level]),
        async *rows() {
          for await (const record of records()) {
            yield indicatorRows(record).filter(
              (row) =>
                (level ?? row.level) === row.level &&
                (key === undefined || nameKey(row.indicator) === key),
            );
          }
        },
      };
    },
  });
}
