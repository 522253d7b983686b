import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resources } from '../../lambdas/reader/resources.ts';
import { inspected } from '../../parsers/layout/inspection.ts';
import { readLayout } from '../../parsers/parse.ts';
import { f1, type Placed, type Score, scoreOf } from './adjacency.ts';

/**
 * What `inspect` sees of tables that no rules enclose: F1 of adjacency relations (ICDAR 2013), as the mean over documents,
 * `npm run tables`, of the set that was kept apart with `-- --held-out`, of others with `-- FOLDER`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'held-out': { type: 'boolean', default: false },
    worst: { type: 'string', default: '0' },
  },
});
const folder = positionals[0] ?? join(import.meta.dirname, values['held-out'] ? 'held-out' : 'set');

type Scored = { readonly name: string; readonly rules: string; readonly score: Score };

const scored: Scored[] = [];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.pdf')) continue;
  const name = file.slice(0, -4);
  const truthFile = join(folder, `${name}.json`);
  if (!existsSync(truthFile)) continue;
  const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as { rules: string; cells: Placed[] }[];
  const { layouts } = await readLayout(
    new Uint8Array(readFileSync(join(folder, file))),
    resources.assets,
  );
  const tables = layouts.map(inspected).flatMap((page) => page.tables.map(({ cells }) => cells));
  const score = scoreOf(
    truth.map(({ cells }) => cells),
    tables,
  );
  scored.push({ name, rules: truth.map(({ rules }) => rules).join('+') || 'no table', score });
}

const mean = (all: readonly Scored[]) =>
  all.reduce((sum, { score }) => sum + f1(score), 0) / Math.max(1, all.length);
const told = (label: string, all: readonly Scored[]) => {
  const sum = all.reduce(
    (a, { score }) => ({
      right: a.right + score.right,
      seen: a.seen + score.seen,
      truth: a.truth + score.truth,
    }),
    { right: 0, seen: 0, truth: 0 },
  );
  const [p, r] = [sum.right / Math.max(1, sum.seen), sum.right / Math.max(1, sum.truth)];
  process.stdout.write(
    `${label.padEnd(14)} ${String(all.length).padStart(3)} documents  F1 ${mean(all).toFixed(3)}  precision ${p.toFixed(3)}  recall ${r.toFixed(3)}\n`,
  );
};

const groups = new Map<string, Scored[]>();
for (const one of scored) {
  const producer = one.name.split('-').slice(2).join(' ');
  for (const group of [producer, one.rules.includes('+') ? 'several' : one.rules]) {
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
}
for (const [group, all] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) told(group, all);
told('all', scored);
for (const { name, rules, score } of scored
  .toSorted((a, b) => f1(a.score) - f1(b.score))
  .slice(0, Number(values.worst))) {
  process.stdout.write(`${f1(score).toFixed(3)} ${name} (${rules}) ${JSON.stringify(score)}\n`);
}
