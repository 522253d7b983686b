import type { Sheet } from '../generator/content.ts';
import { figure, none, pending } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';
import { shisaku2013 } from './shiomi-2013-shisaku-214.ts';

const FISCAL_YEAR = 2015;

/** The same measure two years on. */
export const shisaku2015: Sheet = {
  ...shisaku2013,
  fiscalYear: FISCAL_YEAR,
  goals: shisaku2013.goals.map(({ text }) => ({ text })),
  progress: {
    grade: 'B',
    label: 'ある程度進んだ',
    reason: {
      text: '県民指標は目標にわずかに及びませんでしたが、図書館の相互の貸し借りが目標を上回り、移動図書館の立ち寄り先も回復したことから、「ある程度進んだ」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'outcome',
      name: '１か月に１冊以上の本を読む県民の割合',
      unit: '%',
      description:
        '県民を対象とした調査で、この１か月に紙の本か電子書籍を１冊以上読んだと答えた人の割合',
      targetRationale:
        '次の計画では、子どもと大人を分けた指標を設けることとし、平成28年度の目標値は定めていません。',
      baseline: figure(58.3, '%', 1),
      targets: {
        2012: figure(60, '%', 1),
        2013: figure(62, '%', 1),
        2014: figure(64, '%', 1),
        2015: figure(66, '%', 1),
      },
      actuals: {
        2012: figure(59.4, '%', 1),
        2013: figure(61.1, '%', 1),
        2014: figure(62.7, '%', 1),
        2015: figure(64.9, '%', 1),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '21401',
      name: '県内の図書館が相互に貸し借りした本',
      unit: '冊',
      baseline: figure(41870, '冊'),
      targets: {
        2012: figure(44000, '冊'),
        2013: figure(47000, '冊'),
        2014: figure(50000, '冊'),
        2015: figure(54000, '冊'),
      },
      actuals: {
        2012: figure(45213, '冊'),
        2013: figure(48906, '冊'),
        2014: figure(53120, '冊'),
        2015: figure(57784, '冊'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '21401',
      name: '移動図書館が立ち寄る場所',
      unit: 'か所',
      baseline: figure(126, 'か所'),
      targets: {
        2012: figure(135, 'か所'),
        2013: figure(150, 'か所'),
        2014: figure(165, 'か所'),
        2015: figure(180, 'か所'),
      },
      actuals: {
        2012: figure(133, 'か所'),
        2013: figure(141, 'か所'),
        2014: figure(158, 'か所'),
        2015: figure(176, 'か所'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '21403',
      name: '読み聞かせに関わる人のうち男性の割合',
      unit: '%',
      baseline: none(),
      targets: {
        2012: figure(8, '%', 1),
        2013: figure(10, '%', 1),
        2014: figure(12, '%', 1),
        2015: figure(15, '%', 1),
      },
      actuals: {
        2012: figure(7.3, '%', 1),
        2013: figure(8.8, '%', 1),
        2014: figure(11.9, '%', 1),
        2015: pending('集計中'),
      },
    }),
  ],
  initiatives: [
    {
      number: null,
      title: null,
      department: null,
      items: [
        ...numbered(
          'overview',
          '移動図書館の運行を８市町と共同で委託し、病院や高齢者施設への立ち寄りを開始',
          {
            text: '中学校の授業で使う図書の組み合わせを各校に配送（配送冊数57,784冊）',
            facts: [fact('配送冊数', 57784, '冊')],
          },
          '音訳の講習会を夜間に開催し、自宅での録音に使う機材を58台貸し出し',
        ),
        ...numbered(
          'result',
          '移動図書館の立ち寄り先は176か所となり、病院では長く入院する子どもの利用が目立ちました。目標にはわずかに届かず、車いすのまま乗り込める車両への更新が遅れていることが原因となっています。',
          '中学校では、図書の組み合わせを使った授業が年間で412回行われ、貸出冊数も増えました。学校ごとの差が大きく、使い方の見本となる授業を広める必要があります。',
        ),
        ...numbered(
          'improvement',
          '車両の更新に寄附を募る仕組みを設け、平成28年度中に２台を入れ替えます。',
          '見本となる授業の映像を20本作成し、教員の研修で使います。',
        ),
      ],
    },
    {
      number: '21401',
      title: '図書館のつながりづくり',
      department: '教育委員会事務局',
      items: [],
    },
    {
      number: '21403',
      title: '誰もが読める環境づくり',
      department: '健康福祉部',
      items: [],
    },
  ],
  asides: {},
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: { 2012: figure(547), 2013: figure(603), 2014: figure(588), 2015: figure(621) },
    },
    {
      name: '概算人件費',
      unit: '百万円',
      amounts: { 2012: figure(418), 2013: figure(409), 2014: figure(402), 2015: figure(396) },
    },
    {
      name: '配置人員',
      unit: '人',
      amounts: {
        2012: { text: '（46人）', value: 46, status: 'reported' },
        2013: { text: '（45人）', value: 45, status: 'reported' },
        2014: { text: '（44人）', value: 44, status: 'reported' },
        2015: { text: '（44人）', value: 44, status: 'reported' },
      },
    },
  ],
};
