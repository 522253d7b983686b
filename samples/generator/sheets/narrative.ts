import { type Item, PHASES, type Phase, type Sheet } from '../content.ts';
import type { Flow } from '../flow.ts';
import { numeral, yearLabel } from '../years.ts';
import { heading } from './heading.ts';

/** The three narrative sections, the items under their initiatives. */
export function narrative(flow: Flow, sheet: Sheet): void {
  for (const phase of PHASES) {
    heading(flow, phaseHeading(flow, sheet, phase), 30, sheet.headings?.[phase]);
    for (const initiative of sheet.initiatives) {
      const items = initiative.items.filter((item) => item.phase === phase);
      if (items.length === 0) continue;
      if (initiative.number !== null) {
        const number = numeral(initiative.number, flow.style.digits);
        flow.reserve(3 * flow.style.body);
        flow.paragraph(`【実践取組${number}　${initiative.title}】`, {
          face: 'gothic',
          bold: true,
        });
      }
      for (const item of items) layItem(flow, item);
    }
    const aside = sheet.asides[phase];
    if (aside) flow.paragraph(aside.text, { owner: aside });
    flow.space(5);
  }
}

function phaseHeading(flow: Flow, sheet: Sheet, phase: Phase): string {
  const year = (offset: number) => yearLabel(sheet.fiscalYear + offset, 'long', flow.style.digits);
  const other = sheet.headings?.[phase]?.text;
  if (other !== undefined) return `${year(phase === 'improvement' ? 1 : 0)}の${other}`;
  if (phase === 'overview') return `${year(0)}の取組概要`;
  if (phase === 'result') return `${year(0)}の成果と残された課題（評価結果）`;
  return `${year(1)}の改善のポイントと取組方向`;
}

export function layItem(flow: Flow, item: Item): void {
  if (item.marker === null) flow.paragraph(item.text, { owner: item, firstIndent: 1 });
  else flow.paragraph(item.text, { owner: item, marker: item.marker });
  for (const bullet of item.nested) {
    flow.paragraph(bullet, { owner: item, marker: '・', indent: 1 });
  }
}
