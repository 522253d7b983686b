import type { ExplanationSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { cellText, type Table } from '../layout/table.ts';
import { join, trim } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';

/** What a table explains of the n-th indicator; `name` where the table names the indicator itself. */
export type Explanation = {
  readonly name: string | null;
  readonly description: string | null;
  readonly targetRationale: string | null;
};

type Label = 'description' | 'targetRationale';

/** The explanations of a table in its order; empty when it has none of the labels. */
export function readExplanations(spec: ExplanationSpec, table: Table): Explanation[] {
  const rows: { label: Label; name: string | null; text: string }[] = [];
  for (const cell of table.cells) {
    const text = comparable(cellText(cell).text);
    const label = spec.description.test(text)
      ? 'description'
      : spec.targetRationale.test(text)
        ? 'targetRationale'
        : null;
    if (!label) continue;
    const inRows = (c: { row: number; rowSpan: number }) =>
      c.row < cell.row + cell.rowSpan && c.row + c.rowSpan > cell.row;
    const right = table.cells.filter((c) => c.col >= cell.col + cell.colSpan && inRows(c));
    const left = table.cells.filter((c) => c.col < cell.col && inRows(c) && c.lines.length > 0);
    const name = left[0] ? trim(cellText(left[0])).text : null;
    rows.push({ label, name, text: trim(join(right.flatMap((c) => c.lines))).text });
  }
  const explanations: Explanation[] = [];
  for (const { label, name, text } of rows) {
    const last = explanations.at(-1);
    const value = text === '' ? null : text;
    if (last && last[label] === null && last.name === name) {
      explanations[explanations.length - 1] = { ...last, [label]: value };
    } else {
      explanations.push({ name, description: null, targetRationale: null, [label]: value });
    }
  }
  return explanations;
}

/** The indicators of the explained levels with their explanations: by name where it is said, else in order. */
export function explain(
  indicators: readonly Indicator[],
  explanations: readonly Explanation[],
  { levels }: ExplanationSpec,
): Indicator[] {
  const inOrder = explanations.filter((e) => e.name === null);
  let next = 0;
  return indicators.map((indicator) => {
    if (!levels.includes(indicator.level)) return indicator;
    const named = explanations.find(
      (e) => e.name !== null && comparable(e.name) === comparable(indicator.name),
    );
    const found = named ?? inOrder[next++];
    if (!found) return indicator;
    const { description, targetRationale } = found;
    return { ...indicator, description, targetRationale };
  });
}
