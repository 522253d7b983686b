import type { Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { ASCENT, DESCENT } from '../page.ts';
import { drawTable } from '../table.ts';

const BRACKETS = {
  lenticular: '【】',
  round: '（）',
  tortoise: '〔〕',
  bare: ' ',
} as const;

/** Who is in charge, as the sheet's header says it. */
export function departmentLine({ department, dress }: Sheet): string {
  const how = dress?.department ?? 'lenticular';
  if (how === 'label') return `【主担当部局】${department}`;
  const [open = '', close = ''] = BRACKETS[how].trim();
  return `${open}主担当部局：${department}${close}`;
}

/** A line with the mark of its version where it stands behind such a line. */
export const withVersion = ({ dress }: Sheet, line: string, behind: 'title' | 'kind'): string =>
  dress?.version && dress.versionBehind === behind ? `${line}${dress.version}` : line;

const PADDING = 3;

/** The number of the document in its box at the right. */
export function paperBox(flow: Flow, { dress }: Sheet): void {
  if (!dress?.paper) return;
  const size = flow.style.cell;
  const [line] = flow.wrapped(dress.paper, size, 'gothic', flow.width, false);
  if (!line) return;
  const x1 = flow.left + flow.width;
  const x0 = x1 - line.width - 2 * PADDING;
  const [y0, y1] = [flow.y, flow.y + size + 2 * PADDING];
  flow.put(line, x0 + PADDING, y0 + PADDING + ASCENT * size, size, { face: 'gothic' });
  flow.page.rules.push(
    { x0, y0, x1, y1: y0, dashed: false },
    { x0, y0: y1, x1, y1, dashed: false },
    { x0, y0, x1: x0, y1, dashed: false },
    { x0: x1, y0, x1, y1, dashed: false },
  );
  flow.y = y1 + DESCENT * size + PADDING;
}

/** The header as a table: what the sheet is over all, number and title side by side, who is in charge below. */
export function headerTable(
  flow: Flow,
  kind: string | null,
  number: string,
  title: string,
  { department }: Sheet,
): void {
  const first = kind === null ? 0 : 1;
  drawTable(flow, {
    columns: [0.28, 0.72],
    rows: first + 2,
    header: 0,
    breaks: [],
    size: flow.style.body,
    cells: [
      ...(kind === null ? [] : [{ row: 0, col: 0, cols: 2, text: kind, face: 'gothic' as const }]),
      { row: first, col: 0, text: number, face: 'gothic' },
      { row: first, col: 1, text: title, face: 'gothic', align: 'left' },
      { row: first + 1, col: 0, text: '主担当部局' },
      { row: first + 1, col: 1, text: department, align: 'left' },
    ],
  });
  flow.space(4);
}
