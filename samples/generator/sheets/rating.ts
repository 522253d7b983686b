import { GRADES, type Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { drawTable } from '../table.ts';

/** 進展度, its reason, and the legend of the scale. */
export function ratingTable(flow: Flow, sheet: Sheet): void {
  const { grade, label, reason } = sheet.progress;
  const project = sheet.format === 'mie-project';
  const between = flow.style.ratingOnTwoLines ? '\n' : '';
  drawTable(flow, {
    columns: [12, 21, 11, 56],
    rows: 1,
    header: 0,
    breaks: [],
    cells: [
      { row: 0, col: 0, text: project ? '進展度　＊' : '進展度', align: 'center' },
      {
        row: 0,
        col: 1,
        text: `${grade}${between}（${label}）`,
        align: 'center',
        owner: sheet.progress,
      },
      {
        row: 0,
        col: 2,
        text: flow.style.spacedLabels ? '判　断\n理　由' : '判断理由',
        align: 'center',
      },
      { row: 0, col: 3, text: reason.text, owner: reason },
    ],
  });
  flow.space(3);
  const scale = Object.entries(GRADES).map(([letter, meaning]) => `${letter}（${meaning}）`);
  flow.paragraph(`【＊進展度：${scale.join('、')}】`, { size: flow.style.cell });
  flow.space(4);
}
