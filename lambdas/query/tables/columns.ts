import { z } from '@hono/zod-openapi';
import { Place } from '../../../parsers/records/place.ts';

/** What all cells of a column are, but for those that hold nothing. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean';

/** One column of a table: its name, and where in an item its value stands. */
export interface ListColumn {
  readonly name: string;
  readonly path: readonly string[];
  readonly type: CellType;
  /** of a text, as JSON Schema calls it: `uri-reference`, `date-time` */
  readonly format: string | undefined;
  readonly nullable: boolean;
  /** the words that a column may hold, where they are few */
  readonly values: readonly string[] | undefined;
  readonly description: string | undefined;
}

export type CellValue = string | number | boolean | null;
export type Cells = readonly CellValue[];

/**
 * The columns that the items of a list have as a table: what is nested is named by its path, a place is `page`, `x0`,
 * `y0`, `x1`, `y1` (points from the top left), and a list of texts is one text. Lists of anything else have no column.
 */
export function listColumnsOf(
  schema: z.ZodType,
  path: readonly string[] = [],
  absent = false,
): ListColumn[] {
  const { inner, nullable } = unwrapped(schema);
  const may = absent || nullable;
  if (inner instanceof z.ZodArray && !textual(inner.element)) return [];
  if (inner === Place) return placeColumns(path, may);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, one]) =>
      listColumnsOf(one as z.ZodType, [...path, name], may),
    );
  }
  return [
    {
      ...{ name: nameOf(path), path, ...typeOf(inner), nullable: may },
      values: inner instanceof z.ZodEnum ? inner.options.map(String) : undefined,
      description: schema.description ?? inner.description,
    },
  ];
}

const placeColumns = (path: readonly string[], nullable: boolean): ListColumn[] =>
  ['page', 'x0', 'y0', 'x1', 'y1'].map((name, n) => ({
    name: nameOf([...path.slice(0, -1), name]),
    path: [...path, ...(n === 0 ? ['page'] : ['box', String(n - 1)])],
    type: n === 0 ? 'integer' : 'number',
    ...{ nullable, format: undefined, values: undefined },
    description: n === 0 ? 'of the document, from 1' : 'in PDF points from the top left',
  }));

const nameOf = (path: readonly string[]) => path.join('.');

/** What JSON Schema calls it, where it is one thing; a list of texts is one text. */
function typeOf(schema: z.ZodType): Pick<ListColumn, 'type' | 'format'> {
  const { type, format } = z.toJSONSchema(schema, { io: 'output' });
  const plain = type === 'integer' || type === 'number' || type === 'boolean';
  return { type: plain ? type : 'string', format };
}

const textual = (element: unknown): boolean =>
  ['string', 'number', 'null'].some(
    (type) => z.toJSONSchema(element as z.ZodType, { io: 'output' }).type === type,
  );

/** Without what says that it may be absent. */
function unwrapped(schema: z.ZodType): { inner: z.ZodType; nullable: boolean } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return { inner: unwrapped(schema.unwrap() as z.ZodType).inner, nullable: true };
  }
  return { inner: schema, nullable: false };
}

/** Makes items into rows: a cell for each column, null where there is nothing. */
export function cellsBy(columns: readonly ListColumn[]): (item: unknown) => Cells {
  const paths = columns.map(({ path }) => (path.length === 1 ? (path[0] ?? '') : path));
  return (item) =>
    paths.map((path) =>
      cellOf(typeof path === 'string' ? step(item, path) : path.reduce(step, item)),
    );
}

const step = (value: unknown, name: string): unknown =>
  (value as Record<string, unknown> | null | undefined)?.[name];

const cellOf = (value: unknown): CellValue =>
  typeof value === 'object' && Array.isArray(value)
    ? value.join(' ')
    : ((value ?? null) as CellValue);
