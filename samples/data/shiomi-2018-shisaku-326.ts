import type { Sheet } from '../generator/content.ts';
import { figure, narrative, none, printed } from '../generator/figures.ts';
import { fact, indicator, numbered } from '../generator/writing.ts';

const FISCAL_YEAR = 2018;

export const shisaku2018: Sheet = {
  format: 'mie-measure',
  fiscalYear: FISCAL_YEAR,
  baselineYear: 2015,
  years: [2016, 2017, 2018, 2019],
  budgetYears: [2015, 2016, 2017, 2018, 2019],
  program: 'shisaku',
  programName: '施策',
  number: '326',
  title: '暮らしの足を守る地域交通',
  subtitle: null,
  department: '地域連携部',
  goals: [
    {
      text: '自動車を運転できない高齢の方や高校生も、行きたい時に行きたい所へ出かけることができ、地域の交通が県民の皆さん自身の手で支えられています。',
    },
    {
      text: '鉄道とバス、乗合タクシーの乗り継ぎが分かりやすくなり、公共交通の利用者の減少に歯止めがかかっています。',
    },
  ],
  progress: {
    grade: 'C',
    label: 'あまり進まなかった',
    reason: {
      text: '乗合タクシーの運行地区は計画どおり広がりましたが、運転士の不足による路線バスの減便が続き、県民指標が前年度を下回ったことから、「あまり進まなかった」と判断しました。',
    },
  },
  indicators: [
    indicator(FISCAL_YEAR, {
      level: 'outcome',
      name: '県内の鉄道とバスの年間利用者数',
      unit: '万人',
      description: '県内に路線をもつ鉄道会社とバス会社の輸送人員の合計（定期券の利用を含む）',
      targetRationale:
        '平成30年度の実績値は目標値を下回りましたが、新しい高校の開校に合わせた路線の再編を見込み、当初の目標値を変更しませんでした。',
      baseline: figure(9140, '万人'),
      targets: {
        2016: figure(9150, '万人'),
        2017: figure(9170, '万人'),
        2018: figure(9200, '万人'),
        2019: figure(9250, '万人'),
      },
      actuals: {
        2016: figure(9128, '万人'),
        2017: figure(9086, '万人'),
        2018: figure(8951, '万人'),
      },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '32601',
      name: '乗合タクシーの運行地区',
      unit: '地区',
      baseline: figure(18, '地区'),
      targets: {
        2016: figure(22, '地区'),
        2017: figure(27, '地区'),
        2018: figure(33, '地区'),
        2019: figure(40, '地区'),
      },
      actuals: { 2016: figure(23, '地区'), 2017: figure(29, '地区'), 2018: figure(34, '地区') },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '32601',
      name: '高齢者の運転免許の自主返納を支える協賛店',
      unit: '店',
      baseline: none(),
      targets: {
        2016: narrative('制度の設計　→', 2017),
        2018: figure(300, '店'),
        2019: figure(500, '店'),
      },
      actuals: { 2018: printed('延べ412店', 412) },
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '32602',
      name: '路線バスの運転士の不足数',
      unit: '人',
      baseline: figure(74, '人'),
      targets: {
        2016: printed('70人未満', 70),
        2017: printed('60人未満', 60),
        2018: printed('50人未満', 50),
        2019: printed('40人未満', 40),
      },
      actuals: { 2016: figure(81, '人'), 2017: figure(88, '人'), 2018: figure(96, '人') },
      lowerIsBetter: true,
    }),
    indicator(FISCAL_YEAR, {
      level: 'activity',
      initiative: '32602',
      name: 'ＩＣカードで乗り継げる路線の割合',
      unit: '%',
      baseline: figure(46.2, '%', 1),
      targets: {
        2016: figure(50, '%', 1),
        2017: figure(55, '%', 1),
        2018: figure(62, '%', 1),
        2019: figure(70, '%', 1),
      },
      actuals: {
        2016: figure(49.1, '%', 1),
        2017: figure(56.4, '%', 1),
        2018: figure(60.5, '%', 1),
      },
      // The sheet's own slip: 60.5 of 62.0 is 0.98.
      achievement: { text: '0.99', value: 0.99, status: 'reported' },
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
          '住民が運行の時刻と停留所を話し合って決める乗合タクシーを、新たに５地区で運行開始',
          {
            text: '高校の入学説明会に合わせて、路線図と定期券の相談窓口を31校に設置（相談件数1,875件）',
            facts: [fact('相談件数', 1875, '件')],
          },
          '大型二種免許の取得費用を助成するとともに、女性と退職した自衛官を対象としたバスの運転体験会を４回開催',
          '鉄道の駅とバスの停留所に、乗り継ぎの待ち時間を示す電子ペーパーの時刻表を27か所設置',
        ),
        ...numbered(
          'result',
          '乗合タクシーの利用者は延べ61,240人と前年度から12%増えました。運行の費用を賄う運賃の割合は平均で23%にとどまり、利用の少ない時間帯をまとめる工夫が必要です。',
          '相談窓口を利用した生徒の約４割が自転車や送迎から公共交通に切り替えました。帰りの便が部活動の終わる時刻と合わないという声が多く、学校とバス会社との話し合いの場が求められています。',
          '運転体験会には87人が参加し、このうち14人が県内のバス会社に就職しましたが、退職する運転士がそれを上回り、不足は96人に広がりました。勤務の間隔や休憩の場所など、働く環境の改善に踏み込む必要があります。',
        ),
        ...numbered(
          'improvement',
          '乗合タクシーの予約を人工知能でまとめる仕組みを３地区で試し、１台当たりの利用者を1.5人から2.0人に増やします。',
          '高校とバス会社、市町による「通学の足会議」を県内６地域に設け、令和２年４月の時刻の改正に反映します。',
          '運転士の休憩所を鉄道の駅に併設する費用を支援し、待遇の改善に取り組む会社の求人を県が紹介します。',
        ),
      ],
    },
    {
      number: '32601',
      title: '住民が支える移動の確保',
      department: '地域連携部',
      items: [],
    },
    {
      number: '32602',
      title: '公共交通の担い手と基盤の確保',
      department: '県土整備部',
      items: [],
    },
  ],
  asides: {},
  budget: [
    {
      name: '予算額等',
      unit: '百万円',
      amounts: {
        2015: figure(1284),
        2016: figure(1311),
        2017: figure(1467),
        2018: figure(1502),
        2019: figure(1738),
      },
    },
    {
      name: '概算人件費',
      unit: '百万円',
      amounts: { 2015: figure(193), 2016: figure(201), 2017: figure(198), 2018: figure(204) },
    },
    {
      name: '配置人員',
      unit: '人',
      amounts: {
        2015: { text: '（21人）', value: 21, status: 'reported' },
        2016: { text: '（22人）', value: 22, status: 'reported' },
        2017: { text: '（22人）', value: 22, status: 'reported' },
        2018: { text: '（23人）', value: 23, status: 'reported' },
      },
    },
  ],
};
