/**
 * Time and peak memory of loading the dictionary and the time to tokenize one sheet, ours against kuromoji's own
 * loader, each in a process of its own: `node test/bench/dictionary.ts [RUNS]`.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadTokenize } from '../../lambdas/dictionary.ts';
import { facts } from '../../parsers/japanese/facts.ts';
import { keywords } from '../../parsers/japanese/keywords.ts';
import { sentences } from '../japanese/sentences.ts';
import { stockTokenizer } from '../japanese/stock.ts';

type Tokenizer = (text: string) => unknown;
type Run = { load: number; memory: number; first: number; warm: number };

const loaders: Record<string, () => Promise<Tokenizer>> = {
  ours: loadTokenize,
  stock: async () => {
    const stock = await stockTokenizer();
    return (text) => stock.tokenize(text);
  },
};

/** One sheet: 60 items, 15,000 characters. */
const items = Array.from({ length: 60 }, (_, n) => sentences.slice(n * 5, n * 5 + 5).join(''));

async function measure(load: () => Promise<Tokenizer>): Promise<Run> {
  const start = performance.now();
  const tokenize = await load();
  const loaded = performance.now() - start;
  const memory = process.resourceUsage().maxRSS / 1024;
  const times = Array.from({ length: 6 }, () => timed(() => items.forEach(tokenize)));
  return { load: loaded, memory, first: times[0] ?? NaN, warm: Math.min(...times) };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Facts and keywords of the sheet's items, after their tokens. */
async function language(): Promise<number> {
  const tokenize = await loadTokenize();
  const read = () => {
    for (const text of items) {
      const tokens = tokenize(text);
      facts(text, tokens);
      keywords(text, tokens);
    }
  };
  return Math.min(...Array.from({ length: 6 }, () => timed(read)));
}

const [argument = '3'] = process.argv.slice(2);
const loader = loaders[argument];
if (loader) {
  console.log(JSON.stringify(await measure(loader)));
} else {
  const script = fileURLToPath(import.meta.url);
  const runs = (name: string): Run[] =>
    Array.from({ length: Number(argument) }, () =>
      JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })),
    );
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  const [ours, stock] = [runs('ours'), runs('stock')];
  const of = (all: Run[], key: keyof Run) => median(all.map((run) => run[key]));
  for (const key of ['load', 'memory', 'first', 'warm'] as const) {
    const [a, b] = [of(ours, key), of(stock, key)];
    const unit = key === 'memory' ? 'MB' : 'ms';
    console.log(
      `${key}: ours ${a.toFixed(0)} ${unit}, stock ${b.toFixed(0)} ${unit}, ratio ${(a / b).toFixed(2)}`,
    );
  }
  const characters = items.join('').length;
  console.log(
    `tokens, facts and keywords of ${characters} characters, warm: ${(await language()).toFixed(0)} ms`,
  );
}
