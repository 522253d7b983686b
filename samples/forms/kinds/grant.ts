import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES, PREFECTURES } from '../invented-publishers.ts';
import { PLANS, REASONS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 交付金の効果検証: baseline before the project began, target and actual a year, circled judgements. */
export function grant(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2016, 2022);
  const publisher = random.pick([...CITIES, ...PREFECTURES]);
  const t = new Truth({
    publisherName: publisher,
    fiscalYear: year,
    programName: '地方創生推進交付金効果検証シート',
    number: null,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const total = t.line('総事業費', '円');
  const granted = t.line('うち交付金充当額', '円');
  const spent = random.int(2_000_000, 90_000_000);
  const head = grid(
    [4, 9, 4, 6],
    [
      [
        label('交付対象事業の名称'),
        value(theme.title),
        label('担当課'),
        value(`${theme.bureau}　${theme.division}`),
      ],
      [label('事業の背景'), value(t.field('事業の背景', theme.purpose), { w: 3 })],
      [label('事業の概要'), value(t.field('事業の概要', theme.means), { w: 3 })],
      [
        label('総事業費'),
        number(`${t.amount(total, year, 'settlement', `${comma(spent)}円`)}`),
        label('うち交付金充当額'),
        number(t.amount(granted, year, 'settlement', `${comma(Math.floor(spent / 2))}円`)),
      ],
    ],
  );
  total.amounts[0] = {
    ...(total.amounts[0] as NonNullable<(typeof total.amounts)[0]>),
    type: null,
  };
  granted.amounts[0] = {
    ...(granted.amounts[0] as NonNullable<(typeof granted.amounts)[0]>),
    type: null,
  };
  const counted = [...theme.outcomes, random.pick(theme.activities)];
  const name = (y: number) => yearName(y, 'short');
  const table = grid(
    [2, 8, 2, 4, 3, 3, 3, 3, 3],
    [
      [
        label('KPI', { h: 2 }),
        label('指標', { h: 2 }),
        label('単位', { h: 2 }),
        label(`事業開始前\n（${name(2015)}）`, { h: 2 }),
        label(name(year - 1), { w: 2 }),
        label(name(year), { w: 2 }),
        label('達成率', { h: 2 }),
      ],
      [label('目標値'), label('実績値'), label('目標値'), label('実績値')],
      ...counted.map((one, k) => {
        const of = t.indicator('outcome', one[0], one[1]);
        const c = course(random, one, 3);
        const late = random.chance(0.15);
        return [
          label('①②③'.charAt(k)),
          value(one[0]),
          label(one[1], { fill: false }),
          number(t.value(of, 2015, 'baseline', c.baseline)),
          number(t.value(of, year - 1, 'target', c.targets[0] as string)),
          number(t.value(of, year - 1, 'actual', c.actuals[0] as string)),
          number(t.value(of, year, 'target', c.targets[1] as string)),
          number(t.value(of, year, 'actual', late ? '調査中' : (c.actuals[1] as string))),
          number(t.achievement(of, year, late ? '－' : `${c.rates[1]}％`)),
        ];
      }),
    ],
  );
  const effects = [
    '非常に効果的であった',
    '相当程度効果があった',
    '効果があった',
    '効果がなかった',
  ];
  const effect = random.pick(effects);
  t.rating('事業の効果', effect);
  const ways = ['継続', '発展', '改善', '終了'];
  const way = random.pick(ways);
  t.rating('今後の方針', way);
  const box = (all: readonly string[], on: string) =>
    all.map((one) => `${one === on ? '■' : '□'}${one}`).join('　');
  const judged = grid(
    [4, 19],
    [
      [label('事業の効果'), value(box(effects, effect))],
      [label('効果の説明'), value(t.field('効果の説明', random.pick(RESULTS)))],
      [label('今後の方針'), value(box(ways, way))],
      [label('方針の理由'), value(t.field('方針の理由', random.pick(PLANS)))],
      [label('外部有識者の意見'), value(t.field('外部有識者の意見', random.pick(REASONS)))],
    ],
  );
  return {
    kind: '交付金の効果検証',
    pages: [
      {
        landscape: false,
        blocks: [
          line(`地方創生推進交付金　効果検証シート（${yearName(year, 'long')}実施分）`, {
            size: 12,
            right: publisher,
          }),
          gap(3),
          head,
          gap(6),
          line(t.leftover('１ 重要業績評価指標（KPI）の達成状況')),
          table,
          gap(6),
          line(t.leftover('２ 効果検証')),
          judged,
        ],
      },
    ],
    truth: t.record(1),
  };
}
