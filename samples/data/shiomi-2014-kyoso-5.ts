import type { Sheet } from '../generator/content.ts';
import { figure, narrative, none, printed, until } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';

const FISCAL_YEAR = 2014;

export const kyoso2014: Sheet = {
  format: 'mie-project',
  fiscalYear: FISCAL_YEAR,
  baselineYear: 2011,
  years: [2012, 2013, 2014, 2015],
  budgetYears: [2012, 2013, 2014, 2015],
  program: 'kyoso',
  programName: '新しい豊かさ協創',
  number: '5',
  title: '森の恵みを暮らしのなかへ',
  subtitle: '県産材ひろがりプロジェクト',
  department: '農林水産部',
  goals: [
    {
      text: '家や学校、店先や机の上にまで県産の木が使われ、森で働く人と木を使う人とが互いの顔を知っている社会になっています。',
    },
    {
      text: '伐って、使って、植えるという循環が県内でまわり、手入れの行き届いた森林が水と土を守っています。',
    },
    { text: '山村に暮らす若い世代が、林業や木工を将来の仕事として選んでいます。' },
  ],
  progress: {
    grade: 'A',
    label: '進んだ',
    reason: {
      text: '公共建築物での利用が広がり、県産材の使用量が目標を上回るとともに、実践取組の目標もおおむね達成したことから、「進んだ」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'project',
      name: '県産材の年間使用量',
      unit: '千立米',
      description: '県内の製材工場と合板工場が１年間に受け入れた県産丸太の量',
      targetRationale:
        '平成26年度は大型の合板工場の増設により目標値を4千立米上回りましたが、住宅着工の見通しが厳しいことから、当初に掲げた平成27年度の目標値を据え置きました。',
      baseline: figure(268, '千立米'),
      targets: {
        2012: figure(275, '千立米'),
        2013: figure(285, '千立米'),
        2014: figure(300, '千立米'),
        2015: figure(315, '千立米'),
      },
      actuals: {
        2012: figure(271, '千立米'),
        2013: figure(288, '千立米'),
        2014: figure(304, '千立米'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'project',
      name: '木の製品を進んで選ぶ県民の割合',
      unit: '%',
      description:
        '県民意識調査で「家具や日用品を買うときに木でできたものを選ぶことが多い」と回答した県民の割合',
      targetRationale:
        '実績値が２年続けて伸びていることをふまえ、毎年2ポイント程度の上昇を見込んで設定しました。',
      baseline: figure(31.5, '%', 1),
      targets: {
        2012: figure(33, '%', 1),
        2013: figure(35, '%', 1),
        2014: figure(37, '%', 1),
        2015: figure(40, '%', 1),
      },
      actuals: {
        2012: figure(32.1, '%', 1),
        2013: figure(34.6, '%', 1),
        2014: figure(36.2, '%', 1),
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
        2012: printed('23棟（うち学校6棟）', 23),
        2013: figure(21, '棟'),
        2014: printed('31棟（うち学校9棟）', 31),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '新しく林業に就いた人',
      unit: '人',
      baseline: figure(39, '人'),
      targets: { 2012: until(figure(45, '人'), 2015) },
      actuals: { 2012: figure(41, '人'), 2013: figure(47, '人'), 2014: figure(46, '人') },
      achievement: null,
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '2',
      name: '作業中の事故で４日以上休んだ人',
      unit: '人',
      baseline: figure(36, '人'),
      targets: {
        2012: printed('30人以下', 30),
        2013: printed('27人以下', 27),
        2014: printed('24人以下', 24),
        2015: printed('20人以下', 20),
      },
      actuals: { 2012: figure(33, '人'), 2013: figure(29, '人'), 2014: figure(28, '人') },
      lowerIsBetter: true,
    }),
    indicator(FISCAL_YEAR, {
      level: 'initiative',
      initiative: '3',
      name: '木育の活動をする団体の連携',
      unit: '団体',
      baseline: none('－'),
      targets: {
        2012: narrative('連携の仕組みを検討　→', 2013),
        2014: figure(15, '団体'),
        2015: figure(25, '団体'),
      },
      actuals: { 2014: figure(18, '団体') },
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
          '市町の営繕担当者と建築士が木造の設計を学ぶ「木の学校づくり塾」を年間６回開催し、設計図と積算の見本を公開',
          {
            text: '新築の住宅に県産材を使う施主に、柱と床板の購入費の一部を助成（助成件数428件）',
            facts: [fact('助成件数', 428, '件')],
          },
          '県庁舎の受付と会議室の机を県産ヒノキの天板に取り替え',
          '大都市圏の商業施設で県産材の内装を提案する商談会に、製材業者と家具業者が共同で出展（10月：東京、2月：名古屋）',
        ),
        ...numbered(
          'result',
          '塾の受講者が関わった公共建築物は12棟となり、木造は高くつくという先入観が薄れつつあります。一方、耐火の基準を満たす部材を県内で加工できないため、三階建て以上の建物では県外の工場に頼っています。県内での加工体制を整える必要があります。',
          '住宅への助成は、年度の前半に申請が集中して受付を一時止めることになりました。申請の時期を分けるとともに、改修工事での利用も対象に含めるかどうかを検討する必要があります。',
          '商談会では17件の引き合いがありましたが、納期と品質の安定を求める声が多く、複数の工場が在庫の情報を持ち寄る仕組みが課題となっています。',
        ),
        ...numbered(
          'improvement',
          '耐火部材の共同加工場について、製材組合と設置場所や運営の方法を話し合い、平成27年度中に基本計画をまとめます。',
          '住宅への助成を上期と下期に分けて受け付け、床や壁の改修にも使えるように要綱を改めます。',
          '乾燥材の在庫を毎週公開するウェブサイトを開設し、首都圏の設計事務所に見学会の案内を届けます。',
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
          '高校生を対象に、チェーンソーの使い方と木の高さの測り方を学ぶ２泊３日の林業体験を実施（参加者53人、うち女性21人）',
          '伐採から搬出までを少人数で行う班に、作業道の付け方を教える指導員を延べ112日派遣',
          '事故の起きた現場を再現した映像を作成し、全ての林業事業体に配布',
        ),
        ...numbered(
          'result',
          '新たに林業に就いた人は46人で、このうち県外からの移住者が15人を占めました。就業から３年以内に辞める人が約4割に上り、住まいと冬場の収入への不安が主な理由となっています。',
          '事故で休んだ人は減っていますが、かかり木の処理中の事故が全体の半数を占めています。経験の浅い人が一人で作業しない体制づくりを徹底する必要があります。',
        ),
        ...numbered(
          'improvement',
          '空き家を改修した住まいを市町と用意し、冬場に製材や木工の仕事を組み合わせた働き方を紹介します。',
          '二人一組での作業を申し合わせた事業体を「安全の山」として公表し、装備の購入を支援します。',
        ),
      ],
    },
    {
      number: '3',
      title: '「子どもが木に触れる機会がないこと」を解決するために',
      department: null,
      items: [
        ...numbered(
          'overview',
          '木のおもちゃを積んだ巡回車「こもれび号」が保育所と図書館を訪問（訪問か所94、体験した子どもは約6,300人）',
          '木育の活動をする18団体が集まり、活動の予定と教材を共有する協議会を設立',
        ),
        ...numbered(
          'result',
          '巡回車の訪問先は県北部に偏っており、南部の山あいの保育所からは要望があっても年に１回しか訪ねることができませんでした。協議会の団体と手分けして訪問できる体制が必要です。',
        ),
        ...numbered(
          'improvement',
          '協議会に参加する団体に教材の一式を貸し出し、平成27年度は県南部で60か所の訪問を目指します。',
          '小学校の図工で使う板や枝を山から直接届ける「山の宅配便」を始めます。',
        ),
      ],
    },
  ],
  asides: {},
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: { 2012: figure(742), 2013: figure(815), 2014: figure(1096), 2015: figure(903) },
    },
  ],
};
