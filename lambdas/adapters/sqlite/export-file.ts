import { DatabaseSync } from 'node:sqlite';

/** A table of the file: what it is of, and what its columns hold. */
export interface ExportedTable {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly title: string;
    readonly description: string;
  }[];
  readonly rows: AsyncIterable<Readonly<Record<string, unknown>>>;
}

/** The column of a table that is searched as text, by pieces of three characters. */
const SEARCHED: Readonly<Record<string, string>> = { initiatives: 'text', indicators: 'indicator' };

/** What a row is known by, and which columns of other tables name it: readers of SQLite files make links of these. */
const KEYS: Readonly<Record<string, string>> = { sheets: 'id', publishers: 'publisher' };
const NAMED_IN: Readonly<Record<string, string>> = {
  sheet: 'sheets',
  sheetId: 'sheets',
  publisher: 'publishers',
};

const TYPES: Readonly<Record<string, string>> = {
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Writes tables into a new SQLite file: each column with its Japanese name and description beside it in the schema and in
 * the table `columns`, and full-text search (`initiatives_fts`, `indicators_fts`). With filters a row may name one that is
 * not in the file.
 */
export async function writeExportFile(
  file: string,
  tables: readonly ExportedTable[],
): Promise<Readonly<Record<string, number>>> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  const counts: Record<string, number> = {};
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    database.exec(
      'CREATE TABLE columns (table_name TEXT, column_name TEXT, type TEXT, title TEXT, description TEXT)',
    );
    const document = database.prepare('INSERT INTO columns VALUES (?, ?, ?, ?, ?)');
    for (const { name, description, fields, rows } of tables) {
      database.exec(schemaOf(name, description, fields));
      for (const field of fields) {
        document.run(name, field.name, field.type, field.title, field.description);
      }
      const places = fields.map(() => '?').join(', ');
      const insert = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${places})`);
      let count = 0;
      database.exec('BEGIN');
      for await (const row of rows) {
        insert.run(...fields.map((field) => cellOf(row[field.name])));
        count++;
      }
      database.exec('COMMIT');
      addSearch(database, name);
      counts[name] = count;
    }
  } finally {
    database.close();
  }
  return counts;
}

const schemaOf = (name: string, description: string, fields: ExportedTable['fields']): string =>
  `CREATE TABLE ${quoted(name)} ( -- ${oneLine(description)}\n${fields
    .map(
      (field, n) =>
        `  ${quoted(field.name)} ${TYPES[field.type] ?? 'TEXT'}${keyOf(name, field.name)}` +
        `${n < fields.length - 1 ? ',' : ''} -- ${oneLine(`${field.title}: ${field.description}`)}`,
    )
    .join('\n')}\n)`;

function keyOf(table: string, column: string): string {
  if (KEYS[table] === column) return ' PRIMARY KEY';
  const other = NAMED_IN[column];
  const key = other === undefined ? undefined : KEYS[other];
  return other && key ? ` REFERENCES ${quoted(other)}(${quoted(key)})` : '';
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

function addSearch(database: DatabaseSync, name: string): void {
  const column = SEARCHED[name];
  if (column === undefined) return;
  const index = quoted(`${name}_fts`);
  database.exec(
    `CREATE VIRTUAL TABLE ${index} USING fts5(${quoted(column)}, content=${quoted(name)}, tokenize='trigram');
     INSERT INTO ${index}(${index}) VALUES ('rebuild');`,
  );
}

type Cell = string | number | null;

const cellOf = (value: unknown): Cell =>
  typeof value === 'boolean' ? Number(value) : ((value ?? null) as Cell);
