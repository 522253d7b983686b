import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import {
  type Block,
  type Cell,
  type Form,
  gap,
  grid,
  label,
  line,
  number,
  value,
} from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { type Counted, THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 事後評価 in blocks: each indicator has a table of its own with its name beside 指標名称; money in columns of years. */
export function blocks(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2014, 2018);
  const city = random.pick(CITIES);
  const code = `${random.int(100, 999)}-${random.int(10, 99)}`;
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '事後事務事業評価',
    number: code,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const name = (y: number) => yearName(y, 'short');
  const years = [year - 1, year, year + 1, year + 2];
  const manager = random.pick(['海野', '峰岸', '水沢']);
  const head = grid(
    [3, 4, 3, 8, 3, 4],
    [
      [
        label('事業コード'),
        value(code, { align: 'center' }),
        label('事務事業名'),
        value(theme.title),
        label('課長名'),
        value(t.field('課長名', manager), { align: 'center' }),
      ],
      [
        label('担当部'),
        value(theme.bureau),
        label('担当課'),
        value(theme.division),
        label('事業類型'),
        value(t.field('事業類型', '任意的事業')),
      ],
      [label('目的'), value(t.field('目的', theme.purpose), { w: 5 })],
      [label('事業内容'), value(t.field('事業内容', theme.means), { w: 5 })],
      [
        label('実施形態'),
        value(t.field('実施形態', '■市直営　□全部委託　■一部委託　□補助・負担'), { w: 5 }),
      ],
    ],
  );
  const indicator = (
    level: 'activity' | 'outcome',
    word: string,
    aim: string,
    counted: Counted,
  ): Block => {
    const of = t.indicator(level, counted[0], counted[1]);
    const c = course(random, counted, 4);
    const note = `${random.pick(['年度末の累計', '利用者への聞き取り', '業務日誌の集計'])}による`;
    const cells = (texts: readonly (string | undefined)[]): Cell[] =>
      texts.map((text) => number(text ?? ''));
    return grid(
      [1.5, 3, 8, 3, 3, 3, 3, 3],
      [
        [
          label(word, { h: 4, upright: true }),
          label('指標名称'),
          value(`${counted[0]}（${counted[1]}）`),
          label('年度'),
          ...years.map((y) => label(name(y))),
        ],
        [
          label('説明（算式等）', { h: 3 }),
          value(t.field('説明（算式等）', note, [counted[0]]), { h: 3 }),
          label(aim),
          ...cells(c.targets.map((text, i) => t.value(of, years[i] as number, 'target', text))),
        ],
        [
          label('実績'),
          ...cells(
            [0, 1, 2, 3].map((i) =>
              i < 2 ? t.value(of, years[i] as number, 'actual', c.actuals[i] as string) : '',
            ),
          ),
        ],
        [
          label('達成率'),
          ...cells(
            [0, 1, 2, 3].map((i) =>
              i < 2 ? t.achievement(of, years[i] as number, `${c.rates[i]}%`) : '',
            ),
          ),
        ],
      ],
    );
  };
  const cost = (names: readonly [string, string | null, string[]][]): Cell[][] =>
    names.map(([lineName, unit, path]) => {
      const of = t.line(lineName, unit ?? '千円', path);
      const small = unit === '人';
      const texts = years.map((y, i) =>
        t.amount(
          of,
          y,
          i < 2 ? 'settlement' : 'budget',
          small ? comma(random.next() * 2 + 0.1, 2) : comma(random.int(0, 22000)),
        ),
      );
      const shown = unit === null ? lineName : `${lineName}（${unit}）`;
      return [
        label(shown, { align: 'left', w: path.length > 0 && path[0] !== '投入資源' ? 1 : 2 }),
        ...texts.map((text) => number(text)),
      ];
    });
  const top = cost([['事業費①', null, []]]);
  const parts = cost([
    ['国庫支出金', null, ['財源内訳']],
    ['県支出金', null, ['財源内訳']],
    ['その他特財', null, ['財源内訳']],
    ['一般財源', null, ['財源内訳']],
  ]);
  parts[0] = [label('財源内訳', { h: 4, upright: true }), ...(parts[0] as Cell[])];
  const rest = cost([
    ['人件費②', null, []],
    ['正規職員', '人', []],
    ['費用合計（①+②）', null, []],
  ]);
  const money = grid(
    [2, 8, 4, 4, 4, 4],
    [
      [
        label('区分', { w: 2 }),
        ...years.map((y, i) => label(`${name(y)}${i < 2 ? '決算' : '予算'}`)),
      ],
      ...top,
      ...parts,
      ...rest,
    ],
  );
  const verdict = random.pick(['拡充', '継続', '縮小', '休止']);
  t.rating('総合判定', verdict);
  const judged = grid(
    [4, 20],
    [
      [
        label('成果（どのような状態になったか）'),
        value(t.field('成果（どのような状態になったか）', random.pick(RESULTS))),
      ],
      [label('課題'), value(t.field('課題', random.pick(PROBLEMS)))],
      [label('総合判定'), value(verdict, { align: 'center' })],
      [label('改善計画'), value(t.field('改善計画', random.pick(PLANS)))],
    ],
  );
  return {
    kind: '事後評価（指標ごとの表）',
    pages: [
      {
        landscape: false,
        blocks: [
          line(`${name(year)}　事後事務事業評価（実績評価）`, { size: 13, right: city }),
          line(t.leftover('１．基本事項')),
          head,
          gap(4),
          line(t.leftover('２．実施状況')),
          indicator('activity', '活動指標', '計画', random.pick(theme.activities)),
          gap(3),
          indicator('outcome', '成果指標', '目標', random.pick(theme.outcomes)),
          gap(4),
          line(t.leftover('３．投入資源'), { right: '（単位：千円）' }),
          money,
          gap(4),
          line(t.leftover('４．評価')),
          judged,
        ],
      },
    ],
    truth: t.record(1),
  };
}
