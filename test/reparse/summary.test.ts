import { expect, test } from 'vitest';
import { reparseAmountsOf, reparseCountsOf } from '../../cli/reparse/summary.ts';
import type { Reparsed } from '../../lambdas/reparse/reparse.ts';

const ended = (outcome: Reparsed['outcome'], code: string | null = null): Reparsed => ({
  key: 'a.pdf',
  outcome,
  code,
  changes: [],
  sheets: [],
});

test('amounts add up to the objects, in one order, and say what was skipped and why', () => {
  const results = [
    ended('skipped', 'overtaken'),
    ended('current', 'no-text'),
    ended('failed', 'timed-out'),
    ended('skipped', 'another-key'),
    ended('changed'),
    ended('current'),
    ended('skipped', 'another-key'),
  ];
  expect(reparseAmountsOf(results)).toEqual([
    '7 objects: 1 changed, 2 current, 3 skipped, 1 failed',
    '  1 failed: timed-out',
    '  2 skipped: another-key (the same PDF stands under another key and is told there)',
    '  1 skipped: overtaken (overwritten, removed or read by somebody else meanwhile)',
  ]);
  const counts = Object.values(reparseCountsOf(results));
  expect(counts.reduce((sum, number) => sum + number)).toBe(results.length);
});

test('nothing at all is told too', () => {
  expect(reparseAmountsOf([])).toEqual(['0 objects']);
});
