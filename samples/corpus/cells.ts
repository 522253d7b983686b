import type { Figure, Indicator, Level } from '../generator/content.ts';
import {
  achieved,
  figure,
  narrative,
  none,
  pending,
  printed,
  until,
} from '../generator/figures.ts';
import type { Random } from '../generator/random.ts';
import { numeral } from '../generator/years.ts';
import { oddCell } from './oddities.ts';

/** A sheet's habits of writing figures. */
export type Notation = {
  readonly fullWidth: boolean;
  readonly percent: '%' | '％';
  /** Between a number and its unit. */
  readonly gap: string;
  readonly dash: string;
  readonly pending: string;
};

export const notation = (random: Random): Notation => ({
  fullWidth: random.chance(0.07),
  percent: random.chance(0.15) ? '％' : '%',
  gap: random.chance(0.08) ? ' ' : '',
  dash: random.pick(['—', '—', '－', '―', '‐']),
  pending: random.pick(['調査中', '集計中', '確認中', '未確定']),
});

type Column = {
  readonly fiscalYear: number;
  readonly baselineYear: number;
  readonly years: readonly number[];
};

type Subject = {
  readonly level: Level;
  readonly initiative: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly explained: boolean;
};

/** An indicator whose row is filled at random: what kinds of cells it has, how they are written, how they reach over years. */
export function randomIndicator(
  random: Random,
  write: Notation,
  sheet: Column,
  subject: Subject,
): Indicator {
  const series = randomSeries(random, subject);
  const cell = (value: number) => wide(write, series.cell(value));
  const { fiscalYear, years } = sheet;
  const targets: Record<number, Figure> = {};
  const actuals: Record<number, Figure> = {};
  let value = series.start;
  for (const year of years) {
    value = series.grow(value);
    targets[year] = wide(write, series.targetCell(series.target(value)));
    if (year > fiscalYear) continue;
    const actual = series.actual(value);
    actuals[year] = random.chance(0.12) ? noted(random, write, actual, series) : cell(actual);
  }
  if (random.chance(0.1)) actuals[fiscalYear] = wide(write, pending(write.pending));
  else if (random.chance(0.12)) actuals[fiscalYear] = odd(random, write, subject.unit ?? '');
  if (random.chance(0.04)) delete actuals[fiscalYear];
  if (random.chance(0.05)) delete targets[years[0] ?? fiscalYear];
  if (random.chance(0.05)) targets[years[0] ?? fiscalYear] = none(write.dash);
  if (random.chance(0.15)) span(random, write, sheet, targets, subject.unit ?? '');
  return {
    level: subject.level,
    initiative: subject.initiative,
    name: subject.name,
    unit: subject.unit === '%' ? write.percent : subject.unit,
    ...explanation(random, subject),
    baseline: random.chance(0.07)
      ? null
      : random.chance(0.15)
        ? none(write.dash)
        : cell(series.start),
    targets,
    actuals,
    achievement: achievement(random, write, sheet, targets, actuals, series.lowerIsBetter),
    pastAchievements: Object.fromEntries(
      years.flatMap((year) => {
        const [target, actual] = [targets[year], actuals[year]];
        if (year >= fiscalYear || !target?.value || !actual?.value) return [];
        return [[year, wide(write, achieved(target, actual, series.lowerIsBetter))]];
      }),
    ),
  };
}

type Series = {
  readonly start: number;
  readonly decimals: number;
  readonly lowerIsBetter: boolean;
  readonly unit: string;
  readonly grow: (value: number) => number;
  readonly target: (value: number) => number;
  readonly actual: (value: number) => number;
  readonly cell: (value: number) => Figure;
  readonly targetCell: (value: number) => Figure;
};

function randomSeries(random: Random, subject: Subject): Series {
  const unit = subject.unit ?? '';
  const percent = unit === '%';
  const decimals = percent ? random.pick([1, 1, 0]) : 0;
  const lowerIsBetter = /死者数|待機児童|ごみの量/.test(subject.name);
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
  const start = percent ? random.int(80, 620) / 10 : random.pick([9, 46, 130, 820, 4300, 61_000]);
  const step = lowerIsBetter ? 1 - random.next() * 0.1 : 1 + random.next() * 0.12;
  const note = lowerIsBetter && random.chance(0.5) ? random.pick(['以下', '未満']) : '';
  return {
    start: round(start),
    decimals,
    lowerIsBetter,
    unit,
    grow: (value) => (percent ? Math.min(98, value * step) : value * step),
    target: round,
    actual: (value) => Math.max(1, round(value * (0.82 + random.next() * 0.3))),
    cell: (value) => figure(value, unit, decimals),
    targetCell: (value) => {
      const plain = figure(value, unit, decimals);
      return note === '' ? plain : printed(plain.text + note, value);
    },
  };
}

/** Anything but a plain figure; only its percent sign is the sheet's own. */
function odd(random: Random, write: Notation, unit: string): Figure {
  const cell = oddCell(random, unit);
  const own = (text: string) => text.replace('%', write.percent);
  return {
    ...cell,
    text: own(cell.text),
    ...(cell.struck === undefined ? {} : { struck: { text: own(cell.struck.text) } }),
  };
}

/** A figure with words or a second figure about it. */
function noted(random: Random, write: Notation, value: number, series: Series): Figure {
  const plain = figure(value, series.unit, series.decimals).text;
  const earlier = figure(Math.max(1, Math.round(value * 0.8)), series.unit).text;
  return wide(
    write,
    random.pick([
      printed(`約${plain}`, value),
      printed(`延べ${plain}`, value),
      printed(`${plain}（速報値）`, value),
      printed(`${plain}（暫定値）`, value),
      printed(`${plain}（${earlier}）`, value),
      figure(-value, series.unit, series.decimals),
    ]),
  );
}

/** One cell for the targets of several years. */
function span(
  random: Random,
  write: Notation,
  { years }: Column,
  targets: Record<number, Figure>,
  unit: string,
): void {
  const from = random.int(0, years.length - 2);
  const to = random.int(from + 1, years.length - 1);
  const first = years[from] ?? 0;
  const last = years[to] ?? 0;
  const count = to - from + 1;
  const goal = random.int(5, 90);
  const words = random.pick([
    `${count}年間で${goal}${unit}以上　→`,
    '仕組みを検討　→',
    `関係者との協議を経て${goal}${unit}を目指す→`,
    '計画を策定 →',
  ]);
  const plain = figure(goal, unit);
  const cell = random.chance(0.3) ? until(plain, last) : narrative(words, last);
  for (const year of years.slice(from, to + 1)) delete targets[year];
  targets[first] = wide(write, cell);
}

function achievement(
  random: Random,
  write: Notation,
  { fiscalYear, years }: Column,
  targets: Readonly<Record<number, Figure>>,
  actuals: Readonly<Record<number, Figure>>,
  lowerIsBetter: boolean,
): Figure | null {
  const spanned = years.some((year) => {
    const through = targets[year]?.through;
    return through !== undefined && year <= fiscalYear && fiscalYear <= through;
  });
  const target = targets[fiscalYear];
  const actual = actuals[fiscalYear];
  if (spanned || !target || !actual) return null;
  if (actual.status === 'pending') {
    return random.pick([pending('未確定'), pending(write.pending), none(write.dash), null]);
  }
  if (!target.value || !actual.value) return none(write.dash);
  const right = achieved(target, actual, lowerIsBetter);
  if (right.value === null || !random.chance(0.04)) return wide(write, right);
  const slip = Math.max(0.02, Math.round((right.value - 0.07) * 100) / 100);
  return wide(write, { ...right, text: slip.toFixed(2), value: slip });
}

function explanation(random: Random, { explained, name }: Subject) {
  if (!explained) return { description: null, targetRationale: null };
  return {
    description: random.pick([
      `県が毎年${random.int(4, 12)}月に行う調査で把握した${name}`,
      `${name}（暦年の集計による。県外に本社がある事業者を除く）`,
    ]),
    targetRationale: random.pick([
      '過去５年間の伸びが続くものとして、最終年度の目標から逆算して設定しました。',
      `実績値が目標値を下回りましたが、来年度は新たに${random.int(2, 30)}か所で取組を始めることから、当初の計画どおり設定しました。`,
      '全国の平均を上回る水準を保つこととし、前年度と同じ値に据え置きました。なお、調査の方法が変わったため、過去の値とは単純に比べられません。',
    ]),
  };
}

/** The figure as the sheet writes it: full-width digits, its own percent sign, a space before the unit. */
function wide(write: Notation, cell: Figure): Figure {
  const text = cell.text.replace('%', write.percent).replace(/(?<=\d)(?=[^\d.,])/u, write.gap);
  if (!write.fullWidth) return { ...cell, text };
  return { ...cell, text: numeral(text, 'full').replaceAll(',', '，').replaceAll('.', '．') };
}
