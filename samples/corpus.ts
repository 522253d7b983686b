import { parseArgs } from 'node:util';
import { randomProducer } from './corpus/producer.ts';
import { randomSheet } from './corpus/sheet.ts';
import { Random } from './generator/random.ts';
import { type Entry, writeSet } from './generator/sample-set.ts';

/** Draws sheets that nobody wrote: `node samples/corpus.ts --seed 1 --count 100 --out DIR`. The same seed gives the same files. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('--out DIR is missing');

/** Each document has a seed of its own: it comes out the same whatever stands before it. */
function entry(seed: number): Entry {
  const random = new Random(seed);
  const name = `doc-${String(seed).padStart(6, '0')}`;
  const producer = randomProducer(random);
  if (!random.chance(0.08)) return { name, producer, sheets: [randomSheet(random)] };
  const sheets = Array.from({ length: random.int(2, 4) }, () => randomSheet(random));
  const different = sheets.filter(
    (sheet, index) =>
      sheets.findIndex((x) => x.program === sheet.program && x.number === sheet.number) === index,
  );
  const book = { title: '県政の成果レポート', publisher: '汐見県' };
  return { name, producer: { ...producer, name: 'book' }, sheets: different, book };
}

const first = Number(values.seed) * 1000;
const entries = Array.from({ length: Number(values.count) }, (_, index) => entry(first + index));
await writeSet(values.out, entries);
