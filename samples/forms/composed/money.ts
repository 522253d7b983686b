import { comma } from '../figures.ts';
import { type Block, type Cell, gap, grid, label, line, number } from '../form.ts';
import type { BudgetLine } from '../truth.ts';
import type { Sheet } from './sheet.ts';

/** A line of money as a form names it: marks and units stand behind the name, parts below a group. */
type Line = {
  readonly name: string;
  readonly unit: string;
  readonly group: string | null;
  readonly size: number;
};
type Type = 'budget' | 'settlement';

const TOTAL = [
  ['事業費', '人件費', '総事業費'],
  ['直接事業費', '人件費', 'トータルコスト'],
  ['事業費計', '人件費計', '総コスト'],
  ['直接経費', '職員人件費', '合計'],
  ['事業費（A）', '人件費（B）', '総事業費（A＋B）'],
  ['①事業費', '②人件費', '③総事業費（①＋②）'],
  ['歳出額', '職員給与費', '計'],
] as const;
const SOURCES = [
  ['国庫支出金', '県支出金', '地方債', 'その他', '一般財源'],
  ['国・県支出金', '市債', 'その他特定財源', '一般財源'],
  ['国費', '県費', '起債', 'その他', '一般財源'],
  ['特定財源', '一般財源'],
  ['国県補助金', '使用料・手数料', 'その他', '市負担分'],
] as const;
const GROUP = ['財源内訳', '内訳', '財源', '財源の内訳'];
const PEOPLE = [
  ['従事職員数', '人'],
  ['正規職員', '人工'],
  ['職員数', '人'],
  ['業務時間', '時間'],
] as const;

/** The tables of money. */
export function money(sheet: Sheet): Block[] {
  const { random, truth } = sheet;
  const unit = random.pick(['千円', '千円', '千円', '円', '万円', '百万円']);
  const where = random.pick(['caption', 'head', 'column', 'name'] as const);
  const lines = linesOf(sheet, unit);
  const heading = random.chance(0.5)
    ? truth.leftover(random.pick(['■コスト', '【投入コスト】', '３．事業費の推移', '◇決算の状況']))
    : '';
  const caption =
    where === 'caption'
      ? random.pick([`（単位：${unit}）`, `単位：${unit}`, `[単位:${unit}]`])
      : '';
  const above = heading || caption ? [line(heading, { right: caption })] : [];
  const kind = random.pick(['rows', 'rows', 'rows', 'stacked', 'down', 'stages']);
  const table =
    kind === 'rows'
      ? rows(sheet, lines, unit, where)
      : kind === 'stacked'
        ? stacked(sheet, lines, unit, where)
        : kind === 'down'
          ? down(sheet, lines, unit, where)
          : stages(sheet, lines, unit, where);
  return [...above, table, gap(4)];
}

function linesOf({ random }: Sheet, unit: string): Line[] {
  const [direct, wages, total] = random.pick(TOTAL);
  const size = unit === '円' ? 30_000_000 : unit === '千円' ? 30_000 : unit === '万円' ? 4000 : 300;
  const group = random.chance(0.75) ? random.pick(GROUP) : null;
  const sources = group ? random.pick(SOURCES) : [];
  const people = random.chance(0.4) ? random.pick(PEOPLE) : null;
  return [
    { name: direct, unit, group: null, size },
    ...sources.map((name) => ({ name, unit, group, size: size / 3 })),
    ...(people ? [{ name: people[0], unit: people[1], group: null, size: 9 }] : []),
    { name: wages, unit, group: null, size: size / 2 },
    { name: total, unit, group: null, size: size * 1.5 },
  ];
}

type Where = 'caption' | 'head' | 'column' | 'name';

/** A name with the unit that the table prints beside it; lines of other units always say theirs. */
const shown = ({ name, unit }: Line, usual: string, where: Where): string =>
  where === 'name' || (unit !== usual && where !== 'column') ? `${name}（${unit}）` : name;

function noted({ truth }: Sheet, { name, unit, group }: Line): BudgetLine {
  return truth.line(name, unit, group ? [group] : []);
}

function amount(
  { random, truth }: Sheet,
  of: BudgetLine,
  { unit, size }: Line,
  year: number,
  type: Type | null,
): string {
  const people = /人|時間/.test(unit);
  const text = people
    ? comma(random.next() * size + 0.1, unit === '時間' ? 0 : 2)
    : random.chance(0.12)
      ? '0'
      : comma(random.int(Math.ceil(size / 4), size));
  return truth.amount(of, year, type, text);
}

/** The cells left of a line's figures: the group runs down the side of its lines. */
function names(
  lines: readonly Line[],
  i: number,
  h: number,
  usual: string,
  where: Where,
  upright: boolean,
): Cell[] {
  const one = lines[i] as Line;
  const grouped = lines.some(({ group }) => group !== null);
  const cells: Cell[] = [];
  if (one.group && lines[i - 1]?.group !== one.group) {
    cells.push(
      label(one.group, { h: h * lines.filter(({ group }) => group === one.group).length, upright }),
    );
  }
  const w = grouped && !one.group ? 2 : 1;
  cells.push(label(shown(one, usual, where), { w, h, align: 'left' }));
  if (where === 'column') cells.push(label(one.unit, { h }));
  return cells;
}

function stubHead(
  { random }: Sheet,
  lines: readonly Line[],
  usual: string,
  where: Where,
  h: number,
): [Cell[], number[]] {
  const grouped = lines.some(({ group }) => group !== null);
  const text = random.pick(['区分', '項目', '費目', '', 'コスト', '年度']) || '区分';
  const head = label(where === 'head' ? `${text}（単位：${usual}）` : text, {
    w: grouped ? 2 : 1,
    h,
  });
  return where === 'column'
    ? [
        [head, label('単位', { h })],
        [...(grouped ? [1.6] : []), 8, 2.4],
      ]
    : [[head], [...(grouped ? [1.6] : []), 8]];
}

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
function rows(sheet: Sheet, lines: readonly Line[], usual: string, where: Where): Block {
  const { random, words, years } = sheet;
  const columns = columnsOf(sheet);
  const kind = (type: Type) => words[type];
  const two = random.chance(0.4);
  const [stub, widths] = stubHead(sheet, lines, usual, where, two ? 2 : 1);
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
  const body = lines.map((one, i) => {
    const of = noted(sheet, one);
    return [
      ...names(lines, i, 1, usual, where, upright),
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
function stacked(sheet: Sheet, lines: readonly Line[], usual: string, where: Where): Block {
  const { words, years, year } = sheet;
  const few = lines.filter(({ group }) => group === null);
  const shownYears = [year - 1, year, year + 1];
  const [stub, widths] = stubHead(sheet, few, usual, where, 1);
  const body = few.flatMap((one, i) => {
    const of = noted(sheet, one);
    const cells = (type: Type) =>
      shownYears.map((y) =>
        number(type === 'settlement' && y > year ? '' : amount(sheet, of, one, y, type)),
      );
    return [
      [...names(few, i, 2, usual, where, false), label(words.budget), ...cells('budget')],
      [label(words.settlement), ...cells('settlement')],
    ];
  });
  return grid(
    [...widths, 3, ...shownYears.map(() => 4)],
    [[...stub, label('区分'), ...shownYears.map((y) => label(years.word(y)))], ...body],
  );
}

/** Years down the side, a column a line. */
function down(sheet: Sheet, lines: readonly Line[], usual: string, where: Where): Block {
  const { random, words, years } = sheet;
  const columns = columnsOf(sheet);
  const few = lines.filter(({ unit }) => unit === usual);
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
function stages(sheet: Sheet, lines: readonly Line[], usual: string, where: Where): Block {
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
  const [stub, widths] = stubHead(sheet, lines, usual, where, 1);
  const body = lines.map((one, i) => {
    const of = noted(sheet, one);
    return [
      ...names(lines, i, 1, usual, where, true),
      ...columns.map(([, type]) => number(amount(sheet, of, one, year, type))),
    ];
  });
  return grid(
    [...widths, ...columns.map(() => 5)],
    [[...stub, ...columns.map(([name]) => label(name))], ...body],
  );
}
