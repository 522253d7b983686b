import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Cell, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, REASONS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 事務事業マネジメントシート on two pages: labels above what they hold, circled choices, prose in boxes. */
export function twoPages(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2019, 2023);
  const city = random.pick(CITIES);
  const code = String(random.int(10000, 99999));
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '事務事業評価マネジメントシート',
    number: code,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const head = grid(
    [3, 9, 4, 4, 4],
    [
      [label('事業コード'), label('事務事業名'), label('部'), label('課'), label('係')],
      [
        value(code, { align: 'center' }),
        value(theme.title),
        value(theme.bureau),
        value(theme.division),
        value(t.field('係', theme.section)),
      ],
    ],
  );
  const plan = grid(
    [4, 10, 4, 6],
    [
      [
        label('総合計画の施策'),
        value(t.field('総合計画の施策', theme.field)),
        label('根拠法令'),
        value(t.field('根拠法令', theme.law)),
      ],
      [
        label('事業の開始'),
        value(t.field('事業の開始', yearName(year - 9, 'long'))),
        label('事業の終期'),
        value(t.field('事業の終期', '設定なし')),
      ],
      [label('対象'), value(t.field('対象', theme.target), { w: 3 })],
      [label('目的'), value(t.field('目的', theme.purpose), { w: 3 })],
      [label('手段'), value(t.field('手段', theme.means), { w: 3 })],
    ],
  );
  const years = [year - 1, year, year + 1];
  const level = (word: 'activity' | 'outcome', all: (typeof theme)['activities']): Cell[][] =>
    all.flatMap((counted, k) => {
      const of = t.indicator(word, counted[0], counted[1]);
      const c = course(random, counted, 3);
      const side =
        k === 0
          ? [
              label(word === 'activity' ? '活動指標' : '成果指標', {
                h: all.length * 2,
                upright: true,
              }),
            ]
          : [];
      const last = random.chance(0.2) ? '集計中' : (c.actuals[1] as string);
      return [
        [
          ...side,
          value(counted[0], { h: 2 }),
          label(counted[1], { h: 2, fill: false }),
          label('目標'),
          ...years.map((y, i) => number(t.value(of, y, 'target', c.targets[i] as string))),
        ],
        [
          label('実績'),
          ...years.map((y, i) =>
            number(
              i === 2 ? '' : t.value(of, y, 'actual', i === 1 ? last : (c.actuals[0] as string)),
            ),
          ),
        ],
      ];
    });
  const indicators = grid(
    [2, 9, 2, 3, 4, 4, 4],
    [
      [
        label('区分'),
        label('指標名'),
        label('単位'),
        label('目標／実績'),
        ...years.map((y) => label(yearName(y, 'long'))),
      ],
      ...level('activity', theme.activities),
      ...level('outcome', theme.outcomes),
    ],
  );
  const lines = [
    '国庫支出金',
    '県支出金',
    '一般財源',
    '事業費計（Ａ）',
    '人件費（Ｂ）',
    '総コスト（Ａ＋Ｂ）',
  ];
  const money = grid(
    [8, 4, 4, 4],
    [
      [
        label('（単位：円）'),
        label(`${yearName(year - 1, 'long')}決算`),
        label(`${yearName(year, 'long')}決算`),
        label(`${yearName(year + 1, 'long')}予算`),
      ],
      ...lines.map((lineName) => {
        const of = t.line(lineName, '円');
        return [
          value(lineName),
          ...years.map((y, i) =>
            number(
              t.amount(of, y, i < 2 ? 'settlement' : 'budget', comma(random.int(0, 9000) * 1000)),
            ),
          ),
        ];
      }),
    ],
  );
  const views = ['必要性', '有効性', '効率性'];
  const circle = (all: readonly string[], on: string) =>
    all.map((one, i) => `${one === on ? '●' : '○'}${i === 0 ? '' : ''}${one}`).join('　');
  const grades = ['高い', '普通', '低い'];
  const checks = grid(
    [4, 7, 13],
    [
      [label('評価の視点'), label('評価'), label('理由')],
      ...views.map((view) => {
        const grade = random.pick(grades);
        t.rating(view, grade);
        return [
          label(view),
          value(circle(grades, grade)),
          value(t.field('理由', random.pick(REASONS), [view])),
        ];
      }),
    ],
  );
  const ways = ['拡大', '現状維持', '縮小', '廃止'];
  const way = random.pick(ways);
  t.rating('今後の方向性', way);
  const [done, open, next] = [random.pick(RESULTS), random.pick(PROBLEMS), random.pick(PLANS)];
  const future = grid(
    [4, 20],
    [
      [label('今後の方向性'), value(circle(ways, way))],
      [label('成果'), value(t.field('成果', done))],
      [label('課題'), value(t.field('課題', open))],
      [label('改善策'), value(t.field('改善策', next))],
    ],
  );
  const title = `${yearName(year + 1, 'long')}　事務事業評価マネジメントシート（${yearName(year, 'long')}実施事業）`;
  return {
    kind: '二枚の事務事業評価',
    pages: [
      {
        landscape: false,
        blocks: [
          line(title, { size: 12 }),
          line('', { right: city }),
          head,
          gap(6),
          line(t.leftover('Ⅰ　事業の概要（Plan）')),
          plan,
          gap(6),
          line(t.leftover('Ⅱ　実施の結果（Do）')),
          indicators,
        ],
      },
      {
        landscape: false,
        blocks: [
          line(t.leftover('Ⅲ　コスト')),
          money,
          gap(6),
          line(t.leftover('Ⅳ　評価（Check）')),
          checks,
          gap(6),
          line(t.leftover('Ⅴ　今後（Action）')),
          future,
        ],
      },
    ],
    truth: t.record(2),
  };
}
