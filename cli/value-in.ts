const BOX = ['x0', 'y0', 'x1', 'y1'];

/** The cell of a row under a column's name; a place in it is the columns `page` and `x0` … `y1`, lists are one text. */
export function valueIn(row: unknown, column: string): string | number | boolean | null {
  const path = column.split('.');
  const value = path.reduce(step, row);
  if (Array.isArray(value)) return value.join(' ');
  if (value !== undefined) return value as string | number | boolean | null;
  const last = path.at(-1) ?? '';
  const at = step([...path.slice(0, -1)].reduce(step, row), 'at');
  const placed =
    last === 'page' ? step(at, 'page') : step(step(at, 'box'), String(BOX.indexOf(last)));
  return (placed ?? null) as number | null;
}

const step = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
