import type { Sheet } from '../generator/content.ts';
import { figure, printed, until } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';
import { kyoso2014 } from './shiomi-2014-kyoso-5.ts';

const FISCAL_YEAR = 2015;

/** The same project a year on; the target for 県産材の年間使用量 was lowered meanwhile. */
export const kyoso2015: Sheet = {
  ...kyoso2014,
  fiscalYear: FISCAL_YEAR,
  goals: kyoso2014.goals.slice(0, 2).map(({ text }) => ({ text })),
  progress: {
    grade: 'B',
    label: 'ある程度進んだ',
    reason: {
      text: '公共建築物の木造化は目標を上回りましたが、住宅の着工が減り県産材の使用量が前年度を下回ったことから、「ある程度進んだ」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'project',
      name: '県産材の年間使用量',
      unit: '千立米',
      description: '県内の製材工場と合板工場が１年間に受け入れた県産丸太の量',
      targetRationale:
        '住宅の着工が減る見込みとなったため、平成27年度の目標値を310千立米に改めました。平成28年度の目標値は次の計画のなかで定めます。',
      baseline: figure(268, '千立米'),
      targets: {
        2012: figure(275, '千立米'),
        2013: figure(285, '千立米'),
        2014: figure(300, '千立米'),
        2015: figure(310, '千立米'),
      },
      actuals: {
        2012: figure(271, '千立米'),
        2013: figure(288, '千立米'),
        2014: figure(304, '千立米'),
        2015: figure(297, '千立米'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '1',
      name: '木造・木質化した公共建築物',
      unit: '棟',
      baseline: figure(14, '棟'),
      targets: {
        2012: figure(20, '棟'),
        2013: figure(22, '棟'),
        2014: figure(25, '棟'),
        2015: figure(28, '棟'),
      },
      actuals: {
        2012: figure(23, '棟'),
        2013: figure(21, '棟'),
        2014: figure(31, '棟'),
        2015: printed('33棟（うち学校7棟）', 33),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '新しく林業に就いた人',
      unit: '人',
      baseline: figure(39, '人'),
      targets: { 2012: until(figure(45, '人'), 2015) },
      actuals: {
        2012: figure(41, '人'),
        2013: figure(47, '人'),
        2014: figure(46, '人'),
        2015: figure(52, '人'),
      },
      achievement: null,
    }),
  ],
  initiatives: [
    {
      number: '1',
      title: '「木を使う場所が身近にないこと」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          '製材組合と耐火部材の共同加工場の基本計画をまとめ、候補地を２か所に絞り込み',
          {
            text: '住宅への助成を上期と下期に分けて受け付け、床や壁の改修を対象に追加（助成件数391件）',
            facts: [fact('助成件数', 391, '件')],
          },
        ),
        ...numbered(
          'result',
          '共同加工場の基本計画では、年間２千立米の加工で採算が合うと見込まれました。運営を担う会社の設立に向けて、出資の割合を話し合う必要があります。',
          '改修工事での利用は助成の３割を占め、リフォーム会社との新しい取引が生まれました。新築での利用の落ち込みを補うには至らず、店舗や事務所など住宅の外での需要を開拓することが課題です。',
        ),
        ...numbered(
          'improvement',
          '共同加工場を運営する会社の設立準備会を設け、平成28年度中に試験的な加工を始めます。',
          '商店街の空き店舗を県産材で改装する設計の公募を行い、３店舗の工事費を支援します。',
        ),
      ],
    },
    {
      number: '2',
      title: '「山で働く人が減り続けること」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          '空き家を改修した「きこりの家」８戸に、県外から移り住んだ11人が入居',
          '「安全の山」の宣言をした事業体に、通信機付きのヘルメットを貸与（61個）',
        ),
        ...numbered(
          'result',
          '新たに林業に就いた人は52人と過去最多になり、冬場に製材所で働く仕組みも定着しました。指導する熟練者の高齢化が進んでおり、技術を映像と言葉で残す取組を急ぐ必要があります。',
        ),
        ...numbered(
          'improvement',
          '70歳以上の熟練者20人の作業を記録し、林業大学校の教材として公開します。',
        ),
      ],
    },
  ],
  asides: {},
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: { 2012: figure(742), 2013: figure(815), 2014: figure(1096), 2015: figure(958) },
    },
  ],
};
