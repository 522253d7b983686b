import { Level } from '../../../parsers/records/indicator.ts';
import { indicatorRows } from '../../analysis/indicator-row.ts';
import { indicatorHasSuch } from '../../analysis/such-figures.ts';
import { nameKey } from '../../domain/series/id.ts';
import { isNamedSo } from '../../store/find-indicators.ts';
import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import {
  FigureParameters,
  name,
  nameContains,
  SheetParameters,
  updatedSince,
} from '../parameters.ts';
import { ListedIndicator } from '../schemas/indicator.ts';
import { IndicatorRow } from '../schemas/indicator-row.ts';
import { addWholeList } from '../whole-list.ts';

const filters = {
  ...SheetParameters,
  ...FigureParameters,
  updatedSince,
  name,
  nameContains,
  level: Level.optional().openapi({
    description: 'outcome 県民指標 and activity 活動指標 are those of measures',
    example: 'activity',
  }),
};

export function addIndicators(app: Api, ports: QueryPorts) {
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
    async whole({ name, nameContains, level, ...wanted }) {
      const key = name === undefined ? undefined : nameKey(name);
      const { state, records } = await store.standing(wanted);
      return {
        state: JSON.stringify([state, key, nameContains, level]),
        async *rows() {
          for await (const record of records()) {
            const such = record.indicators.filter((one) =>
              indicatorHasSuch(one, record.fiscalYear, wanted),
            );
            yield indicatorRows({ ...record, indicators: such }).filter(
              (row) =>
                isNamedSo(row.indicator, nameContains) &&
                (level ?? row.level) === row.level &&
                (key === undefined || nameKey(row.indicator) === key),
            );
          }
        },
      };
    },
  });
}
