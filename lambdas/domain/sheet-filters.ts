export interface SheetFilters {
  readonly fiscalYear?: number | undefined;
  readonly publisher?: string | undefined;
  readonly program?: string | undefined;
  readonly department?: string | undefined;
  readonly grade?: string | undefined;
}

/** Filters as the longest prefix of the sort order, and the rest of them as conditions on each entry. */
export function sortPrefix<F extends SheetFilters>(filters: F) {
  const { fiscalYear, publisher, program } = filters;
  const leading: (string | number)[] = [];
  for (const part of [fiscalYear, publisher, program]) {
    if (part === undefined) break;
    leading.push(part);
  }
  const rest = { ...filters };
  for (const name of (['fiscalYear', 'publisher', 'program'] as const).slice(0, leading.length)) {
    delete rest[name];
  }
  const where = Object.entries(rest).filter(
    (one): one is [string, string | number] => one[1] !== undefined,
  );
  return { prefix: leading.map((part) => `${part}#`).join(''), where: Object.fromEntries(where) };
}
