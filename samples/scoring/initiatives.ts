import { paired } from './pairing.ts';
import type { Initiative, Sheet } from './record.ts';
import { folded, printed } from './text.ts';
import { mention, type Verdict } from './verdict.ts';

/** Headings of numbered initiatives; the one without number has none. */
export function* judgeInitiatives(truth: Sheet, output: Sheet): Generator<Verdict> {
  const numbered = ({ initiatives }: Sheet) => initiatives.filter(({ number }) => number !== null);
  const fit = (a: Initiative, b: Initiative) =>
    Number(folded(a.number) === folded(b.number)) +
    Number(printed(a.title) === printed(b.title)) / 2;
  for (const [want, got] of paired(numbered(truth), numbered(output), fit)) {
    const either = want ?? got;
    const pages = either?.items.flatMap(({ at }) => at.map(({ page }) => page)) ?? [];
    const where = { pages, subject: 'initiative' };
    const headings = [heading(want), heading(got)] as const;
    yield mention('initiatives', `heading ${either?.number}`, headings, where);
  }
}

const heading = (one: Initiative | null) => one && `${folded(one.number)} ${printed(one.title)}`;
