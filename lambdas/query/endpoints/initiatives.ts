import { itemRows } from '../../analysis/item-row.ts';
import type { Api, QueryPorts } from '../api.ts';
import { TABLES } from '../negotiate.ts';
import { phase, RecordParameters } from '../parameters.ts';
import { ListedItem } from '../schemas/item.ts';
import { ItemRow } from '../schemas/item-row.ts';
import { addWholeList } from '../whole-list.ts';

export function addInitiatives(app: Api, ports: QueryPorts) {
  const { store } = ports;
  addWholeList(app, ports, {
    path: '/v1/initiatives',
    operationId: 'listInitiatives',
    tag: 'What the sheets say',
    summary: 'What was done, what came of it, what is to change: items of the narrative sections',
    description: 'Items in the order of the sheets',
    filters: { ...RecordParameters, phase },
    item: ListedItem,
    row: ItemRow,
    formats: TABLES,
    page: store.items,
    async whole({ phase, ...wanted }) {
      const { state, records } = await store.standing(wanted);
      return {
        state: JSON.stringify([state, phase]),
        async *rows() {
          for await (const record of records()) yield itemRows(record, phase);
        },
      };
    },
  });
}
