/**
 * Precision and recall against the items labelled by hand: `node test/japanese/labelled/score.ts [--held-out |
 * --third] [--misses]`. What was missed is listed for the parts that may be looked at alone.
 */
import { parseArgs } from 'node:util';
import { loadTokenize } from '../../../lambdas/dictionary.ts';
import { dates } from '../../../parsers/japanese/dates.ts';
import { facts } from '../../../parsers/japanese/facts.ts';
import { keywords } from '../../../parsers/japanese/keywords.ts';
import {
  datesTally,
  factsTally,
  isOneOf,
  keywordsTally,
  type LabelledItem,
  labelled,
  type Part,
  rates,
  type Tally,
} from './labelled.ts';

const { values } = parseArgs({
  options: {
    'held-out': { type: 'boolean' },
    third: { type: 'boolean' },
    misses: { type: 'boolean' },
  },
});
const tokenize = await loadTokenize();

const scored = (item: LabelledItem) => {
  const tokens = tokenize(item.text);
  return {
    item,
    facts: factsTally(facts(item.text, tokens), item),
    dates: datesTally(dates(item.text, item), item),
    keywords: keywordsTally(keywords(item.text, tokens), item),
  };
};
type Score = ReturnType<typeof scored>;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);

function print(name: string, tallies: readonly Tally<unknown, unknown>[]): void {
  const { precision, recall, labelled } = rates(tallies);
  const figures = `precision ${percent(precision)}  recall ${percent(recall)}`;
  console.log(`${name.padEnd(10)} ${figures}  of ${labelled} labelled`);
}

function printAll(part: Part, scores: readonly Score[]): void {
  console.log(`${part}: ${scores.length} items`);
  for (const name of ['facts', 'dates', 'keywords'] as const) {
    print(
      name,
      scores.map((score) => score[name]),
    );
  }
  const right = scores.flatMap((score) => score.facts.right);
  const qualified = right.filter(
    ([told, { qualifier = '', role }]) =>
      isOneOf(told.qualifier ?? '', qualifier) && told.role === role,
  );
  console.log(
    `of the right facts ${percent(qualified.length / right.length)} with qualifier and role`,
  );
}

function printMisses(scores: readonly Score[]): void {
  for (const { item, ...tallies } of scores) {
    if (Object.values(tallies).every((t) => t.wrong.length + t.missed.length === 0)) continue;
    console.log(`\n${item.text}`);
    for (const [name, { wrong, missed }] of Object.entries(tallies)) {
      for (const one of wrong) console.log(`  ${name} wrong  ${JSON.stringify(one)}`);
      for (const one of missed) console.log(`  ${name} missed ${JSON.stringify(one)}`);
    }
  }
}

if (values['held-out']) printAll('held-out', labelled('held-out').map(scored));
else if (values.third) printAll('third', labelled('third').map(scored));
else
  for (const part of ['development', 'second', 'fourth'] as const) {
    const scores = labelled(part).map(scored);
    printAll(part, scores);
    if (values.misses) printMisses(scores);
  }
