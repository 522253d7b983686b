import { paired } from './pairing.ts';
import type { Sheet } from './record.ts';
import { folded, likeness, printed } from './text.ts';
import { judgeWithBoxes, said, type Verdict } from './verdict.ts';

type Goal = Sheet['goals'][number];

export function* judgeGoals(truth: Sheet, output: Sheet): Generator<Verdict> {
  const tell = (goal: Goal) => said(printed(goal.text), goal.at);
  const same = (a: Goal, b: Goal) => Number(printed(a.text) === printed(b.text));
  const alike = (a: Goal, b: Goal) => Math.max(0, likeness(folded(a.text), folded(b.text)) - 0.5);
  for (const [want, got] of paired(truth.goals, output.goals, same, alike)) {
    yield* judgeWithBoxes('goals', 'goal', [want && tell(want), got && tell(got)]);
  }
}
