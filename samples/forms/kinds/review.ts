import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { blank, type Cell, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { MINISTRIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, REASONS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';
import { reviewHead } from './review-head.ts';

/** 行政事業レビューシート: money of five years by stage of the budget, goals with a last year, forecasts of activity. */
export function review(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2013, 2020);
  const publisher = random.pick(MINISTRIES);
  const code = String(random.int(12, 480)).padStart(4, '0');
  const t = new Truth({
    publisherName: publisher,
    fiscalYear: year,
    programName: '行政事業レビューシート',
    number: code,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const years = [-2, -1, 0, 1, 2].map((d) => year + d);
  const name = (y: number) => yearName(y, 'bare');
  const official = `${theme.division}長　${random.pick(['春野 一郎', '夏川 美咲', '秋山 健'])}`;
  const head = reviewHead(t, theme, year, official);
  const money = [-2, -1, 0, 1, 2].map(() => random.int(40, 900));
  const lines = [
    ['当初予算', 'budget', money],
    ['補正予算', 'budget', money.map((_, i) => (i === 1 ? random.int(3, 30) : null))],
    ['前年度から繰越し', 'budget', money.map((_, i) => (i === 2 ? random.int(3, 30) : null))],
    ['予備費等', 'budget', money.map(() => null)],
    ['計', 'budget', money],
  ] as const;
  const cellsOf = (
    lineName: string,
    unit: string | null,
    type: string,
    path: string[],
    all: readonly (string | null)[],
  ) => {
    const of = t.line(lineName, unit, path);
    return all.map((text, i) => number(t.amount(of, years[i] as number, type, text ?? '－')));
  };
  const spent = money.slice(0, 3).map((m) => Math.round(m * (0.8 + random.next() * 0.19)));
  const rows: Cell[][] = lines.map(([lineName, type, all], i) => {
    const cells = cellsOf(
      lineName,
      '百万円',
      type,
      ['予算額・執行額', '予算の状況'],
      all.map((m, j) => (m === null ? null : j === 4 && i > 0 && i < 4 ? null : comma(m))),
    );
    const first =
      i === 0
        ? [
            label('予算額・\n執行額\n（単位:百万円）', { h: 8 }),
            label('予算の状況', { h: 5, upright: true }),
          ]
        : [];
    return [...first, label(lineName), ...cells];
  });
  const executed = t.line('執行額', '百万円', ['予算額・執行額']);
  const rate = t.line('執行率', '％', ['予算額・執行額']);
  const body = [
    [blank({ w: 3 }), ...years.map((y, i) => label(`${name(y)}${i === 4 ? '要求' : ''}`))],
    ...rows,
    [
      label('執行額', { w: 2 }),
      ...years.map((y, i) =>
        number(i < 3 ? t.amount(executed, y, 'settlement', comma(spent[i] as number)) : ''),
      ),
    ],
    [
      label('執行率（％）', { w: 2 }),
      ...years.map((y, i) =>
        number(
          i < 3
            ? t.amount(
                rate,
                y,
                null,
                `${Math.round(((spent[i] as number) / (money[i] as number)) * 100)}%`,
              )
            : '',
        ),
      ),
    ],
  ];
  body[0] = [blank({ w: 3 }), ...years.map((y, i) => label(`${name(y)}${i === 4 ? '要求' : ''}`))];
  const budget = grid([4, 1, 4, 3, 3, 3, 3, 3], fixedHead(body));
  const [goal] = [random.pick(theme.outcomes)];
  const of = t.indicator('outcome', goal[0], goal[1]);
  const c = course(random, goal, 6);
  const last = year + 3;
  const outcome = grid(
    [4, 5, 2, 2, 3, 3, 3, 3],
    [
      [
        label('成果目標及び\n成果実績\n（アウトカム）', { h: 4 }),
        label('定量的な成果指標'),
        blank(),
        label('単位'),
        ...[-2, -1, 0].map((d) => label(name(year + d))),
        label(`目標最終年度\n${name(last)}`),
      ],
      [
        value(goal[0], { h: 3 }),
        label('成果実績'),
        label(goal[1]),
        ...[0, 1, 2].map((i) =>
          number(t.value(of, year - 2 + i, 'actual', c.actuals[i] as string)),
        ),
        number('－'),
      ],
      [
        label('目標値'),
        label(goal[1]),
        ...[0, 1, 2].map((i) =>
          number(t.value(of, year - 2 + i, 'target', c.targets[i] as string)),
        ),
        number(t.value(of, last, 'target', c.targets[5] as string)),
      ],
      [
        label('達成度'),
        label('％'),
        ...[0, 1, 2].map((i) => number(t.achievement(of, year - 2 + i, c.rates[i] as string))),
        number('－'),
      ],
    ],
  );
  of.values.push({
    fiscalYear: last,
    type: 'actual',
    text: '－',
    value: null,
    status: 'not-applicable',
  });
  of.pastAchievements.push({
    fiscalYear: last,
    text: '－',
    ratio: null,
    status: 'not-applicable',
    basis: 'ratio',
  });
  const act = random.pick(theme.activities);
  const a = t.indicator('activity', act[0], act[1]);
  const ac = course(random, act, 4);
  const activity = grid(
    [4, 5, 2, 2, 3, 3, 3, 3],
    [
      [
        label('活動指標及び\n活動実績\n（アウトプット）', { h: 3 }),
        label('活動指標'),
        blank(),
        label('単位'),
        ...[-2, -1, 0].map((d) => label(name(year + d))),
        label(`${name(year + 1)}\n活動見込`),
      ],
      [
        value(act[0], { h: 2 }),
        label('活動実績'),
        label(act[1]),
        ...[0, 1, 2].map((i) =>
          number(t.value(a, year - 2 + i, 'actual', ac.actuals[i] as string)),
        ),
        number(t.value(a, year + 1, 'actual', '－')),
      ],
      [
        label('当初見込み'),
        label(act[1]),
        ...[0, 1, 2, 3].map((i) =>
          number(t.value(a, year - 2 + i, 'forecast', ac.targets[i] as string)),
        ),
      ],
    ],
  );
  const items = random.some(
    [
      '国民のニーズを反映しているか',
      '地方や民間に委ねられないか',
      '支出先の選定は妥当か',
      '単位当たりの費用は妥当か',
    ],
    3,
  );
  const checks = grid(
    [8, 2, 12],
    [
      [label('点検項目'), label('評価'), label('評価に関する説明')],
      ...items.map((item) => [
        value(item),
        value(t.rating(item, random.pick(['○', '△', '×'])), { align: 'center' }),
        value(t.field('評価に関する説明', random.pick(REASONS), [item])),
      ]),
    ],
  );
  const opinions = grid(
    [4, 18],
    [
      [label('点検結果'), value(t.field('点検結果', random.pick(RESULTS)))],
      [label('改善の方向性'), value(t.field('改善の方向性', random.pick(PLANS)))],
      [label('外部有識者の所見'), value(t.field('外部有識者の所見', random.pick(PROBLEMS)))],
    ],
  );
  const title = `${yearName(year + 1, 'long')}行政事業レビューシート`;
  return {
    kind: '行政事業レビュー',
    pages: [
      {
        landscape: false,
        blocks: [
          line('', { middle: title, size: 15 }),
          line(`事業番号　${code}`, { right: `（${publisher}）` }),
          head,
          budget,
          outcome,
          activity,
          gap(6),
          line(t.leftover('事業所管部局による点検・改善')),
          checks,
          opinions,
        ],
      },
    ],
    truth: t.record(1),
  };
}

/** The corner cell spans the side labels' columns below it. */
const fixedHead = (rows: Cell[][]): Cell[][] => {
  const [side, ...rest] = rows[1] as Cell[];
  const [corner, ...heads] = rows[0] as Cell[];
  return [[side as Cell, { ...(corner as Cell), w: 2 }, ...heads], rest, ...rows.slice(2)];
};
