import type { Sheet } from '../content.ts';
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

/** 事業マネジメントシート（選択・集中プログラム）. */
export function projectSheet(flow: Flow, sheet: Sheet): void {
  const { style } = flow;
  const what = sheet.program === 'nanbu' ? 'プログラム' : 'プロジェクト';
  titleBlock(flow, sheet);
  heading(flow, `${what}の目標`);
  for (const goal of sheet.goals) {
    if (style.goals === 'bullets') flow.paragraph(goal.text, { owner: goal, marker: '・' });
    else flow.paragraph(goal.text, { owner: goal, firstIndent: 1 });
  }
  flow.space(4);
  heading(flow, `評価結果を踏まえた${what}の進展度と判断理由`, 80);
  ratingTable(flow, sheet);
  heading(flow, `${what}の数値目標`, 90);
  targetTable(flow, sheet, ['目標項目'], 'project');
  const next = yearLabel(sheet.fiscalYear + 1, 'long', style.digits);
  if (sheet.indicators.some((indicator) => indicator.description !== null)) {
    heading(flow, `目標項目の説明と${next}目標値の考え方`, 60);
    explanationTable(flow, sheet);
  }
  if (sheet.indicators.some((indicator) => indicator.level === 'initiative')) {
    heading(flow, '実践取組の目標', 110);
    targetTable(flow, sheet, ['実践取組', '年次計画のうち\n主なもの'], 'initiative');
  }
  budgetTable(flow, sheet);
  narrative(flow, sheet);
}

function titleBlock(flow: Flow, sheet: Sheet): void {
  const { style } = flow;
  const year = yearLabel(sheet.fiscalYear, sheet.dress?.western ? 'both' : 'long', style.digits);
  const number = `${sheet.programName}${numeral(sheet.number ?? '', style.digits)}`;
  const kind = withVersion(sheet, `${year}事業マネジメントシート（選択・集中プログラム）`, 'kind');
  const beside = sheet.subtitleBeside ? besideTitle(sheet, sheet.subtitleBeside) : null;
  const said = withVersion(sheet, `${sheet.title}${beside ?? ''}`, 'title');
  const title = { size: style.body * 1.2, align: 'center' } as const;
  publisherLine(flow, sheet);
  paperBox(flow, sheet);
  if (sheet.dress?.cells && sheet.subtitle === null) {
    headerTable(flow, withPublisher(flow, sheet, kind), number, said, sheet);
    return;
  }
  flow.paragraph(withPublisher(flow, sheet, kind), title);
  if (style.titleOnProgramLine && !sheet.dress?.numberAlone) {
    flow.paragraph(`${number}　${said}`, title);
  } else {
    flow.paragraph(number, title);
    flow.paragraph(said, title);
  }
  if (sheet.subtitle !== null && beside === null) {
    flow.paragraph(`～${sheet.subtitle}${style.subtitleWaves === 'closed' ? '～' : ''}`, title);
  }
  flow.paragraph(departmentLine(sheet), title);
  flow.space(6);
}

function besideTitle(
  { subtitle }: Sheet,
  how: NonNullable<Sheet['subtitleBeside']>,
): string | null {
  if (subtitle === null) return null;
  if (how === 'gap') return `　${subtitle}`;
  return how === 'waves' ? `　～${subtitle}～` : `（${subtitle}）`;
}
