import type { Figure, Phase, Sheet } from '../generator/content.ts';
import { figure, none, pending } from '../generator/figures.ts';
import type { Random } from '../generator/random.ts';

/** Things that are counted in units of their own, made up for the corpus. */
export const OPEN_UNITS: readonly (readonly [name: string, unit: string])[] = [
  ['避難所の折り畳み椅子', '脚'],
  ['港に寄る定期船', '隻'],
  ['放鳥したこうのとり', '羽'],
  ['牧場で育つ乳牛', '頭'],
  ['手話で歌う校歌', '曲'],
  ['県産材で建てた公共の建物', '棟'],
  ['公園の芝生の広さ', '㎡'],
  ['工場から出る二酸化炭素', 't-CO2'],
  ['大気のダイオキシン類', 'pg-TEQ/m3'],
  ['見守りの相談', '件/100世帯'],
  ['応援に入った職員', '人日'],
  ['救急車の到着までの時間', '分'],
  ['直売所に並ぶ品', '品目'],
  ['路線バスの便', '便/日'],
  ['空き家を活かした宿', '軒'],
];

/** A cell that holds anything but a plain figure, and what it says. */
export function oddCell(random: Random, unit: string): Figure {
  const [n, more] = [random.int(2, 60), random.int(3, 30)];
  const month = random.int(4, 12);
  const words = (text: string): Figure => ({ text, value: null, status: 'narrative' });
  const reported = (text: string, value: number): Figure => ({ text, value, status: 'reported' });
  return random.pick([
    () => pending(`${month}月頃判明`),
    () => pending(`${month}月末公表予定`),
    () => pending(`平成${random.int(25, 30)}年${month}月公表予定`),
    () => pending(random.pick(['秋頃公表予定', '検討中', '取りまとめ中', '精査中'])),
    () => none(random.pick(['データなし', '算出不可', '隔年調査', '未実施', '該当なし', '…'])),
    () => words(random.pick(['○', '達成', '実施', `${month}月`, `${random.int(25, 30)}年度策定`])),
    () => reported(`マイナス${n}${unit}`, -n),
    () => reported(`＋${n}${unit}`, n),
    () => reported(`${n}${unit}減`, -n),
    () => reported(`${n}${unit}増`, n),
    () => reported(`①${n}${unit}`, n),
    () => reported(`${n}${unit}※1`, n),
    () => ({ text: `${n}～${n + more}${unit}`, value: null, status: 'unread', told: 'unread' }),
    () => ({ ...reported(`${n}→${n + more}`, n + more), told: 'two-values' }),
    () => ({
      ...figure(n, unit),
      struck: { text: figure(n + more, unit).text },
      told: 'struck-text',
    }),
  ] as readonly (() => Figure)[])();
}

/** What some sheets say instead of the usual heading, by phase. */
const REWORDED: Readonly<Record<Phase, readonly string[]>> = {
  overview: ['取組の概要', '主な取組概要', '取組概要（案）'],
  result: ['成果と課題', '成果と残された課題（案）', '主な成果と残された課題'],
  improvement: [
    '改善のポイントと今後の取組方向',
    '改善のポイントと取組方向（案）',
    '改善の方向と取組方向',
  ],
};

/** Other words in one phase's heading, now and then. */
export function headings(random: Random): NonNullable<Sheet['headings']> {
  if (!random.chance(0.15)) return {};
  const phase = random.pick(['overview', 'result', 'improvement'] as const);
  return { [phase]: { text: random.pick(REWORDED[phase]) } };
}
