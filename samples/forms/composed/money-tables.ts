import { type Block, grid, label, number } from '../form.ts';
import type { BudgetLine } from '../truth.ts';
import { amount, type Lines, noted, type Type } from './money-lines.ts';
import { names, shown, stubHead } from './money-stub.ts';
import type { Sheet } from './sheet.ts';

const columnsOf = ({ random, year, years }: Sheet): [number, Type][] =>
  random.pick<[number, Type][]>([
    [
      [year - 1, 'settlement'],
      [year, 'settlement'],
      [year + 1, 'budget'],
    ],
    [
      [year, 'budget'],
      [year, 'settlement'],
      [year + 1, 'budget'],
    ],
    [
      [year - 1, 'settlement'],
      [year, 'budget'],
      [year, 'settlement'],
      [year + 1, 'budget'],
    ],
    ...(years.printed
      ? ([
          [
            [year - 2, 'settlement'],
            [year - 1, 'settlement'],
            [year, 'settlement'],
          ],
        ] as [number, Type][][])
      : []),
  ]);

/** A row a line, a column a year: one head or two. */
export function rows(sheet: Sheet, lines: Lines): Block {
  const { random, words, years } = sheet;
  const columns = columnsOf(sheet);
  const kind = (type: Type) => words[type];
  const two = random.chance(0.4);
  const [stub, widths] = stubHead(sheet, lines, two ? 2 : 1);
  const join = random.pick(['', '', '\n']);
  const wrap = random.chance(0.2);
  const named = (type: Type) => (wrap ? `（${kind(type)}）` : kind(type));
  const head = two
    ? [
        [...stub, ...groupsOf(columns).map(([y, w]) => label(years.word(y), { w }))],
        columns.map(([, type]) => label(named(type))),
      ]
    : [[...stub, ...columns.map(([y, type]) => label(`${years.word(y)}${join}${named(type)}`))]];
  const upright = random.chance(0.6);
  const body = lines.all.map((one, i) => {
    const of = noted(sheet, one);
    return [
      ...names(lines, i, { h: 1, upright }),
      ...columns.map(([y, type]) => number(amount(sheet, of, one, y, type))),
    ];
  });
  return grid([...widths, ...columns.map(() => 4)], [...head, ...body]);
}

function groupsOf(columns: readonly [number, Type][]): [number, number][] {
  const groups: [number, number][] = [];
  for (const [y] of columns) {
    const last = groups.at(-1);
    if (last?.[0] === y) last[1]++;
    else groups.push([y, 1]);
  }
  return groups;
}

/** Budget and settlement below one another, columns of years. */
export function stacked(sheet: Sheet, lines: Lines): Block {
  const { words, years, year } = sheet;
  const few = { ...lines, all: lines.all.filter(({ group }) => group === null) };
  const shownYears = [year - 1, year, year + 1];
  const [stub, widths] = stubHead(sheet, few, 1);
  const body = few.all.flatMap((one, i) => {
    const of = noted(sheet, one);
    const cells = (type: Type) =>
      shownYears.map((y) =>
        number(type === 'settlement' && y > year ? '' : amount(sheet, of, one, y, type)),
      );
    return [
      [...names(few, i, { h: 2, upright: false }), label(words.budget), ...cells('budget')],
      [label(words.settlement), ...cells('settlement')],
    ];
  });
  return grid(
    [...widths, 3, ...shownYears.map(() => 4)],
    [[...stub, label('区分'), ...shownYears.map((y) => label(years.word(y)))], ...body],
  );
}

/** Years down the side, a column a line. */
export function down(sheet: Sheet, { all, usual, where }: Lines): Block {
  const { random, words, years } = sheet;
  const columns = columnsOf(sheet);
  const few = all.filter(({ unit }) => unit === usual);
  const of = few.map((one) => noted(sheet, { ...one, group: null }));
  const head = [
    label(where === 'head' ? `年度（単位：${usual}）` : random.pick(['年度', '区分', '年度区分'])),
    ...few.map((one) => label(shown(one, usual, where === 'column' ? 'name' : where))),
  ];
  const body = columns.map(([y, type]) => [
    label(`${years.word(y).replace('\n', '')}${words[type]}`),
    ...few.map((one, i) => number(amount(sheet, of[i] as BudgetLine, one, y, type))),
  ]);
  return grid([5, ...few.map(() => 4)], [head, ...body]);
}

/** The stages of one year's budget: no head says the year. */
export function stages(sheet: Sheet, lines: Lines): Block {
  const { random, year } = sheet;
  const columns: [string, Type][] = random.pick<[string, Type][]>([
    [
      ['当初予算額', 'budget'],
      ['決算額', 'settlement'],
    ],
    [
      ['予算現額', 'budget'],
      ['決算額', 'settlement'],
    ],
    [
      ['最終予算額', 'budget'],
      ['執行額', 'settlement'],
    ],
  ]);
  const [stub, widths] = stubHead(sheet, lines, 1);
  const body = lines.all.map((one, i) => {
    const of = noted(sheet, one);
    return [
      ...names(lines, i, { h: 1, upright: true }),
      ...columns.map(([, type]) => number(amount(sheet, of, one, year, type))),
    ];
  });
  return grid(
    [...widths, ...columns.map(() => 5)],
    [[...stub, ...columns.map(([name]) => label(name))], ...body],
  );
}
