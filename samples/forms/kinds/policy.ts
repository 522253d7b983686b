import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 施策評価シート: indicators against a baseline, the projects that make up the policy, ticked judgement. */
export function policy(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2019, 2023);
  const city = random.pick(CITIES);
  const code = `${random.int(1, 6)}-${random.int(1, 4)}`;
  const name = `${theme.field}の${random.pick(['推進', '充実', '基盤づくり'])}`;
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '施策評価シート',
    number: code,
    title: name,
    department: `${theme.bureau} ${theme.division}`,
  });
  const head = grid(
    [3, 3, 3, 8, 3, 5],
    [
      [
        label('施策番号'),
        value(code, { align: 'center' }),
        label('施策名'),
        value(name),
        label('主管課'),
        value(`${theme.bureau}　${theme.division}`),
      ],
      [
        label('基本目標'),
        value(t.field('基本目標', theme.field), { w: 3 }),
        label('関係課'),
        value(t.field('関係課', '企画課、財政課')),
      ],
      [label('施策のめざす姿'), value(t.field('施策のめざす姿', theme.purpose), { w: 5 })],
    ],
  );
  const ys = [year - 1, year, year + 1];
  const indicators = grid(
    [7, 2, 3, 3, 3, 3, 3, 3],
    [
      [
        label('成果指標名', { h: 2 }),
        label('単位', { h: 2 }),
        label(`基準値\n${yearName(2018, 'short')}`, { h: 2 }),
        label('目標値', { w: 2 }),
        label('実績値', { w: 2 }),
        label(`目標値\n${yearName(year + 4, 'short')}`, { h: 2 }),
      ],
      [
        ...ys.slice(0, 2).map((y) => label(yearName(y, 'short'))),
        ...ys.slice(0, 2).map((y) => label(yearName(y, 'short'))),
      ],
      ...theme.outcomes.map((counted) => {
        const of = t.indicator('outcome', counted[0], counted[1]);
        const c = course(random, counted, 6);
        return [
          value(`${counted[0]}`),
          label(counted[1], { fill: false }),
          number(t.value(of, 2018, 'baseline', c.baseline)),
          ...[0, 1].map((i) =>
            number(t.value(of, ys[i] as number, 'target', c.targets[i] as string)),
          ),
          ...[0, 1].map((i) =>
            number(t.value(of, ys[i] as number, 'actual', c.actuals[i] as string)),
          ),
          number(t.value(of, year + 4, 'target', c.targets[5] as string)),
        ];
      }),
    ],
  );
  const choices = ['順調', '概ね順調', 'やや遅れ', '遅れ'];
  const chosen = random.pick(choices);
  const box = (all: readonly string[], on: string) =>
    all.map((c) => `${c === on ? '■' : '□'}${c}`).join('　');
  t.rating('施策の進捗状況', chosen);
  const way = random.pick(['拡充', '現状維持', '見直し', '縮小']);
  t.rating('今後の方向性', way);
  const judged = grid(
    [4, 18],
    [
      [label('施策の進捗状況'), value(box(choices, chosen))],
      [label('判断理由'), value(t.field('判断理由', random.pick(RESULTS)))],
      [label('課題'), value(t.field('課題', random.pick(PROBLEMS)))],
      [label('今後の方向性'), value(box(['拡充', '現状維持', '見直し', '縮小'], way))],
      [label('取組方針'), value(t.field('取組方針', random.pick(PLANS)))],
    ],
  );
  const projects = random.some(THEMES, 4);
  const list = grid(
    [1.5, 9, 5, 4, 4, 3, 3],
    [
      [
        label('No.'),
        label('事務事業名'),
        label('担当課'),
        label(`${yearName(year - 1, 'short')}決算額\n（千円）`),
        label(`${yearName(year, 'short')}決算額\n（千円）`),
        label('貢献度'),
        label('方向性'),
      ],
      ...projects.map((p, i) => {
        const of = t.line(p.title, '千円');
        return [
          label(t.field('No.', String(i + 1), [p.title]), { fill: false }),
          value(p.title),
          value(t.field('担当課', p.division, [p.title])),
          number(t.amount(of, year - 1, 'settlement', comma(random.int(300, 90000)))),
          number(t.amount(of, year, 'settlement', comma(random.int(300, 90000)))),
          label(t.rating(p.title, random.pick(['高', '中', '低']), ['貢献度']), { fill: false }),
          label(t.rating(p.title, random.pick(['継続', '拡充', '見直し']), ['方向性']), {
            fill: false,
          }),
        ];
      }),
    ],
  );
  return {
    kind: '施策評価',
    pages: [
      {
        landscape: true,
        blocks: [
          line(`${city}　施策評価シート（${yearName(year, 'long')}実績）`, { size: 13 }),
          head,
          gap(5),
          line(t.leftover('１　成果指標の推移')),
          indicators,
          gap(5),
          line(t.leftover('２　施策の評価')),
          judged,
          gap(5),
          line(t.leftover('３　構成する事務事業一覧')),
          list,
        ],
      },
    ],
    truth: t.record(1),
  };
}
