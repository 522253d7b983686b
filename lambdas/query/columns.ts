import { z } from '@hono/zod-openapi';
import { Place } from '../../parsers/records/place.ts';

/** One column of a table: its name, and where in an item its value stands. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly description: string | undefined;
}

type Cell = string | number | boolean | null;

/**
 * The columns that the items of a list have as a table: what is nested is named by its path, a place is `page`, `x0`,
 * `y0`, `x1`, `y1` (points from the top left), and a list of texts is one text.
 */
export function columnsOf(schema: z.ZodType, path: readonly string[] = []): Column[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && !textual(inner.element)) return [];
  if (!(inner instanceof z.ZodObject)) {
    return [{ name: nameOf(path), path, description: schema.description ?? inner.description }];
  }
  if (inner === Place) {
    const prefix = path.slice(0, -1);
    return ['page', 'x0', 'y0', 'x1', 'y1'].map((name, n) => ({
      name: nameOf([...prefix, name]),
      path: [...path, ...(n === 0 ? ['page'] : ['box', String(n - 1)])],
      description: n === 0 ? 'of the document, from 1' : 'in PDF points from the top left',
    }));
  }
  return Object.entries(inner.shape).flatMap(([name, one]) =>
    columnsOf(one as z.ZodType, [...path, name]),
  );
}

const nameOf = (path: readonly string[]) => path.join('.');

const textual = (element: unknown): boolean =>
  ['string', 'number', 'null'].some(
    (type) => z.toJSONSchema(element as z.ZodType, { io: 'output' }).type === type,
  );

/** Without what says that it may be absent. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** An item as a row: a cell for each column, null where there is nothing. */
export function rowOf(item: unknown, columns: readonly Column[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name, path }) => [name, cellAt(item, path)]));
}

function cellAt(item: unknown, path: readonly string[]): Cell {
  let value = item;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  if (Array.isArray(value)) return value.join(' ');
  return (value ?? null) as Cell;
}
