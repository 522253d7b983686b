import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { blank, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 点検・評価 of a board of education: years down the rows, boxes of prose under their own headings. */
export function board(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2017, 2023);
  const city = random.pick(CITIES);
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '点検評価シート',
    number: null,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const head = grid(
    [4, 10, 3, 7],
    [
      [
        label('取組名'),
        value(theme.title),
        label('担当課'),
        value(`${theme.bureau} ${theme.division}`),
      ],
      [
        label('重点目標'),
        value(t.field('重点目標', theme.field)),
        label('予算区分'),
        value(t.field('予算区分', '一般会計')),
      ],
    ],
  );
  const counted = random.pick(theme.outcomes);
  const of = t.indicator('outcome', counted[0], counted[1]);
  const years = [year - 2, year - 1, year, year + 1];
  const c = course(random, counted, 4);
  const table = grid(
    [6, 4, 4, 4, 6],
    [
      [label('成果指標'), value(counted[0], { w: 2 }), label('単位'), value(counted[1])],
      [label('年度'), label('目標値'), label('実績値'), label('達成率'), label('備考')],
      ...years.map((y, i) => [
        label(yearName(y, 'long')),
        number(t.value(of, y, 'target', c.targets[i] as string)),
        number(i < 3 ? t.value(of, y, 'actual', c.actuals[i] as string) : ''),
        number(i < 3 ? t.achievement(of, y, `${c.rates[i]}%`) : ''),
        value(i === 3 ? '' : t.field('備考', i === 0 ? '調査の方法を改めた' : '', [counted[0]])),
      ]),
    ],
  );
  const spent = t.line('事業費', '千円');
  const people = t.line('従事職員数', '人');
  const money = grid(
    [5, 4, 4, 4],
    [
      [blank(), ...years.slice(0, 3).map((y) => label(`${yearName(y, 'short')}決算`))],
      [
        label('事業費（千円）'),
        ...years
          .slice(0, 3)
          .map((y) => number(t.amount(spent, y, 'settlement', comma(random.int(200, 40000))))),
      ],
      [
        label('従事職員数（人）'),
        ...years
          .slice(0, 3)
          .map((y) => number(t.amount(people, y, 'settlement', comma(random.next() * 5, 1)))),
      ],
    ],
  );
  const [verdict, way] = [
    random.pick(['Ａ', 'Ｂ', 'Ｃ', 'Ｄ']),
    random.pick(['拡充', '継続', '改善', '縮小']),
  ];
  const judged = grid(
    [4, 4, 4, 4],
    [
      [
        label('自己評価'),
        value(t.rating('自己評価', verdict), { align: 'center' }),
        label('今後の方向'),
        value(t.rating('今後の方向', way), { align: 'center' }),
      ],
    ],
  );
  const box = (text: string) => grid([1], [[value(text)]], { rowHeight: 26 });
  t.field('１ 目的', theme.purpose);
  const [done, open, next] = [random.pick(RESULTS), random.pick(PROBLEMS), random.pick(PLANS)];
  t.field('４ 成果と課題', `${done}${open}`);
  t.field('５ 改善の取組', next);
  return {
    kind: '教育委員会の点検評価',
    pages: [
      {
        landscape: false,
        blocks: [
          line(`${city}教育委員会　点検評価シート（${yearName(year, 'long')}）`, { size: 12 }),
          gap(3),
          head,
          gap(5),
          line('１ 目的'),
          box(theme.purpose),
          gap(5),
          line(t.leftover('２ 指標')),
          table,
          gap(5),
          line(t.leftover('３ 経費')),
          money,
          gap(5),
          line('４ 成果と課題'),
          box(`${done}${open}`),
          gap(5),
          line('５ 改善の取組'),
          box(next),
          gap(5),
          judged,
        ],
      },
    ],
    truth: t.record(1),
  };
}
