import type { Random } from '../../generator/random.ts';
import { comma, yearName } from '../figures.ts';
import { blank, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { THEMES } from '../themes.ts';

/** What a city publishes beside its evaluation sheets, drawn alike: none of these is one. */
export const OTHERS: Readonly<Record<string, (random: Random) => Form>> = {
  letter: (random) => {
    const theme = random.pick(THEMES);
    return none('事務連絡', [
      line('', { right: `${yearName(2016, 'long').replace('年度', '年')}７月８日` }),
      line('各課長　様'),
      line('', { right: `${theme.bureau}長` }),
      gap(10),
      line('', { middle: '事務事業評価の実施について（依頼）', size: 12 }),
      gap(10),
      line('　標題の件について、下記のとおり実施しますので、期日までに提出してください。'),
      line('', { middle: '記' }),
      line('１　対象　各課の主な事業'),
      line('２　期日　８月３１日（水）'),
      line('３　提出先　企画課'),
    ]);
  },
  statistics: (random) => {
    const years = [2011, 2012, 2013, 2014, 2015];
    const names = ['総人口', '世帯数', '出生', '死亡', '転入', '転出'];
    return none('統計表', [
      line('', { middle: `${random.pick(CITIES)}　人口の推移`, size: 12 }),
      line('', { right: '（単位：人、世帯）' }),
      grid(
        [4, 3, 3, 3, 3, 3],
        [
          [label('区分'), ...years.map((y) => label(yearName(y, 'long')))],
          ...names.map((name) => [
            label(name),
            ...years.map(() => number(comma(random.int(200, 90000)))),
          ]),
        ],
      ),
      line('資料：市民課'),
    ]);
  },
  budget: (random) => {
    const names = [
      '議会費',
      '総務費',
      '民生費',
      '衛生費',
      '農林水産業費',
      '商工費',
      '土木費',
      '教育費',
    ];
    return none('予算の表', [
      line('', { middle: `平成28年度　${random.pick(CITIES)}一般会計歳出予算`, size: 12 }),
      line('', { right: '（単位：千円）' }),
      grid(
        [5, 4, 4, 4, 3],
        [
          [
            label('款'),
            label('平成28年度予算額'),
            label('平成27年度予算額'),
            label('平成26年度決算額'),
            label('増減率'),
          ],
          ...names.map((name) => [
            label(name),
            ...[0, 1, 2].map(() => number(comma(random.int(90_000, 9_000_000)))),
            number(`${random.int(-9, 9)}.${random.int(0, 9)}`),
          ]),
        ],
      ),
    ]);
  },
  application: (random) => {
    const theme = random.pick(THEMES);
    const city = random.pick(CITIES);
    const filled = [
      ['申請者の住所', `${city}本町${random.int(1, 9)}丁目`],
      ['申請者の氏名', '野原 花子'],
      ['電話番号', '0000-12-3456'],
      ['補助事業の名称', theme.title],
      ['補助事業の目的', theme.purpose],
      ['事業費', '350,000円'],
      ['交付申請額', '175,000円'],
    ];
    return none('申請書', [
      line('様式第１号'),
      line('', { middle: '補助金交付申請書', size: 13 }),
      line(`${city}長　様`),
      gap(8),
      grid(
        [5, 15],
        filled.map(([name = '', text = '']) => [label(name), value(text)]),
      ),
      grid(
        [5, 15],
        [
          [label('添付書類'), value('□収支予算書　□見積書の写し')],
          [label('受付印'), blank()],
        ],
      ),
    ]);
  },
};

const none = (kind: string, blocks: Form['pages'][number]['blocks']): Form => ({
  kind,
  pages: [{ landscape: false, blocks }],
  truth: null,
});
