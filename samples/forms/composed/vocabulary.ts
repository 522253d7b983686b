import type { Random } from '../../generator/random.ts';

/** How one sheet words years, kinds and judgements: drawn once, used throughout it. */
export type Vocabulary = {
  readonly target: string;
  readonly actual: string;
  readonly rate: string;
  readonly baseline: string;
  readonly final: string;
  readonly activity: string;
  readonly outcome: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly settlement: string;
  readonly budget: string;
};

const VALUE = [
  ['目標値', '実績値'],
  ['目標', '実績'],
  ['計画', '実績'],
  ['計画値', '実績値'],
  ['予定', '実績'],
  ['予定値', '実績値'],
  ['目標値', '実績'],
  ['目標数値', '実績数値'],
  ['期待値', '実績値'],
] as const;

export function vocabulary(random: Random): Vocabulary {
  const [target, actual] = random.pick(VALUE);
  const levels = random.pick([
    ['活動指標', '成果指標'],
    ['アウトプット指標', 'アウトカム指標'],
    ['活動指標（アウトプット）', '成果指標（アウトカム）'],
    ['活動', '成果'],
    ['活動目標', '成果目標'],
  ] as const);
  return {
    target,
    actual,
    rate: random.pick(['達成率', '達成度', '目標達成率', '達成率（％）', '達成割合']),
    baseline: random.pick(['基準値', '現状値', '計画策定時', '当初値', '策定時の値']),
    final: random.pick(['最終目標', '最終目標値', '目標年度の値', '到達目標', '計画最終年度目標']),
    activity: levels[0],
    outcome: levels[1],
    indicatorName: random.pick([
      '指標名',
      '指標',
      '指標の名称',
      '評価指標',
      '項目',
      '指標名称',
      '数値目標',
      '目標項目',
    ]),
    unit: '単位',
    ...random.pick([
      { settlement: '決算', budget: '予算' },
      { settlement: '決算額', budget: '予算額' },
      { settlement: '実績', budget: '計画' },
      { settlement: '決算', budget: '当初予算' },
      { settlement: '実績額', budget: '予算額' },
      { settlement: '決算額', budget: '当初予算額' },
    ]),
  };
}

/** The years of a sheet as it names them. */
export type YearWords = {
  readonly word: (year: number) => string;
  readonly printed: boolean;
};

export function yearWords(random: Random, evaluated: number): YearWords {
  if (random.chance(0.12)) {
    const [before, own, after, later] = random.pick([
      ['前年度', '評価年度', '次年度', '翌々年度'],
      ['前年度', '当該年度', '翌年度', '翌々年度'],
      ['前年度', '本年度', '次年度', '翌々年度'],
    ] as const);
    const words = new Map([
      [evaluated - 1, before],
      [evaluated, own],
      [evaluated + 1, after],
      [evaluated + 2, later],
    ]);
    return { word: (year) => words.get(year) ?? long(year), printed: false };
  }
  const write = random.pick([short, long, bare, bare, spaced, western, both]);
  return { word: write, printed: true };
}

const era = (year: number): readonly [string, string, string] =>
  year >= 2019
    ? ['R', '令和', year === 2019 ? '元' : String(year - 2018)]
    : ['H', '平成', String(year - 1988)];
export const long = (year: number): string => `${era(year)[1]}${era(year)[2]}年度`;
const short = (year: number) => `${era(year)[0]}${year === 2019 ? 1 : era(year)[2]}`;
const bare = (year: number) => `${era(year)[2]}年度`;
const spaced = (year: number) => `${era(year)[0]}${year === 2019 ? 1 : era(year)[2]}年度`;
const western = (year: number) => `${year}年度`;
const both = (year: number) => `${long(year)}\n（${year}年度）`;
