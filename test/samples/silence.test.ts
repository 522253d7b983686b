import { describe, expect, it } from 'vitest';
import { COUNTS } from '../../samples/scoring/figures.ts';
import type { Output, Sheet } from '../../samples/scoring/record.ts';
import { score } from '../../samples/scoring/score.ts';
import { book, cell, figuresOf, flood, lower, outputOf, the } from './scored.ts';

describe('silence', () => {
  const silent = (truths: readonly Sheet[], output: Output) =>
    score(truths, output).faults.filter((fault) => fault.silent);

  function lostCell(...warnings: Sheet['warnings']): Output {
    const output = outputOf(flood);
    const sheet = the(output.sheets[0]);
    sheet.indicators[0]?.values.splice(1, 1);
    sheet.warnings.push(...warnings);
    return output;
  }
  const at = the(cell(the(flood[0])).at);

  it('a lost cell is told by a warning that touches its place', () => {
    expect(silent(flood, lostCell({ code: 'unread', at }))).toEqual([]);
    expect(COUNTS['alarms']?.(score(flood, lostCell({ code: 'unread', at })))).toBe(0);
  });

  it.each([
    ['without warning', []],
    ['with a warning elsewhere on the page', [{ code: 'unread', at: lower(at, 400) }]],
    ['with a warning on another page', [{ code: 'unread', at: { ...at, page: 2 } }]],
    ['with a warning that names no place', [{ code: 'unread', at: null }]],
  ])('a lost cell %s is silent', (_how, warnings) => {
    expect(silent(flood, lostCell(...warnings)).map(({ part }) => part)).toEqual(['cells']);
  });

  it('a wrong thing is also told at the place that the output gives it', () => {
    const output = outputOf(flood);
    const wrong = cell(the(output.sheets[0]));
    wrong.value = -1;
    wrong.at = lower(the(wrong.at), 200);
    output.sheets[0]?.warnings.push({ code: 'unread', at: wrong.at });
    expect(silent(flood, output)).toEqual([]);
  });

  it('what has no box is told by a code that names it, or by the document about its page', () => {
    const untitled = (sheet: Sheet['warnings'], document: Output['warnings']) => {
      const output = outputOf(flood);
      the(output.sheets[0]).title = null;
      output.sheets[0]?.warnings.push(...sheet);
      output.warnings.push(...document);
      return silent(flood, output).length;
    };
    expect(untitled([], [])).toBe(1);
    expect(untitled([{ code: 'no-title', at: null }], [])).toBe(0);
    expect(untitled([{ code: 'unread', at: null }], [])).toBe(1);
    expect(untitled([], [{ code: 'unmapped-glyphs', page: 1 }])).toBe(0);
    expect(untitled([], [{ code: 'unmapped-glyphs', page: 2 }])).toBe(1);
  });

  it('a sheet left out is silent but for the pages that the document warns of', () => {
    const output = outputOf(book);
    const [gone] = output.sheets.splice(1, 1);
    const { from, to } = the(gone?.pages);
    const parts = new Set(silent(book, output).map(({ part }) => part));
    expect([...parts].sort()).toEqual(
      [
        'about',
        'achievements',
        'budget',
        'cells',
        'goals',
        'header',
        'indicators',
        'initiatives',
        'items',
        'progress',
        'sheets',
      ].sort(),
    );
    for (let page = from; page <= to; page++) {
      output.warnings.push({ code: 'page-without-sheet', page });
    }
    expect(silent(book, output)).toEqual([]);
  });

  it('a refused document is missed, but not in silence', () => {
    const tally = score(flood, null);
    expect(figuresOf(tally)).toMatchObject({ failed: 1, cells: 0, items: 0, silent: 0 });
  });
});
