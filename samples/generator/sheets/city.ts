import { type Level, PHASES, type Phase, type Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { drawTable } from '../table.ts';
import { yearLabel } from '../years.ts';
import { budgetTable } from './budget.ts';
import { heading } from './heading.ts';
import { indicatorCells, ROWS } from './labelled-rows.ts';
import { layItem } from './narrative.ts';
import { publisherLine } from './publisher.ts';

/** Headings of the narrative sections. */
const NARRATIVE: Readonly<Record<Phase, string>> = {
  overview: '事業の概要',
  result: '成果と課題',
  improvement: '今後の方向',
};

/** 事務事業評価シート of the city, on one page. */
export function citySheet(flow: Flow, sheet: Sheet): void {
  titleBlock(flow, sheet);
  heading(flow, '事業の目的');
  for (const goal of sheet.goals) flow.paragraph(goal.text, { owner: goal, firstIndent: 1 });
  flow.space(5);
  heading(flow, '評価');
  ratingTable(flow, sheet);
  heading(flow, '指標');
  targetTable(flow, sheet, 'activity', '活動指標');
  targetTable(flow, sheet, 'outcome', '成果指標');
  heading(flow, '事業費');
  budgetTable(flow, sheet);
  for (const phase of PHASES) {
    heading(flow, NARRATIVE[phase]);
    const items = sheet.initiatives.flatMap((initiative) => initiative.items);
    for (const item of items) if (item.phase === phase) layItem(flow, item);
    flow.space(5);
  }
}

function titleBlock(flow: Flow, sheet: Sheet): void {
  const { body, digits } = flow.style;
  const year = yearLabel(sheet.fiscalYear, 'long', digits);
  const large = { size: body * 1.4, face: 'gothic', align: 'center' } as const;
  publisherLine(flow, sheet);
  flow.paragraph(`${sheet.programName}評価シート（${year}）`, large);
  flow.space(4);
  flow.paragraph(`事業番号　${sheet.number}`);
  flow.paragraph(`事業名　${sheet.title}`);
  flow.paragraph(`【担当課：${sheet.department}】`, { align: 'right' });
  flow.space(4);
}

function ratingTable(flow: Flow, { progress }: Sheet): void {
  const { grade, label, reason } = progress;
  const center = { row: 0, align: 'center' } as const;
  drawTable(flow, {
    columns: [11, 20, 12, 57],
    rows: 1,
    header: 0,
    breaks: [],
    cells: [
      { ...center, col: 0, text: '総合評価' },
      { ...center, col: 1, text: `${grade}（${label}）`, owner: progress },
      { ...center, col: 2, text: '評価の理由' },
      { row: 0, col: 3, text: reason.text, owner: reason },
    ],
  });
  flow.space(8);
}

/** The table of one kind of indicator, which a cell at its left names. */
function targetTable(flow: Flow, sheet: Sheet, level: Level, kind: string): void {
  const indicators = sheet.indicators.filter((indicator) => indicator.level === level);
  const rows = ROWS * indicators.length;
  drawTable(flow, {
    columns: [12, 13, ...sheet.years.map(() => 75 / sheet.years.length)],
    rows,
    header: 0,
    breaks: [],
    cells: [
      { row: 0, col: 0, rows, text: kind, align: 'center' },
      ...indicators.flatMap((indicator, index) =>
        indicatorCells(flow.style, sheet, indicator, ROWS * index),
      ),
    ],
  });
  flow.space(8);
}
