import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Cell, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PROBLEMS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 主要施策の成果: money compared with the year before, ruled between rows only; prose under its headings. */
export function results(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2015, 2021);
  const city = random.pick(CITIES);
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '主要施策の成果及び評価調書',
    number: null,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const head = grid(
    [3, 8, 3, 8],
    [
      [
        label('事業名'),
        value(theme.title),
        label('担当'),
        value(`${theme.bureau}　${theme.division}`),
      ],
      [
        label('款・項・目'),
        value(
          t.field('款・項・目', `${random.int(2, 10)}款${random.int(1, 5)}項${random.int(1, 9)}目`),
        ),
        label('総合計画での位置付け'),
        value(t.field('総合計画での位置付け', theme.field)),
      ],
    ],
    { rules: 'rows' },
  );
  const names = [
    ['事業費', []],
    ['国庫支出金', []],
    ['地方債', []],
    ['一般財源', []],
  ] as const;
  const rows: Cell[][] = names.map(([lineName]) => {
    const of = t.line(lineName, '千円');
    const before = lineName === '地方債' && random.chance(0.5) ? 0 : random.int(500, 60000);
    const now = random.int(500, 60000);
    const plan = now + random.int(10, 3000);
    const change = before === 0 ? '皆増' : `${comma(((now - before) / before) * 100, 1)}%`;
    return [
      label(lineName, { align: 'left' }),
      number(t.amount(of, year - 1, 'settlement', comma(before))),
      number(t.amount(of, year, 'budget', comma(plan))),
      number(t.amount(of, year, 'settlement', comma(now))),
      number(t.field('増減率', change, [lineName])),
    ];
  });
  const money = grid(
    [5, 4, 4, 4, 3],
    [
      [
        label('区分'),
        label(`${yearName(year - 1, 'long')}\n決算額`),
        label(`${yearName(year, 'long')}\n予算現額`),
        label(`${yearName(year, 'long')}\n決算額`),
        label('増減率'),
      ],
      ...rows,
    ],
    { rules: 'rows' },
  );
  const counted = random.pick(theme.outcomes);
  const act = random.pick(theme.activities);
  const years = [year - 2, year - 1, year];
  const table = grid(
    [3, 7, 2, 3, 3, 3, 3],
    [
      [
        label('区分'),
        label('指標'),
        label('単位'),
        ...years.map((y) => label(`${yearName(y, 'short')}実績`)),
        label(`${yearName(year + 1, 'short')}目標`),
      ],
      ...(
        [
          ['活動', act, 'activity'],
          ['成果', counted, 'outcome'],
        ] as const
      ).map(([word, c, level]) => {
        const of = t.indicator(level, c[0], c[1]);
        const figures = course(random, c, 4);
        return [
          label(word),
          value(c[0]),
          label(c[1], { fill: false }),
          ...years.map((y, i) => number(t.value(of, y, 'actual', figures.actuals[i] as string))),
          number(t.value(of, year + 1, 'target', figures.targets[3] as string)),
        ];
      }),
    ],
    { rules: 'rows' },
  );
  const verdict = random.pick(['Ａ', 'Ｂ', 'Ｃ']);
  t.rating('自己評価', verdict);
  const [done, open] = [random.pick(RESULTS), random.pick(PROBLEMS)];
  t.field('■事業の内容', theme.means);
  t.field('■成果', done);
  t.field('■課題', open);
  return {
    kind: '主要施策の成果（横罫のみ）',
    pages: [
      {
        landscape: false,
        blocks: [
          line('', {
            middle: `${yearName(year, 'long')}決算　主要施策の成果及び評価調書`,
            size: 13,
          }),
          line('', { right: city }),
          head,
          gap(6),
          line('■事業の内容'),
          line(theme.means),
          gap(4),
          line(t.leftover('■事業費の状況'), { right: '（単位：千円）' }),
          money,
          gap(6),
          line(t.leftover('■指標')),
          table,
          gap(6),
          line('■成果'),
          line(done),
          line('■課題'),
          line(open),
          gap(4),
          grid([3, 3], [[label('自己評価'), value(verdict, { align: 'center' })]]),
        ],
      },
    ],
    truth: t.record(1),
  };
}
