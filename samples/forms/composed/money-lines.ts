import { comma } from '../figures.ts';
import type { BudgetLine } from '../truth.ts';
import type { Sheet } from './sheet.ts';

/** A line of money as a form names it: marks and units stand behind the name, parts below a group. */
export type Line = {
  readonly name: string;
  readonly unit: string;
  readonly group: string | null;
  readonly size: number;
};
export type Type = 'budget' | 'settlement';

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

export type Where = 'caption' | 'head' | 'column' | 'name';

/** The lines of a table, the unit that most of them have, and where the table prints it. */
export type Lines = {
  readonly all: readonly Line[];
  readonly usual: string;
  readonly where: Where;
};

export function linesOf({ random }: Sheet, unit: string): Line[] {
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

export function noted({ truth }: Sheet, { name, unit, group }: Line): BudgetLine {
  return truth.line(name, unit, group ? [group] : []);
}

export function amount(
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
