import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { batches } from './batches.ts';
import type { CellType } from './columns.ts';
import type { ListTable } from './table.ts';

/** Rows that are held in memory at a time; a reader skips such groups whole. */
const ROWS_OF_GROUP = 10_000;

const TYPES: Readonly<Record<CellType, BasicType>> = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** An Apache Parquet file, compressed by Snappy, with a column for each of the table's. */
export async function* parquet({ columns, rows }: ListTable): AsyncGenerator<Uint8Array> {
  const schema = schemaFromColumnData({
    columnData: columns.map(({ name, type, nullable }) => ({
      ...{ name, type: TYPES[type], nullable, data: [] },
    })),
  });
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema, createdBy: 'shisaku' });
  for await (const group of batches(rows(), ROWS_OF_GROUP)) {
    const columnData = columns.map(({ name }, n) => ({
      name,
      data: group.map((cells) => cells[n] ?? null),
    }));
    file.write({ columnData, rowGroupSize: group.length });
    yield taken(writer);
  }
  file.finish();
  yield taken(writer);
}

/** What was written since the last time; places in the file are counted apart. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
