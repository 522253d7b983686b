/**
 * How often the sentence that follows up on a promise is found: `npm run follow-up`. The pairs were written for this and
 * labelled before anything was measured: `>` what is promised, `=` what the next year says of it, `-` that it says
 * nothing, `*` what it says besides.
 */
import { readFileSync } from 'node:fs';
import { followUp } from '../../../lambdas/analysis/follow-up.ts';
import { loadTokenize } from '../../../lambdas/dictionary.ts';
import type { RevisedSheet } from '../../../lambdas/domain/summary.ts';
import type { Item } from '../../../parsers/records/initiative.ts';
import { makeSheet } from '../../store/make-record.ts';

interface Pair {
  readonly promised: string;
  /** null where nobody speaks of it any more */
  readonly followedBy: string | null;
}

/** What was promised and what came of it, theme by theme: each stands for a sheet and the next year's. */
function themes(): { pairs: Pair[]; besides: string[] }[] {
  const text = readFileSync(new URL('pairs.txt', import.meta.url), 'utf8');
  return text
    .split(/^# .*$/m)
    .slice(1)
    .map((theme) => {
      const pairs: Pair[] = [];
      const besides: string[] = [];
      let promised = '';
      for (const line of theme.trim().split('\n')) {
        const said = line.slice(2);
        if (line.startsWith('>')) promised = said;
        else if (line.startsWith('*')) besides.push(said);
        else pairs.push({ promised, followedBy: line.startsWith('=') ? said : null });
      }
      return { pairs, besides };
    });
}

function sheet(fiscalYear: number, phase: Item['phase'], texts: readonly string[]): RevisedSheet {
  const items = texts.map(
    (text, n): Item => ({
      ...{ phase, ordinal: n + 1, marker: null, text, facts: [], keywords: [] },
      at: [{ page: 1, box: [0, n, 1, n + 1] }],
    }),
  );
  return {
    ...makeSheet({ fiscalYear }),
    initiatives: [{ number: null, title: null, items }],
    ...{ revision: '', sha256: '', file: null, updatedAt: '' },
  };
}

/** The shares of promises whose follow-up is the first that is told, is among those told, and that are rightly told none. */
export async function scoreFollowUps() {
  const tokenize = await loadTokenize();
  const counts = { pairs: 0, first: 0, among: 0, none: 0, rightlyNone: 0, told: 0, rightlyTold: 0 };
  const missed: string[] = [];
  for (const { pairs, besides } of themes()) {
    // In another order than they were promised in.
    const answers = [...pairs.flatMap(({ followedBy }) => followedBy ?? []), ...besides].toSorted();
    const before = sheet(
      2013,
      'improvement',
      pairs.map(({ promised }) => promised),
    );
    const found = followUp(before, sheet(2014, 'result', answers), tokenize);
    for (const [n, { promised, followedBy }] of pairs.entries()) {
      const told = (found[n]?.followedBy ?? []).map(({ text }) => text);
      if (told.length > 0) counts.told += 1;
      if (told.length > 0 && told[0] === followedBy) counts.rightlyTold += 1;
      if (followedBy === null) {
        counts.none += 1;
        if (told.length === 0) counts.rightlyNone += 1;
        continue;
      }
      counts.pairs += 1;
      if (told[0] === followedBy) counts.first += 1;
      if (told.includes(followedBy)) counts.among += 1;
      else missed.push(promised);
    }
  }
  return { ...counts, missed };
}

if (import.meta.main) {
  const { pairs, first, among, none, rightlyNone, told, rightlyTold, missed } =
    await scoreFollowUps();
  const share = (part: number, whole: number) =>
    `${part} of ${whole} (${Math.round((100 * part) / whole)}%)`;
  console.log(
    `follow-up is the first that is told: ${share(first, pairs)}; among the three: ${share(among, pairs)}`,
  );
  console.log(
    `of what is told first, right: ${share(rightlyTold, told)}; rightly nothing told: ${share(rightlyNone, none)}`,
  );
  for (const promised of missed) console.log(`missed: ${promised}`);
}
