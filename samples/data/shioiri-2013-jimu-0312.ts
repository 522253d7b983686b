import type { Figure, Level, Sheet } from '../generator/content.ts';
import { figure, rate } from '../generator/figures.ts';
import { bulleted, fact, indicator } from '../generator/writing.ts';

const FISCAL_YEAR = 2013;

type Years = Readonly<Record<2011 | 2012 | 2013, Figure>>;

const years = (a: number, b: number, c: number): Years => ({
  2011: figure(a),
  2012: figure(b),
  2013: figure(c),
});

/** A row of the three years, each with its 達成率. */
function row(level: Level, name: string, unit: string, targets: Years, actuals: Years) {
  const achievement = rate(targets[2013], actuals[2013]);
  return {
    ...indicator(FISCAL_YEAR, { level, name, unit, baseline: null, targets, actuals, achievement }),
    pastAchievements: {
      2011: rate(targets[2011], actuals[2011]),
      2012: rate(targets[2012], actuals[2012]),
    },
  };
}

export const jimu2013: Sheet = {
  format: 'shioiri-jimu',
  fiscalYear: FISCAL_YEAR,
  baselineYear: 2011,
  years: [2011, 2012, 2013],
  budgetYears: [2011, 2012, 2013],
  program: 'jimu',
  programName: '事務事業',
  number: '0312',
  title: '移動図書館の運行',
  subtitle: null,
  department: '教育委員会生涯学習課',
  goals: [
    {
      text: '図書館から離れた地区に住む市民や、外出の難しい高齢者、放課後に校区を出られない子どもたちが、歩いて行ける場所で本を選び、借りられるようにします。',
    },
  ],
  progress: {
    grade: 'B',
    label: 'おおむね順調',
    reason: {
      text: '立ち寄り場所と貸出冊数は目標を上回りましたが、車両の故障により11日間運休し、運行日数が目標に届かなかったことから、「おおむね順調」としました。',
    },
  },
  indicators: [
    row(
      'activity',
      '移動図書館「しおかぜ号」が立ち寄る場所',
      'か所',
      years(38, 42, 46),
      years(36, 42, 48),
    ),
    row('activity', '運行した日数', '日', years(200, 210, 220), years(198, 203, 209)),
    row(
      'outcome',
      '移動図書館で貸し出した本',
      '冊',
      years(24000, 26000, 28000),
      years(23415, 27040, 31178),
    ),
  ],
  initiatives: [
    {
      number: null,
      title: null,
      department: null,
      items: [
        ...bulleted(
          'overview',
          {
            text: '約2,800冊を積んだ車両１台で市内を８つのコースに分けて巡回し、新たに団地の集会所と診療所の駐車場あわせて６か所に立ち寄り（利用登録者3,950人）',
            facts: [fact('利用登録者', 3950, '人')],
          },
          '保育園12園で、職員による読み聞かせと貸し出しを月に１回実施',
        ),
        ...bulleted(
          'result',
          '診療所への立ち寄りでは待ち時間に本を選ぶ人が多く、１か所あたりの貸出冊数が他の場所の1.6倍になりました。',
          '車両は購入から14年が過ぎ、修理に必要な部品の取り寄せに時間がかかるようになっています。運休が続くと利用者が離れるため、更新の時期を決める必要があります。',
        ),
        ...bulleted(
          'improvement',
          '車両を平成27年度に更新することとし、車いすのまま乗り込める型式を検討します。',
          '利用の少ない７か所は、立ち寄る曜日と時刻を地区の自治会と話し合って見直します。',
        ),
      ],
    },
  ],
  budget: [
    {
      name: '事業費',
      unit: '千円',
      amounts: years(14820, 15360, 17945),
    },
    {
      name: '人件費',
      unit: '千円',
      amounts: years(9100, 9100, 8750),
    },
  ],
  asides: {},
};
