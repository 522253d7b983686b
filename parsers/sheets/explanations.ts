import type { ExplanationSpec } from '../formats/format.ts';
import { comparable } from '../japanese/characters.ts';
import { cellText, holdsText, type Table } from '../layout/table.ts';
import { join, trim } from '../layout/text.ts';
import type { Indicator } from '../records/indicator.ts';
import type { Reading } from './reading.ts';

/** What a table explains of the n-th indicator; `name` where the table names the indicator itself. */
export type Explanation = {
  readonly name: string | null;
  readonly description: string | null;
  readonly targetRationale: string | null;
};

type Label = 'description' | 'targetRationale';

/** The explanations of a table in its order; empty when it has none of the labels. */
export function readExplanations(table: Table, reading: Reading): Explanation[] {
  const { explanations: spec } = reading.format;
  const rows: { label: Label; name: string | null; text: string }[] = [];
  for (const cell of table.cells) {
    const text = comparable(cellText(cell).text);
    const label = spec.description.test(text)
      ? 'description'
      : spec.targetRationale.test(text)
        ? 'targetRationale'
        : null;
    if (!label) continue;
    const right = table.rightOf(cell).sort((a, b) => a.row - b.row || a.col - b.col);
    const left = table.leftOf(cell).findLast(holdsText);
    const name = left ? trim(cellText(left)).text : null;
    reading.claim([cell, ...right, ...(left ? [left] : [])]);
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
    if (indicator.level === null || !levels.includes(indicator.level)) return indicator;
    const named = explanations.find(
      (e) => e.name !== null && comparable(e.name) === comparable(indicator.name),
    );
    const found = named ?? inOrder[next++];
    if (!found) return indicator;
    const { description, targetRationale } = found;
    return { ...indicator, description, targetRationale };
  });
}
