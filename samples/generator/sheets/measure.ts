import { PUBLISHERS, type Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { numeral, yearLabel } from '../years.ts';
import { budgetTable } from './budget.ts';
import { departmentLine, headerTable, paperBox, withVersion } from './dress.ts';
import { explanationTable } from './explanations.ts';
import { heading } from './heading.ts';
import { narrative } from './narrative.ts';
import { publisherLine, withPublisher } from './publisher.ts';
import { ratingTable } from './rating.ts';
import { targetTable } from './targets.ts';

/** 施策 and 行政運営 sheets: 県民指標 and 活動指標. */
export function measureSheet(flow: Flow, sheet: Sheet): void {
  const { style } = flow;
  const shisaku = sheet.program === 'shisaku';
  titleBlock(flow, sheet);
  const lastYear = yearLabel(sheet.years.at(-1) ?? sheet.fiscalYear, 'long', style.digits);
  const headings = ['県民の皆さんとめざす姿', `${lastYear}末での到達目標`];
  for (const [index, goal] of sheet.goals.entries()) {
    heading(flow, headings[index] ?? '');
    flow.paragraph(goal.text, { owner: goal, firstIndent: 1 });
    flow.space(3);
  }
  heading(flow, `評価結果をふまえた${shisaku ? '施策' : '行政運営の取組'}の進展度と判断理由`, 80);
  ratingTable(flow, sheet);
  heading(flow, '県民指標', 90);
  targetTable(flow, sheet, ['目標項目'], 'outcome');
  if (style.explanationHeading) {
    const next = yearLabel(sheet.fiscalYear + 1, 'long', style.digits);
    heading(flow, `目標項目の説明と${next}目標値の考え方`, 60);
  }
  explanationTable(flow, sheet);
  heading(flow, '活動指標', 110);
  targetTable(flow, sheet, ['基本事業', '目標項目'], 'activity');
  budgetTable(flow, sheet);
  narrative(flow, sheet);
}

function titleBlock(flow: Flow, sheet: Sheet): void {
  const { style } = flow;
  const number = `${sheet.programName}${numeral(sheet.number ?? '', style.digits)}`;
  const said = withVersion(sheet, sheet.title, 'title');
  const how = { size: style.body * 1.35, face: 'gothic', align: 'center' } as const;
  const department = departmentLine(sheet);
  publisherLine(flow, sheet);
  paperBox(flow, sheet);
  if (sheet.dress?.cells) {
    if (style.publisher === 'title')
      flow.paragraph(PUBLISHERS[sheet.format].name, { size: style.cell });
    headerTable(flow, null, number, said, sheet);
    return;
  }
  if (sheet.dress?.numberAlone) {
    flow.paragraph(withPublisher(flow, sheet, number), how);
    flow.paragraph(said, how);
    flow.paragraph(department, { align: 'right' });
  } else if (
    style.departmentOnTitleLine &&
    (sheet.dress?.department ?? 'lenticular') === 'lenticular'
  ) {
    const title = withPublisher(flow, sheet, `${number}　${said}`);
    flow.paragraph(`${title}　${department}`, { size: style.body * 1.1, face: 'gothic' });
  } else {
    flow.paragraph(withPublisher(flow, sheet, `${number}　${said}`), how);
    flow.paragraph(department, { align: 'right' });
  }
  flow.space(5);
}
