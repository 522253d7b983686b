import type { Random } from '../../generator/random.ts';
import { course, yearName } from '../figures.ts';
import { type Cell, type Form, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** KPI of a strategy, a row each under bands that name what they stand under; on several pages. */
export function kpiList(random: Random): Form {
  const year = random.int(2016, 2018);
  const city = random.pick(CITIES);
  const programName =
    'まち・ひと・しごと創生総合戦略 重要業績評価指標（KPI）進捗状況一覧表'.replace('（KPI）', '');
  const goal = `基本目標${random.int(1, 4)}　${random.pick(['安心して働けるしごとをつくる', '新しいひとの流れをつくる', '若い世代の希望をかなえる'])}`;
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName,
    number: null,
    title: programName,
    department: null,
  });
  const short = (y: number) => yearName(y, 'short');
  const cols = [7, 2, 3, 3, 3, 3, 2.4, 2, 6, 5];
  const heads: Cell[] = [
    label('指標名（KPI）'),
    label('単位'),
    label(`基準値\n（${short(2014)}）`),
    label(`${short(year)}\n目標値`),
    label(`${short(year)}\n実績値`),
    label(`${short(2019)}\n目標値`),
    label('進捗率'),
    label('評価'),
    label('取組の成果・課題'),
    label('担当課'),
  ];
  const rowsOf = (measure: string): Cell[][] => {
    const rows: Cell[][] = [[value(measure, { w: 10, fill: true })]];
    for (const theme of random.some(THEMES, 3)) {
      const counted = random.pick([...theme.outcomes, ...theme.activities]);
      const of = t.indicator('outcome', counted[0], counted[1], [measure]);
      const c = course(random, counted, 4);
      const pending = random.chance(0.15);
      rows.push([
        value(counted[0]),
        label(counted[1], { fill: false }),
        number(t.value(of, 2014, 'baseline', random.chance(0.1) ? '－' : c.baseline)),
        number(t.value(of, year, 'target', c.targets[1] as string)),
        number(t.value(of, year, 'actual', pending ? '集計中' : (c.actuals[1] as string))),
        number(t.value(of, 2019, 'target', c.targets[3] as string)),
        number(
          t.achievement(
            of,
            year,
            pending ? '－' : `${random.int(-20, 130)}.${random.int(0, 9)}%`.replace('-', '△'),
            'progress',
          ),
        ),
        label(t.rating(counted[0], pending ? '－' : random.pick(['A', 'B', 'C']), ['評価']), {
          fill: false,
        }),
        value(t.field('取組の成果・課題', random.pick(RESULTS), [counted[0]])),
        value(t.field('担当課', theme.division, [counted[0]])),
      ]);
    }
    return rows;
  };
  const measures = [
    '施策１　働く場を増やす',
    '施策２　起業を応援する',
    '施策３　移り住む人を迎える',
    '施策４　関わる人を増やす',
  ];
  const title = `第１期${city}まち・ひと・しごと創生総合戦略　重要業績評価指標（KPI）進捗状況一覧表（${yearName(year, 'long')}）`;
  const page = (own: readonly string[], first: boolean) => ({
    landscape: true,
    blocks: [
      line(first ? title : '', { size: 12, ...(first ? {} : { left: '（続き）' }) }),
      line(first ? t.leftover(goal) : '', { size: 10 }),
      grid(cols, [heads, ...own.flatMap(rowsOf)]),
    ],
  });
  const pages = [page(measures.slice(0, 2), true), page(measures.slice(2), false)];
  return { kind: '総合戦略KPI一覧', pages, truth: t.record(2) };
}
