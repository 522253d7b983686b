import type { Sheet } from '../generator/content.ts';
import { figure, narrative, none, printed } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';
import { kinkyu2012 } from './shiomi-2012-kinkyu-2.ts';

const FISCAL_YEAR = 2015;

/** The same project three years on. */
export const kinkyu2015: Sheet = {
  ...kinkyu2012,
  fiscalYear: FISCAL_YEAR,
  goals: kinkyu2012.goals.map(({ text }) => ({ text })),
  progress: {
    grade: 'A',
    label: '進んだ',
    reason: {
      text: '避難にかかる時間を知る住民の割合が目標を大きく上回り、三ツ石遊水地が完成して９月の豪雨で下流の浸水を防いだことから、「進んだ」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'project',
      name: '自宅から避難所までにかかる時間を知っている住民の割合',
      unit: '%',
      description:
        '浸水想定区域に住む18歳以上の県民を対象とした郵送による調査で、「昼も夜もおよその時間を答えられる」と回答した人の割合',
      targetRationale: 'プロジェクトが終了するため、平成28年度の目標値は定めていません。',
      baseline: figure(38.4, '%', 1),
      targets: {
        2012: figure(42, '%', 1),
        2013: figure(49, '%', 1),
        2014: figure(56, '%', 1),
        2015: figure(63, '%', 1),
      },
      actuals: {
        2012: figure(43.8, '%', 1),
        2013: figure(50.2, '%', 1),
        2014: figure(58.7, '%', 1),
        2015: figure(71.4, '%', 1),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '1',
      name: '遊水地と調整池にためられる水の量（累計）',
      unit: '万トン',
      baseline: figure(126, '万トン'),
      targets: {
        2012: figure(140, '万トン'),
        2013: figure(165, '万トン'),
        2014: figure(190, '万トン'),
        2015: figure(230, '万トン'),
      },
      actuals: {
        2012: figure(132, '万トン'),
        2013: figure(151, '万トン'),
        2014: figure(178, '万トン'),
        2015: figure(226, '万トン'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '地区ごとの避難計画をつくった自治会',
      unit: '団体',
      baseline: none(),
      targets: { 2012: narrative('4年間で240団体以上が策定　→', 2015) },
      actuals: {
        2012: figure(52, '団体'),
        2013: figure(67, '団体'),
        2014: figure(71, '団体'),
        2015: printed('83団体（累計273団体）', 83),
      },
      achievement: null,
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '3',
      name: '水位計の情報を受け取る登録者数',
      unit: '人',
      baseline: figure(8940, '人'),
      targets: {
        2012: figure(12000, '人'),
        2013: figure(18000, '人'),
        2014: figure(24000, '人'),
        2015: figure(30000, '人'),
      },
      actuals: {
        2012: figure(11206, '人'),
        2013: figure(17455, '人'),
        2014: figure(26318, '人'),
        2015: figure(38940, '人'),
      },
    }),
  ],
  initiatives: [
    {
      number: '1',
      title: '「あふれる水の行き場がないこと」を解決するために',
      department: null,
      items: [
        ...numbered('overview', '三ツ石遊水地の越流堤と排水門が完成し、６月から運用を開始', {
          text: '「田んぼダム」の協定を流域の全ての土地改良区に拡大（取付面積1,104ヘクタール）',
          facts: [fact('取付面積', 1104, 'ヘクタール')],
        }),
        ...numbered(
          'result',
          '９月の豪雨では、遊水地と水田に約94万トンの水がたまり、下流の汐見橋では過去最高の雨量にもかかわらず水位が堤防の高さを80センチメートル下回りました。遊水地の底にたまった土砂の搬出先が決まっておらず、次の出水期までに確保する必要があります。',
        ),
        ...numbered(
          'improvement',
          '遊水地の土砂を農地のかさ上げに使えるよう、土質の試験の結果を公開して受入先を募ります。',
        ),
      ],
    },
    {
      number: '2',
      title: '「逃げ遅れが繰り返されること」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          '避難計画の手引きをもとに、防災士が３年間伴走する自治会を新たに募集（応募121団体）',
          '夜間の訓練で危険が報告された通学路に、足元を照らす照明を設置',
        ),
        ...numbered(
          'result',
          '９月の豪雨では、計画をつくった自治会の住民の約6割が避難の勧告より前に移動を始めていました。計画のない自治会との差が大きく、集合住宅が多い地区での取組の進め方が課題です。',
        ),
        ...numbered(
          'improvement',
          '集合住宅の管理組合を対象とした「上の階への避難」の手引きを作成し、平成28年度に30棟で訓練を行います。',
        ),
      ],
    },
    {
      number: '3',
      title: '「川の情報が届かないこと」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          '簡易型の水位計の設置が60基に達し、雨量と水位を重ねて見られる地図を公開',
        ),
        ...numbered(
          'result',
          '登録者数は38,940人となり、目標を８千人余り上回りました。電波の届きにくい谷あいの集落では情報の到着が遅れることがあり、戸別の受信機との組み合わせが必要です。',
        ),
        ...numbered(
          'improvement',
          '谷あいの12集落に衛星を使った受信機を貸し出し、冬の訓練で届くまでの時間を確かめます。',
        ),
      ],
    },
  ],
  asides: { overview: { text: '【年間実施結果】' } },
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: {
        2012: figure(3481),
        2013: figure(4127),
        2014: figure(4390),
        2015: figure(5218),
      },
    },
  ],
};
