import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Cell, type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** A ward's 事務事業評価表: years as rows of kinds (予定, 実績) under two-line heads, side labels down the page. */
export function ward(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2013, 2018);
  const city = random.pick(CITIES);
  const code = String(random.int(200000, 299999));
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '事務事業評価表',
    number: code,
    title: theme.title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const head = grid(
    [2, 4, 9, 3, 6],
    [
      [
        label('事務事業', { h: 2 }),
        label('コード'),
        value(code),
        label('所属'),
        value(`${theme.bureau}　${theme.division}`),
      ],
      [
        label('名称'),
        value(theme.title),
        label('事業区分'),
        value(t.field('事業区分', '経常事業', ['事務事業'])),
      ],
      [label('対象', { w: 2 }), value(t.field('対象', theme.target), { w: 3 })],
      [label('意図', { w: 2 }), value(t.field('意図', theme.purpose), { w: 3 })],
      [label('手段', { w: 2 }), value(t.field('手段', theme.means), { w: 3 })],
    ],
  );
  const years = [year - 1, year, year + 1];
  const kinds = (y: number) => (y > year ? ['予定'] : ['予定', '実績']);
  const columns = years.flatMap((y) => kinds(y).map((kind) => ({ y, kind })));
  const rows = (all: (typeof theme)['activities'], level: 'activity' | 'outcome'): Cell[][] =>
    all.map((counted, k) => {
      const of = t.indicator(level, counted[0], counted[1]);
      const c = course(random, counted, 3);
      const side =
        k === 0 ? [label(level === 'activity' ? '活動' : '成果', { h: all.length })] : [];
      return [
        ...side,
        value(`${'①②③'.charAt(k)}${counted[0]}（${counted[1]}）`),
        ...columns.map(({ y, kind }) => {
          const i = years.indexOf(y);
          return number(
            t.value(
              of,
              y,
              kind === '予定' ? 'target' : 'actual',
              (kind === '予定' ? c.targets : c.actuals)[i] as string,
            ),
          );
        }),
      ];
    });
  const spans = years.map((y) => label(yearName(y, 'long'), { w: kinds(y).length }));
  const indicators = grid(
    [2, 8, 3, 3, 3, 3, 3],
    [
      [label('指標', { w: 2, h: 2 }), ...spans],
      columns.map(({ kind }) => label(kind)),
      ...rows(theme.outcomes, 'outcome'),
      ...rows(theme.activities, 'activity'),
    ],
  );
  const lines: [string, string | null][] = [
    ['直接事業費', '千円'],
    ['人件費', '千円'],
    ['トータルコスト', '千円'],
    ['職員数', '人'],
  ];
  const money = grid(
    [10, 3, 3, 3, 3, 3],
    [
      [label('投入コスト', { h: 2 }), ...spans],
      columns.map(({ kind }) => label(kind)),
      ...lines.map(([lineName, unit]) => {
        const of = t.line(lineName, unit);
        return [
          label(`${lineName}（${unit}）`, { align: 'left' }),
          ...columns.map(({ y, kind }) =>
            number(
              t.amount(
                of,
                y,
                kind === '予定' ? 'budget' : 'settlement',
                unit === '人' ? comma(random.next() * 4, 2) : comma(random.int(100, 30000)),
              ),
            ),
          ),
        ];
      }),
    ],
  );
  const [a, b] = [random.pick(['Ａ', 'Ｂ', 'Ｃ']), random.pick(['大', '中', '小'])];
  const verdict = random.pick(['継続', '改善', '再構築']);
  const judged = grid(
    [3, 4, 3, 4, 3, 7],
    [
      [
        label('事業の必要性'),
        value(t.rating('事業の必要性', a), { align: 'center' }),
        label('成果向上の余地'),
        value(t.rating('成果向上の余地', b), { align: 'center' }),
        label('総合評価'),
        value(t.rating('総合評価', verdict), { align: 'center' }),
      ],
      [label('目標達成状況'), value(t.field('目標達成状況', random.pick(RESULTS)), { w: 5 })],
      [label('現状と課題'), value(t.field('現状と課題', random.pick(PROBLEMS)), { w: 5 })],
      [label('改革の方向'), value(t.field('改革の方向', random.pick(PLANS)), { w: 5 })],
    ],
  );
  return {
    kind: '予定と実績の二段見出し',
    pages: [
      {
        landscape: false,
        blocks: [
          line(`事務事業評価表（${yearName(year, 'long')}事業）`, { size: 14, right: city }),
          gap(3),
          head,
          gap(5),
          indicators,
          gap(5),
          money,
          gap(5),
          judged,
        ],
      },
    ],
    truth: t.record(1),
  };
}
