import type { Sheet } from '../generator/content.ts';
import { figure, narrative, none, pending, printed } from '../generator/figures.ts';
import { bulleted, fact, indicator, numbered } from '../generator/writing.ts';

const FISCAL_YEAR = 2015;

export const nanbu2015: Sheet = {
  format: 'mie-project',
  fiscalYear: FISCAL_YEAR,
  baselineYear: 2011,
  years: [2012, 2013, 2014, 2015],
  budgetYears: [2012, 2013, 2014, 2015],
  program: 'nanbu',
  programName: '南部地域活性化プログラム',
  number: null,
  title: '岬と島の暮らしをつなぐ',
  subtitle: null,
  department: '地域振興局',
  goals: [
    {
      text: '人口が減っても、買い物や通院、学びの場が地域の力で守られ、岬や島に住み続けたいと思う人が安心して暮らしています。',
    },
    {
      text: '地域の外に出た若者や、旅で訪れた人が、海辺の仕事や祭りに関わりながら地域の担い手になっています。',
    },
  ],
  progress: {
    grade: 'C',
    label: 'あまり進まなかった',
    reason: {
      text: '働く場を得て移り住んだ人は増えましたが、若者の定住率が目標に届かず、集落を支える活動も後継者の不足により一部が休止したことから、「あまり進まなかった」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'project',
      name: '若者の定住率',
      unit: '%',
      description:
        '10年前に10歳から14歳であった人口に対する、現在20歳から24歳である人口の割合（南部の９市町）',
      targetRationale:
        '次の計画では転入と転出の差を指標とするため、平成28年度の目標値は定めていません。',
      baseline: figure(57.2, '%', 1),
      targets: {
        2012: figure(58, '%', 1),
        2013: figure(58.5, '%', 1),
        2014: figure(59, '%', 1),
        2015: figure(60, '%', 1),
      },
      actuals: {
        2012: figure(56.9, '%', 1),
        2013: figure(56.1, '%', 1),
        2014: figure(55.8, '%', 1),
        2015: printed('54.7%（速報値）', 54.7),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '1',
      name: '県外から移り住んで仕事に就いた人（累計）',
      unit: '人',
      baseline: figure(0, '人'),
      targets: {
        2012: figure(20, '人'),
        2013: figure(50, '人'),
        2014: figure(90, '人'),
        2015: figure(140, '人'),
      },
      actuals: {
        2012: figure(17, '人'),
        2013: figure(58, '人'),
        2014: figure(103, '人'),
        2015: figure(151, '人'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '1',
      name: '定置網など漁業の研修を終えた人の着業率',
      unit: '%',
      baseline: none('―'),
      targets: {
        2012: figure(50, '%'),
        2013: figure(55, '%'),
        2014: figure(60, '%'),
        2015: figure(65, '%'),
      },
      actuals: {
        2012: figure(44, '%'),
        2013: figure(61, '%'),
        2014: figure(58, '%'),
        2015: pending(),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '集落を支える団体による見守りや買い物の支援',
      unit: '地区',
      baseline: none('―'),
      targets: { 2012: narrative('地域との協議を経て、4年間で30地区以上が開始　→', 2015) },
      actuals: {
        2012: figure(3, '地区'),
        2013: figure(11, '地区'),
        2014: figure(19, '地区'),
        2015: figure(24, '地区'),
      },
      achievement: null,
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '離島航路の利用者数の前年度との差',
      unit: '人',
      baseline: figure(-3120, '人'),
      targets: {
        2012: figure(-1500, '人'),
        2013: figure(0, '人'),
        2014: figure(500, '人'),
        2015: figure(1000, '人'),
      },
      actuals: {
        2012: figure(-2204, '人'),
        2013: figure(-318, '人'),
        2014: figure(612, '人'),
        2015: figure(874, '人'),
      },
    }),
  ],
  initiatives: [
    {
      number: '1',
      title: '「若い世代の働く場が少ないこと」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          {
            text: '漁師と農家のもとで３か月間の住み込み研修を行う「潮と畑の学校」を開校（研修生36人）',
            facts: [fact('研修生', 36, '人')],
          },
          '廃校になった小学校の教室を改修し、電子機器の設計や翻訳を行う会社の仕事場として貸し出し（入居４社、雇用22人）',
          '地元の水産加工会社と県外の食品会社とをつなぐ試食商談会を漁港で開催',
          '地域おこしに取り組む若者の起業の計画に、専門家が月１回助言',
        ),
        ...numbered(
          'result',
          '研修生36人のうち21人が地域に残り、漁船の乗組員や果樹園の後継者として働いています。空き家はあっても貸し手が見つからず、隣の町から通う人が増えていることが課題です。',
          '廃校の仕事場では、入居した会社が地元の高校生を採用する動きが生まれました。通信回線が天候によって途切れることがあり、入居を見送った会社が２社ありました。',
          '試食商談会から９件の取引が始まりましたが、小さな加工場では注文の量に応じきれず、共同で使う冷凍設備が求められています。',
        ),
        ...numbered(
          'improvement',
          '空き家の持ち主の不安を和らげるため、町内会が借り手との間に立つ「お試し居住」を３つの町で始めます。',
          '通信会社と協議し、平成28年度中に廃校４校の回線を光ファイバーに切り替えます。',
          '漁業協同組合が設ける共同冷凍庫の整備費を支援し、加工品の品質表示をそろえます。',
        ),
      ],
    },
    {
      number: '2',
      title: '「集落の暮らしが続かなくなること」を解決するために',
      department: null,
      items: [
        ...bulleted(
          'overview',
          '移動販売車の経路を住民と話し合って見直し、週２回立ち寄る停留所を58か所に拡大',
          '診療所の看護師と郵便局員が見守りの情報を伝え合う仕組みを、２つの島で試行',
          '離島航路の待合所に、住民が運営する小さな食堂と図書棚を開設',
        ),
        ...bulleted(
          'result',
          '移動販売車は１日平均64人が利用し、外出の回数が増えたという回答が約７割ありました。燃料費の値上がりにより、運営する団体の収支は△35万円となっています。',
          '見守りの試行では、体調の変化に早く気づいて搬送につながった例が３件ありました。個人の情報の扱いについて、本人の同意を得る手順を定める必要があります。',
          '航路の利用者は待合所の開設後に持ち直していますが、釣り客の増加によるごみの持ち込みが新たな問題になっています。',
        ),
        ...bulleted(
          'improvement',
          '移動販売車に荷物の配送を組み合わせ、運営する団体の収入を増やします。',
          '見守りの手順書をまとめ、平成28年度は残る４つの島に広げます。',
          '釣り客に清掃の協力金をお願いする取組を、航路の事業者と始めます。',
        ),
      ],
    },
  ],
  asides: { result: { text: '【定住率の速報値は平成28年３月末現在】' } },
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: { 2012: figure(186), 2013: figure(352), 2014: figure(409), 2015: figure(377) },
    },
  ],
};
