import { loadTokenize } from '../../../dictionary.ts';
import { isFiledUnder } from '../../../domain/search/filed.ts';
import { decodePostings } from '../../../domain/search/postings.ts';
import { readUnit } from '../../../domain/search/read-unit.ts';
import type { Unit } from '../../../domain/search/units.ts';
import type { Row, Rows } from '../../../ports/records.ts';
import { bounded } from '../../../ports/row-size.ts';
import type { SearchIndex } from '../../../ports/search.ts';
import { bodyPartition } from '../../../store/items.ts';
import { unpack } from '../../../store/packing.ts';
import { openCollection } from './collection.ts';
import {
  bodyAt,
  indexElsewhere,
  indexRows,
  postingSk,
  type TextsItem,
  termsPrefix,
  textsRow,
} from './index-rows.ts';
import { lookUp } from './lookup.ts';

/** The index as rows of the one table: a partition for each term. */
export function openSearch(table: Rows): SearchIndex {
  const rows = bounded(table);
  const collection = openCollection(rows);
  return {
    async add(sheet, body) {
      const { told, others } = indexRows(sheet, body, await loadTokenize());
      await rows.putAll([...told, ...others]);
      await rows.putAll(told);
    },

    async remove(sheetId, body) {
      const told = await rows.under<Row>(bodyPartition(sheetId, body), termsPrefix);
      await rows.deleteAll(indexElsewhere(sheetId, body, told));
    },

    async lookUp(words, filters) {
      const [averages, { sheets, postings, sheetsWith }] = await Promise.all([
        collection(),
        lookUp(rows, words, ({ of }) => isFiledUnder(of, filters)),
      ]);
      return {
        bodies: sheets.map(bodyAt),
        occurrencesIn({ sheetId, bodyTag }) {
          const sk = postingSk(sheetId, bodyTag);
          const own = [...postings].flatMap(([key, found]) => {
            const posting = found.get(sk);
            return posting ? [[key, decodePostings(posting.found)] as const] : [];
          });
          return new Map(own);
        },
        collection: { ...averages, sheetsWith },
      };
    },

    async units(wanted) {
      const tokenize = await loadTokenize();
      const at = wanted.map(({ sheetId, body, unit }) => textsRow(sheetId, body, unit));
      const found = await rows.getAll<TextsItem>(at);
      const units = new Map(
        found.map((row) => [`${row.pk}\n${row.sk}`, unpack<Unit[]>([row.units])]),
      );
      return at.map(({ pk, sk, at }) => {
        const unit = units.get(`${pk}\n${sk}`)?.[at];
        return unit && readUnit(unit, tokenize);
      });
    },
  };
}
