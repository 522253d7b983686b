/**
 * Learns the weights of labels (parsers/japanese/label-weights.json) from the parts that may be looked at. `node
 * test/japanese/labelled/learn.ts` writes them; `--cross` prints instead how many labels of each part are right by
 * weights that were learnt from the others.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadTokenize } from '../../../lambdas/dictionary.ts';
import { labels, type Option, options } from '../../../parsers/japanese/labels.ts';
import { type Quantity, quantities } from '../../../parsers/japanese/quantities.ts';
import { survey } from '../../../parsers/japanese/sites.ts';
import type { Span } from '../../../parsers/japanese/span.ts';
import type { Token } from '../../../parsers/japanese/tokens.ts';
import { isOneOf, type LabelledFact, labelled } from './labelled.ts';

const SEEN = ['development', 'second', 'fourth', 'samples'] as const;
const ROUNDS = 40;
const STEP = 0.3;
/** How much of a weight each round takes back: what few examples show weighs little. */
const DECAY = 0.005;
/** Lighter weights decide nothing. */
const MIN_WEIGHT = 0.1;

type Lesson = {
  readonly text: string;
  readonly tokens: Token[];
  readonly counted: Quantity[];
  /** For each quantity the fact that it is; undefined for what should have been none. */
  readonly facts: readonly (LabelledFact | undefined)[];
};
type Weights = Map<string, number>;

const tokenize = await loadTokenize();

const lessonsOf = (part: (typeof SEEN)[number]): Lesson[] =>
  labelled(part).map(({ text, facts }) => {
    const tokens = tokenize(text).filter(({ surface }) => surface.trim() !== '');
    const counted = quantities(text, tokens);
    const left = new Set(facts);
    const found = counted.map(({ start, end, value, unit }) => {
      const fact = [...left].find(
        (one) =>
          start < one.start + one.text.length &&
          one.start < end &&
          Math.abs(value - one.value) <= 1e-9 * Math.abs(one.value) &&
          isOneOf(unit, one.unit),
      );
      if (fact) left.delete(fact);
      return fact;
    });
    return { text, tokens, counted, facts: found };
  });

const isRight = (text: string, label: Span | null, fact: LabelledFact | undefined): boolean =>
  label !== null && fact !== undefined && isOneOf(text.slice(label.start, label.end), fact.label);

/** The options of every quantity of which one at least is right, each behind right labels. */
function examplesOf({ text, tokens, counted, facts }: Lesson) {
  const sites = survey(text, tokens, counted);
  const before: (Span | null)[] = [];
  return counted.flatMap((_, n) => {
    const all = options({ sites, n, labels: before });
    const right = all.map(({ label }) => isRight(text, label, facts[n]));
    before.push(all[right.indexOf(true)]?.label ?? null);
    return right.includes(true) ? [{ all, right }] : [];
  });
}

/** Conditional logistic regression by AdaGrad: the right options together are as likely as may be. */
function learn(lessons: readonly Lesson[]): Weights {
  const weights: Weights = new Map();
  const squares: Weights = new Map();
  const examples = lessons.flatMap(examplesOf);
  const sum = ({ traits }: Option) => traits.reduce((s, trait) => s + (weights.get(trait) ?? 0), 0);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { all, right } of examples) {
      const sums = all.map(sum);
      const most = Math.max(...sums);
      const shares = sums.map((one) => Math.exp(one - most));
      const total = shares.reduce((a, b) => a + b);
      const good = shares.reduce((a, b, k) => a + (right[k] ? b : 0), 1e-9);
      for (const [k, { traits }] of all.entries()) {
        const share = shares[k] ?? 0;
        const slope = (right[k] ? share / good : 0) - share / total;
        for (const trait of traits) {
          const square = (squares.get(trait) ?? 0) + slope * slope;
          squares.set(trait, square);
          const by = (STEP * slope) / Math.sqrt(square + 1e-3);
          weights.set(trait, (weights.get(trait) ?? 0) + by);
        }
      }
    }
    for (const [trait, weight] of weights) weights.set(trait, weight * (1 - DECAY));
  }
  return weights;
}

const rounded = (weights: Weights): Weights =>
  new Map(
    [...weights]
      .filter(([, weight]) => Math.abs(weight) >= MIN_WEIGHT)
      .map(([trait, weight]): [string, number] => [trait, Math.round(100 * weight) / 100])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

function rightOf(lessons: readonly Lesson[], weights: Weights): string {
  const results = lessons.flatMap(({ text, tokens, counted, facts }) =>
    labels(text, tokens, counted, weights).map((label, n) => isRight(text, label, facts[n])),
  );
  return `${results.filter(Boolean).length} of ${results.length}`;
}

if (parseArgs({ options: { cross: { type: 'boolean' } } }).values.cross) {
  for (const part of SEEN) {
    const others = SEEN.filter((other) => other !== part).flatMap(lessonsOf);
    console.log(`${part}: ${rightOf(lessonsOf(part), rounded(learn(others)))} labels right`);
  }
} else {
  const weights = rounded(learn(SEEN.flatMap(lessonsOf)));
  const file = new URL('../../../parsers/japanese/label-weights.json', import.meta.url);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(weights), null, 2)}\n`);
  console.log(`${weights.size} weights`);
}
