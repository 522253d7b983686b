import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { blank, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, REASONS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/**
 * 施策の点検: labels that read like another form's opening, years down the side of the money, kind words before the
 * names of indicators, a plan told in words year by year, checks grouped by their viewpoint.
 */
export function service(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2016, 2022);
  const publisher = random.pick(CITIES);
  const title = `３－２　${theme.field}の推進`;
  const t = new Truth({
    publisherName: publisher,
    fiscalYear: year,
    programName: '施策点検シート',
    number: null,
    title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const name = (y: number) => yearName(y, 'short');
  const head = grid(
    [3, 8, 3, 5, 5],
    [
      [
        label('政策'),
        value(t.field('政策', '３　安心して暮らせるまち')),
        label('主管部'),
        value(theme.bureau),
        label('作成責任者'),
      ],
      [
        label('施策'),
        value(title),
        label('主管課'),
        value(theme.division),
        value(t.field('作成責任者', '課長　浜口省吾')),
      ],
      [label('目的'), value(t.field('目的', theme.purpose), { w: 4 })],
    ],
  );
  const lines = [
    [t.line('予算現額', '千円'), 'budget'],
    [t.line('決算額', '千円'), 'settlement'],
    [t.line('国県支出金', '千円', ['財源内訳']), null],
    [t.line('一般財源', '千円', ['財源内訳']), null],
  ] as const;
  const money = grid(
    [5, 4, 4, 4, 4],
    [
      [
        blank({ h: 2 }),
        label('予算現額', { h: 2 }),
        label('決算額', { h: 2 }),
        label('財源内訳', { w: 2 }),
      ],
      [label('国県支出金'), label('一般財源')],
      ...[year - 1, year].map((y) => [
        label(yearName(y, 'long')),
        ...lines.map(([of, type]) =>
          number(t.amount(of, y, type, `${comma(random.int(300, 90_000))}千円`)),
        ),
      ]),
    ],
  );
  const counted = [
    ['activity', '活動指標', random.pick(theme.activities)],
    ['outcome', '成果指標', random.pick(theme.outcomes)],
  ] as const;
  const measured = grid(
    [9, 3, 3, 3, 3, 3],
    [
      [
        label('指標名', { h: 2 }),
        label('単位', { h: 2 }),
        label(name(year - 1), { w: 2 }),
        label(name(year), { w: 2 }),
      ],
      [label('目標'), label('実績'), label('目標'), label('実績')],
      ...counted.map(([level, word, one]) => {
        const of = t.indicator(level, one[0], one[1]);
        const c = course(random, one, 2);
        return [
          value(`${word}　${one[0]}`),
          label(one[1], { fill: false }),
          number(t.value(of, year - 1, 'target', c.targets[0] as string)),
          number(t.value(of, year - 1, 'actual', c.actuals[0] as string)),
          number(t.value(of, year, 'target', c.targets[1] as string)),
          number(t.value(of, year, 'actual', c.actuals[1] as string)),
        ];
      }),
    ],
  );
  const aim = t.indicator(null, '交流する人の数', '人');
  const aimed = grid(
    [8, 4, 4, 4, 4, 4],
    [
      [
        label('数値目標'),
        label(`現状値\n（${name(year - 3)}）`),
        blank(),
        label(name(year - 1)),
        label(name(year)),
        label(`目標値\n（${name(year + 2)}）`),
      ],
      [
        value('交流する人の数（人）', { h: 2 }),
        number(t.value(aim, year - 3, 'baseline', comma(random.int(1000, 2000))), { h: 2 }),
        label('目標値'),
        ...[1, 0].map((ago) =>
          number(t.value(aim, year - ago, 'target', comma(random.int(2000, 3000)))),
        ),
        number(t.value(aim, year + 2, 'target', comma(random.int(3000, 4000))), { h: 2 }),
      ],
      [
        label('実績値'),
        ...[1, 0].map((ago) =>
          number(t.value(aim, year - ago, 'actual', comma(random.int(2000, 3000)))),
        ),
      ],
    ],
  );
  const alone = [0, 1].map((k) => {
    const [word, unit] = [
      ['登録した団体の割合', '％'],
      ['研修を終えた人の数', '人'],
    ][k] as [string, string];
    const of = t.indicator('outcome', word, unit);
    return [
      [
        label(`成果指標${'①②'.charAt(k)}`, { h: 4 }),
        label('指標名'),
        value(word, { w: 2 }),
        label('単位'),
        value(unit),
      ],
      [label('年度'), ...[1, 0, -1, -2].map((ago) => label(name(year - ago)))],
      [
        label('目標'),
        ...[1, 0, -1, -2].map((ago) =>
          number(t.value(of, year - ago, 'target', String(random.int(20, 90)))),
        ),
      ],
      [
        label('実績'),
        ...[1, 0].map((ago) =>
          number(t.value(of, year - ago, 'actual', String(random.int(20, 90)))),
        ),
        blank(),
        blank(),
      ],
    ];
  });
  const apart = grid([3, 4, 4, 4, 4, 4], alone.flat());
  const plan = grid(
    [3, 6, 6, 6],
    [
      [label('年次計画', { h: 2 }), ...[year - 1, year, year + 1].map((y) => label(name(y)))],
      ['現状の調査', '方針の決定', '効果の確認'].map((text) => value(t.field('年次計画', text))),
    ],
  );
  const asked = [
    ['市民の利益になっているか', '公益性'],
    ['ほかの主体に任せられないか', '公益性'],
    ['効果を数値で示しているか', '有効性'],
  ] as const;
  const checks = grid(
    [4, 9, 3, 8],
    [
      [label('視点'), label('チェック項目'), label('判定'), label('判定の理由')],
      ...asked.map(([question, view], i) => [
        ...(i === 1 ? [] : [label(view, { h: i === 0 ? 2 : 1, fill: false })]),
        value(question),
        value(rated(t, question, random.pick(['はい', 'いいえ'])), { align: 'center' }),
        value(t.field('判定の理由', random.pick(REASONS), [question])),
      ]),
    ],
  );
  const end = grid(
    [4, 18],
    [
      [label('成果'), value(t.field('成果', random.pick(RESULTS)))],
      [label('今後の取組'), value(t.field('今後の取組', random.pick(PLANS)))],
    ],
  );
  const blocks = [
    line(`${yearName(year, 'long')}　施策点検シート`, { size: 12, right: publisher }),
    ...[head, money, measured, aimed, apart, plan, checks, end].flatMap((block) => [gap(5), block]),
  ];
  return { kind: '施策の点検', pages: [{ landscape: false, blocks }], truth: t.record(1) };
}

function rated(t: Truth, name: string, text: string): string {
  t.rating(name, text);
  return text;
}
