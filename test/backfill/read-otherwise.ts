import type { FieldChange } from '../../lambdas/reparse/changes.ts';
import type { Reparsed } from '../../lambdas/reparse/reparse.ts';

/** A document of one sheet, so many fields of which are read otherwise. */
export function readOtherwise(key: string, fields: number): Reparsed {
  const changes = Array.from(
    { length: fields },
    (_, n): FieldChange => ({
      path: `indicators[${n}].name`,
      field: 'indicators.name',
      from: { value: '働く場', at: [] },
      to: { value: `働く場 "${n}"`, at: [{ page: 1, box: [0, 0, 10, 10] }] },
    }),
  );
  const sheets = [{ id: key, format: 'kinkyu', kind: 'changed' as const, changes }];
  return { key, outcome: 'changed', code: null, changes: [], sheets };
}
