import type { Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { drawTable } from '../table.ts';
import { yearLabel } from '../years.ts';

/** 目標項目の説明 and next year's 目標値の考え方, a pair of rows for each indicator that has them. */
export function explanationTable(flow: Flow, sheet: Sheet): void {
  const next = yearLabel(sheet.fiscalYear + 1, 'short', flow.style.digits);
  const explained = sheet.indicators.filter((indicator) => indicator.description !== null);
  const rows = explained.flatMap(({ description, targetRationale }) => [
    ['目標項目\nの説明', description ?? ''] as const,
    [`${next}目標\n値の考え方`, targetRationale ?? ''] as const,
  ]);
  drawTable(flow, {
    columns: [17, 83],
    rows: rows.length,
    header: 0,
    breaks: rows.map((_, row) => row),
    cells: rows.flatMap(([label, text], row) => [
      { row, col: 0, text: label, align: 'center' as const },
      { row, col: 1, text },
    ]),
  });
  flow.space(8);
}
