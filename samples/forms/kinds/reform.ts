import type { Random } from '../../generator/random.ts';
import { comma, course, yearName } from '../figures.ts';
import { type Form, gap, grid, label, line, number, value } from '../form.ts';
import { CITIES } from '../invented-publishers.ts';
import { PLANS, PROBLEMS, RESULTS } from '../sentences.ts';
import { THEMES } from '../themes.ts';
import { Truth } from '../truth.ts';

/** 行政改革実施計画の進行管理: plans in words for every year, an indicator and an effect in money. */
export function reform(random: Random): Form {
  const theme = random.pick(THEMES);
  const year = random.int(2014, 2017);
  const city = random.pick(CITIES);
  const code = String(random.int(1, 60));
  const title = `${theme.title.replace(/事業$/, '')}の見直し`;
  const t = new Truth({
    publisherName: city,
    fiscalYear: year,
    programName: '行政改革実施計画進行管理シート',
    number: code,
    title,
    department: `${theme.bureau} ${theme.division}`,
  });
  const years = [year - 1, year, year + 1];
  const name = (y: number) => yearName(y, 'bare');
  const head = grid(
    [3, 3, 3, 9, 3, 5],
    [
      [
        label('取組番号'),
        value(code, { align: 'center' }),
        label('取組項目'),
        value(title),
        label('所管課'),
        value(`${theme.bureau}\n${theme.division}`),
      ],
      [
        label('基本方針'),
        value(t.field('基本方針', '効率的な行財政運営'), { w: 3 }),
        label('取組期間'),
        value(t.field('取組期間', `${yearName(year - 1, 'long')}～${yearName(year + 1, 'long')}`)),
      ],
      [label('現状と課題'), value(t.field('現状と課題', random.pick(PROBLEMS)), { w: 5 })],
      [label('取組内容'), value(t.field('取組内容', theme.means), { w: 5 })],
    ],
  );
  const words = ['検討', '試行', '実施'];
  const counted = random.pick(theme.outcomes);
  const of = t.indicator(null, counted[0], counted[1]);
  const c = course(random, counted, 3);
  const plan = t.line('効果額', '千円');
  const goals = grid(
    [3, 6, 3, 4, 4, 4],
    [
      [label('区分', { w: 3 }), ...years.map((y) => label(`${name(y)}`))],
      [
        label('数値目標', { h: 2 }),
        value(`${counted[0]}（${counted[1]}）`, { h: 2 }),
        label('計画'),
        ...years.map((y, i) => number(t.value(of, y, 'target', c.targets[i] as string))),
      ],
      [
        label('実績'),
        ...years.map((y, i) =>
          number(i < 2 ? t.value(of, y, 'actual', c.actuals[i] as string) : ''),
        ),
      ],
      [
        label('効果額（千円）', { h: 2, w: 2 }),
        label('計画'),
        ...years.map((y) => number(t.amount(plan, y, 'budget', comma(random.int(10, 4000))))),
      ],
      [
        label('実績'),
        ...years.map((y, i) =>
          number(i < 2 ? t.amount(plan, y, 'settlement', comma(random.int(10, 4000))) : ''),
        ),
      ],
    ],
  );
  const schedule = grid(
    [3, 7, 7, 7],
    [
      [label('年度'), ...years.map((y) => label(name(y)))],
      [
        label('計画'),
        ...years.map((y, i) =>
          value(t.field('計画', `${words[i]}の体制を整え、手順を定める。`, [name(y)])),
        ),
      ],
      [
        label('取組状況'),
        ...years.map((y, i) =>
          value(
            i < 2
              ? t.field('取組状況', RESULTS[(i + year) % RESULTS.length] as string, [name(y)])
              : '',
          ),
        ),
      ],
    ],
  );
  const verdict = random.pick(['Ａ', 'Ｂ', 'Ｃ', 'Ｓ']);
  const judged = grid(
    [4, 3, 4, 12],
    [
      [
        label('進捗状況の評価'),
        value(t.rating('進捗状況の評価', verdict), { align: 'center' }),
        label('評価の理由'),
        value(t.field('評価の理由', random.pick(RESULTS))),
      ],
      [label('次年度以降の方針'), value(t.field('次年度以降の方針', random.pick(PLANS)), { w: 3 })],
    ],
  );
  return {
    kind: '行革の進行管理',
    pages: [
      {
        landscape: true,
        blocks: [
          line(`第３次${city}行政改革実施計画　進行管理シート（${yearName(year, 'long')}実績）`, {
            size: 12,
          }),
          head,
          gap(5),
          line(t.leftover('【目標と効果】')),
          goals,
          gap(5),
          line(t.leftover('【年度別の取組】')),
          schedule,
          gap(5),
          judged,
          line(t.leftover('※評価　Ｓ：計画以上　Ａ：計画どおり　Ｂ：やや遅れ　Ｃ：未着手'), {
            size: 7,
          }),
        ],
      },
    ],
    truth: t.record(1),
  };
}
