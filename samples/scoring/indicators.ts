import { judgeCells } from './cells.ts';
import { paired } from './pairing.ts';
import type { Achievement, Indicator, Sheet } from './record.ts';
import { folded, likeness, printed } from './text.ts';
import { judgeWithBoxes, mention, said, type Verdict } from './verdict.ts';

/** Below this likeness, two names of one level are two indicators. */
const SAME_NAME = 0.6;

/** Names first, then levels, then initiatives: a slip in one of them does not make an indicator another one. */
function fit(truth: Indicator, output: Indicator): number {
  const level = truth.level === output.level;
  const [a, b] = [folded(truth.name), folded(output.name)];
  if (a === b) return 4 + 2 * Number(level) + Number(sameInitiative(truth, output));
  if (!level) return 0;
  const alike = likeness(a, b);
  return alike >= SAME_NAME ? alike : 0;
}

const sameInitiative = (a: Indicator, b: Indicator) =>
  folded(a.initiative) === folded(b.initiative);

export function* judgeIndicators(truth: Sheet, output: Sheet): Generator<Verdict> {
  for (const [want, got] of paired(truth.indicators, output.indicators, fit)) {
    yield* judgeIndicator(want, got);
  }
}

function* judgeIndicator(want: Indicator | null, got: Indicator | null): Generator<Verdict> {
  const name = (want ?? got)?.name ?? '?';
  const pages = pagesOf(want ?? got);
  const titles = [titleOf(want), titleOf(got)] as const;
  yield mention('indicators', name, titles, { pages, subject: 'indicator' });
  for (const [field, subject] of [
    ['description', 'description'],
    ['targetRationale', 'rationale'],
  ] as const) {
    const texts = [textOf(want?.[field]), textOf(got?.[field])] as const;
    if (texts[0] === null && texts[1] === null) continue;
    yield mention('about', `${name} ${field}`, texts, { pages, subject });
  }
  yield* judgeCells(name, want, got);
  yield* judgeAchievement(name, want?.achievement ?? null, got?.achievement ?? null);
}

const textOf = (text: string | null | undefined) => (text ? printed(text) : null);

const titleOf = (one: Indicator | null) =>
  one && [one.level, folded(one.initiative) || '-', printed(one.name)].join(' ');

const pagesOf = (one: Indicator | null) =>
  one?.values.flatMap(({ at }) => (at ? [at.page] : [])) ?? [];

function* judgeAchievement(
  name: string,
  want: Achievement | null,
  got: Achievement | null,
): Generator<Verdict> {
  if (!want && !got) return;
  const tell = (one: Achievement) =>
    said(`${one.fiscalYear} «${printed(one.text)}» = ${one.ratio} ${one.status}`, one.at);
  const sides = [want && tell(want), got && tell(got)] as const;
  yield* judgeWithBoxes('achievements', `${name} achievement`, sides);
}
