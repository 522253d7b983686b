import { describe, expect, it } from 'vitest';
import { broken, COUNTS, requirements, SHARES } from '../../samples/scoring/figures.ts';
import { Output, type Sheet } from '../../samples/scoring/record.ts';
import { score } from '../../samples/scoring/score.ts';
import type { Entry } from '../../samples/scoring/set.ts';
import { NONE, sum } from '../../samples/scoring/tally.ts';
import {
  book,
  cell,
  type Damage,
  figuresOf,
  first,
  flood,
  lower,
  misprint,
  moved,
  outputOf,
  set,
  the,
} from './scored.ts';

/** A damage that writes over fields of one thing. */
const put =
  <T extends object>(spot: (sheet: Sheet) => T, change: Partial<T> | ((one: T) => Partial<T>)) =>
  (sheet: Sheet) => {
    const one = spot(sheet);
    Object.assign(one, typeof change === 'function' ? change(one) : change);
  };

const narrative = (sheet: Sheet) =>
  the(sheet.indicators.flatMap(({ values }) => values).find((v) => v.status === 'narrative'));
const initiative = (sheet: Sheet) => the(sheet.initiatives.find(({ items }) => items.length > 1));
const item = (sheet: Sheet) => the(initiative(sheet).items[1]);
const achievement = (sheet: Sheet) => the(first(sheet).achievement);
const amount = (sheet: Sheet) => the(sheet.budget[0]?.amounts[0]);
const progress = (sheet: Sheet) => the(sheet.progress);
const CELLS = ['cells.p', 'cells.r', 'cells'];
const ITEMS = ['items.p', 'items.r', 'items'];

describe('a perfect output', () => {
  it.each(set)('of $file has every share at 1 and every count at 0', ({ truths }: Entry) => {
    const tally = score(truths, outputOf(truths));
    for (const [name, figure] of Object.entries(SHARES)) {
      expect(figure(tally) ?? 1, name).toBe(1);
    }
    for (const [name, figure] of Object.entries(COUNTS)) expect(figure(tally), name).toBe(0);
    expect(SHARES['cells']?.(tally)).toBe(1);
    expect(SHARES['items']?.(tally)).toBe(1);
  });

  it('may word dashes, waves, white space, the arrow and the years of a one-year cell in its own way', () => {
    const freely = (sheet: Sheet) => {
      item(sheet).text = the(item(sheet).text).replace(/(.)/, '$1 \n');
      narrative(sheet).text += '→';
      cell(sheet).throughFiscalYear = cell(sheet).fiscalYear;
      sheet.subtitle = sheet.subtitle && `～${sheet.subtitle}～`;
    };
    expect(moved(flood, freely)).toEqual([]);
  });
});

describe('each damage moves its figures and no other', () => {
  const damages: [string, Damage, string[]][] = [
    ['value', put(cell, { value: -1 }), [...CELLS, 'silent']],
    ['status', put(cell, { status: 'pending' }), [...CELLS, 'silent']],
    ['span', put(cell, { throughFiscalYear: 2099 }), [...CELLS, 'silent']],
    ['span of a narrative cell', put(narrative, { throughFiscalYear: null }), [...CELLS, 'silent']],
    ['words of a narrative cell', put(narrative, { text: '別の話' }), [...CELLS, 'silent']],
    ['unit', put(first, { unit: '匹' }), [...CELLS, 'silent']],
    ['text of a cell', put(cell, { text: 'x' }), ['texts', 'silent']],
    ['cell lost', (s) => first(s).values.splice(1, 1), ['cells.r', 'cells', 'silent']],
    [
      'cell invented',
      (s) => first(s).values.push({ ...cell(s), fiscalYear: 2031 }),
      ['cells.p', 'cells', 'invented', 'silent'],
    ],
    [
      'cell twice',
      (s) => first(s).values.push({ ...cell(s) }),
      ['cells.p', 'cells', 'invented', 'silent'],
    ],
    [
      'name of an indicator',
      put(first, ({ name }) => ({ name: `${name}ら` })),
      ['indicators', 'silent'],
    ],
    ['level', put(first, { level: 'activity' }), ['indicators', 'silent']],
    ['owner of an indicator', put(first, { initiative: '9' }), ['indicators', 'silent']],
    ['explanation', put(first, { description: null }), ['about', 'silent']],
    ['ratio', put(achievement, { ratio: 0.01 }), ['achievements', 'silent']],
    ['achievement lost', put(first, { achievement: null }), ['achievements', 'silent']],
    ['yen', put(amount, { yen: 1 }), ['budget', 'silent']],
    ['amount lost', (s) => s.budget[0]?.amounts.pop(), ['budget', 'silent']],
    [
      'amount invented',
      (s) => s.budget[0]?.amounts.push({ ...amount(s), fiscalYear: 2031 }),
      ['budget', 'invented', 'silent'],
    ],
    ['text of an item', put(item, ({ text }) => ({ text: `${text}。` })), [...ITEMS, 'silent']],
    ['marker in its item', put(item, ({ text }) => ({ text: `①${text}` })), [...ITEMS, 'silent']],
    ['item lost', (s) => initiative(s).items.pop(), ['items.r', 'items', 'silent']],
    ['item twice', (s) => initiative(s).items.push(item(s)), ['items.p', 'items', 'silent']],
    ['phase', put(item, { phase: 'improvement' }), ['phase', 'silent']],
    ['ordinal', put(item, { ordinal: 77 }), ['ordinal', 'silent']],
    ['marker', put(item, { marker: '・' }), ['marker', 'silent']],
    [
      'owner of an item',
      (s) =>
        void s.initiatives
          .find((i) => i !== initiative(s))
          ?.items.push(...initiative(s).items.splice(1, 1)),
      ['owner', 'silent'],
    ],
    ['heading', put(initiative, { title: '別の取組' }), ['initiatives', 'silent']],
    ['goal lost', (s) => s.goals.pop(), ['goals', 'silent']],
    ['grade', put(progress, { grade: 'E' }), ['progress', 'silent']],
    ['title', put((s) => s, { title: '別のシート' }), ['header', 'silent']],
    ['box of a cell', put(cell, ({ at }) => ({ at: lower(the(at), 4) })), ['boxes']],
    ['box of an item', put(item, { at: [] }), ['boxes']],
    ['box on another page', put(amount, ({ at }) => ({ at: { ...the(at), page: 2 } })), ['boxes']],
    [
      'warning without cause',
      (s) => s.warnings.push({ code: 'unread', at: cell(s).at }),
      ['alarms', 'deserved'],
    ],
  ];

  it.each(damages)('%s', (_name, damage, figures) => {
    expect(moved(flood, damage).sort()).toEqual([...figures].sort());
  });

  it('years exchanged: two cells wrong, none lost, none invented', () => {
    const output = outputOf(flood);
    const values = the(output.sheets[0]?.indicators[0]).values.filter((v) => v.type === 'target');
    const [a, b] = [the(values[0]), the(values[1])];
    [a.fiscalYear, b.fiscalYear] = [b.fiscalYear, a.fiscalYear];
    const { faults } = score(flood, output);
    const wrong = faults.filter(({ part }) => part === 'cells').map(({ outcome }) => outcome);
    expect(wrong).toEqual(['wrong', 'wrong']);
    expect(faults.filter(({ part }) => part === 'boxes')).toHaveLength(2);
  });

  it('a box may lie three points off, no more', () => {
    const off = (by: number) => put(cell, ({ at }) => ({ at: lower(the(at), by) }));
    expect(moved(flood, off(2.9))).toEqual([]);
    expect(moved(flood, off(-3.1))).toEqual(['boxes']);
  });

  it('the number of people may be left out, but not be wrong', () => {
    const people = (s: Sheet) => s.budget.findIndex(({ name }) => name === '配置人員');
    expect(moved(misprint, (s) => s.budget.splice(people(s), 1))).toEqual([]);
    const wrong = put((s) => the(s.budget[people(s)]?.amounts[0]), { value: 1 });
    expect(moved(misprint, wrong)).toEqual(['budget', 'silent']);
  });
});

describe('warnings that the paper deserves', () => {
  it('are asked for, at their place', () => {
    expect(SHARES['warned']?.(score(misprint, outputOf(misprint)))).toBe(1);
    expect(moved(misprint, (s) => s.warnings.pop())).toEqual(['warned', 'deserved']);
    const elsewhere = (s: Sheet) => {
      const warning = the(s.warnings[0]);
      warning.at = lower(the(warning.at), 300);
    };
    expect(moved(misprint, elsewhere)).toEqual(['warned', 'deserved', 'alarms']);
  });
});

describe('any output', () => {
  it.each([
    ['a refusal', { error: { code: 'no-text' } }],
    ['a list', []],
    ['nothing', null],
  ])('%s is none', (_name, json) => {
    expect(Output.safeParse(json).success).toBe(false);
  });

  it('of the wrong JSON types is scored, as missing', () => {
    const [sheet] = outputOf(flood).sheets;
    const odd = {
      sheets: [{ ...sheet, indicators: 'many', budget: [null, 7, {}], goals: null, pages: '1-2' }],
    };
    const tally = score(flood, Output.parse(odd));
    expect(figuresOf(tally)).toMatchObject({ 'cells.r': 0, goals: 0, items: 1, invented: 0 });
  });

  it('with a sheet too many has invented what stands in it', () => {
    const output = outputOf(book);
    const extra = structuredClone(the(output.sheets[0]));
    extra.id = 'shiomi-1999-kinkyu-1';
    output.sheets.push({ ...extra, fiscalYear: 1999, title: '古いシート' });
    const figures = figuresOf(score(book, output));
    expect(figures['sheets']).toBeCloseTo(6 / 7);
    expect(figures['cells.r']).toBe(1);
    expect(figures['invented']).toBeGreaterThan(10);
  });
});

describe('requirements', () => {
  const half = outputOf(flood);
  half.sheets[0]?.indicators.splice(1);
  const tally = sum(NONE, score(flood, half));

  it('name the figures below their bounds', () => {
    expect(broken(tally, requirements('items=1,invented=0'))).toEqual([]);
    const names = broken(tally, requirements('cells=0.995,cells.p=1,silent=0')).map(
      (s) => s.split(' ')[0],
    );
    expect(names).toEqual(['cells', 'silent']);
    expect(broken(tally, requirements('warned=1'))).toEqual(['warned applies to nothing here']);
  });

  it('refuse what is no figure and what is no number', () => {
    expect(() => requirements('cell=1')).toThrow('no figure cell');
    expect(() => requirements('cells=')).toThrow('no number');
  });
});
