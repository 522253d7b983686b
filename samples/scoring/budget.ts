import type { BudgetLine, Sheet } from './record.ts';
import { folded, printed } from './text.ts';
import { judgeWithBoxes, said, type Verdict } from './verdict.ts';

/** The number of people: a line that a tool may leave out. */
const OPTIONAL = '配置人員';

/** Money by line and fiscal year: value, yen, unit and text. */
export function* judgeBudget(truth: Sheet, output: Sheet): Generator<Verdict> {
  const asked = output.budget.some(isOptional)
    ? truth.budget
    : truth.budget.filter((line) => !isOptional(line));
  const wanted = amountsOf(asked);
  const found = amountsOf(output.budget);
  const keys = new Set([...wanted, ...found].map(({ key }) => key));
  for (const key of keys) {
    const [wants, gots] = [wanted, found].map((all) => all.filter((one) => one.key === key));
    for (let i = 0; i < Math.max(wants?.length ?? 0, gots?.length ?? 0); i++) {
      yield* judgeWithBoxes('budget', key, [wants?.[i]?.said ?? null, gots?.[i]?.said ?? null]);
    }
  }
}

const nameOf = ({ name }: BudgetLine) => folded(name).replace(/[()]/g, '');
const isOptional = (line: BudgetLine) => nameOf(line).includes(OPTIONAL);

const amountsOf = (lines: readonly BudgetLine[]) =>
  lines.flatMap((line) =>
    line.amounts.map(({ fiscalYear, text, value, yen, at }) => ({
      key: `${nameOf(line)} ${fiscalYear}`,
      said: said(`«${printed(text)}» = ${value} ${folded(line.unit)}, ${yen} yen`, at),
    })),
  );
