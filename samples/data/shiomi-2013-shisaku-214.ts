import type { Sheet } from '../generator/content.ts';
import { figure, none, pending } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';

const FISCAL_YEAR = 2013;

export const shisaku2013: Sheet = {
  format: 'mie-measure',
  fiscalYear: FISCAL_YEAR,
  baselineYear: 2011,
  years: [2012, 2013, 2014, 2015],
  budgetYears: [2011, 2012, 2013, 2014, 2015],
  program: 'shisaku',
  programName: '施策',
  number: '214',
  title: '本とことばに親しむ地域づくり',
  subtitle: null,
  department: '教育委員会事務局',
  goals: [
    {
      text: '県民の皆さんが、年齢や障がいの有無にかかわらず、身近な場所で本とことばに出会い、読んだことを誰かと語り合う喜びを分かち合っています。',
    },
    {
      text: '図書館と学校、書店や公民館がつながり、読みたい本がどこに住んでいても手に届く環境が整っています。',
    },
  ],
  progress: {
    grade: 'B',
    label: 'ある程度進んだ',
    reason: {
      text: '県民指標はわずかに目標に届きませんでしたが、学校図書館の充実と点字や音声による資料の製作が計画を上回って進んだことから、「ある程度進んだ」と判断しました。',
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
        '平成25年度の実績値は目標値を0.9ポイント下回りましたが、移動図書館の増便による利用の伸びが見込まれることから、計画どおり64.0%としました。',
      baseline: figure(58.3, '%', 1),
      targets: {
        2012: figure(60, '%', 1),
        2013: figure(62, '%', 1),
        2014: figure(64, '%', 1),
        2015: figure(66, '%', 1),
      },
      actuals: { 2012: figure(59.4, '%', 1), 2013: figure(61.1, '%', 1) },
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
      actuals: { 2012: figure(45213, '冊'), 2013: figure(48906, '冊') },
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
      actuals: { 2012: figure(133, 'か所'), 2013: figure(141, 'か所') },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '21402',
      name: '学校図書館を毎日開けている学校の割合',
      unit: '%',
      baseline: figure(67.5, '%', 1),
      targets: {
        2012: figure(72, '%', 1),
        2013: figure(78, '%', 1),
        2014: figure(84, '%', 1),
        2015: figure(90, '%', 1),
      },
      actuals: { 2012: figure(74.8, '%', 1), 2013: figure(81.6, '%', 1) },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '21403',
      name: '点字や音声による資料の製作（累計）',
      unit: 'タイトル',
      baseline: figure(3050, 'タイトル'),
      targets: {
        2012: figure(3200, 'タイトル'),
        2013: figure(3350, 'タイトル'),
        2014: figure(3500, 'タイトル'),
        2015: figure(3700, 'タイトル'),
      },
      actuals: { 2012: figure(3214, 'タイトル'), 2013: figure(3402, 'タイトル') },
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
      actuals: { 2012: figure(7.3, '%', 1), 2013: pending('集計中') },
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
          {
            text: '県立図書館と市町の図書館を結ぶ配送便を週２回から週４回に増便（配送冊数48,906冊）',
            facts: [fact('配送冊数', 48906, '冊')],
          },
          '司書を配置していない小中学校に、地域の司書経験者を「学校図書館応援団」として派遣（派遣校112校、延べ1,340日）',
          '視覚に障がいのある方の協力を得て、音訳と点訳の講習会を県内３会場で開催',
          '書店と図書館が同じ棚の主題を選ぶ「まちの本棚」を、駅前や商店街の21か所に設置',
        ),
        ...numbered(
          'result',
          '配送便の増便により、山間部の町でも申し込みから平均３日で本が届くようになりました。一方で、移動図書館は運転手の確保が難しく、予定していた９か所への立ち寄りを始められませんでした。車両の更新とあわせて、運行を担う団体を広く募る必要があります。',
          '学校図書館を毎日開ける学校は81.6%となり、応援団を派遣した学校では一人当たりの貸出冊数が平均で1.4倍になりました。中学校では放課後の部活動と重なって利用が伸びず、授業での活用を進めることが課題です。',
          '講習会を終えた63人が音訳や点訳の活動を始めました。活動が平日の昼間に限られるため、働く世代が参加しにくい状況が続いています。',
        ),
        ...numbered(
          'improvement',
          '移動図書館の運行を市町と共同で委託し、病院や高齢者施設を含む24か所を新たに加えます。',
          '中学校の国語と総合的な学習の時間で使える図書の組み合わせを100種類つくり、配送便で各校に届けます。',
          '音訳の講習会を夜間と休日にも開催し、自宅で録音できる機材を貸し出します。',
          '「まちの本棚」を県内の全ての市町に広げ、選んだ人の紹介文を県立図書館のウェブサイトに掲載します。',
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
      number: '21402',
      title: '学校での読書の推進',
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
      amounts: { 2011: figure(512), 2012: figure(547), 2013: figure(603), 2014: figure(588) },
    },
    {
      name: '概算人件費',
      unit: '百万円',
      amounts: { 2011: figure(421), 2012: figure(418), 2013: figure(409) },
    },
    {
      name: '配置人員',
      unit: '人',
      amounts: {
        2011: { text: '（46人）', value: 46, status: 'reported' },
        2012: { text: '（46人）', value: 46, status: 'reported' },
        2013: { text: '（45人）', value: 45, status: 'reported' },
      },
    },
  ],
};
