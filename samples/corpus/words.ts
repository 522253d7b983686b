import type { Fact, Phase } from '../generator/content.ts';
import type { Random } from '../generator/random.ts';
import { type DigitStyle, numeral } from '../generator/years.ts';
import { PARTNERS, PLACES, type Theme } from './vocabulary.ts';

export type Written = { readonly text: string; readonly facts: readonly Fact[] };

const EVENTS = [
  '講習会',
  '商談会',
  '意見交換会',
  '見学会',
  '出前講座',
  '相談会',
  '現地調査',
  '体験会',
];
const TOLD = [
  ['参加者数', '人'],
  ['相談件数', '件'],
  ['参加企業数', '社'],
  ['配布部数', '部'],
  ['支援件数', '件'],
] as const;

/** What was done: ends in a noun, with a count in parentheses now and then. */
function deed(random: Random, theme: Theme): Written {
  const thing = random.pick(theme.things);
  const partner = random.pick(PARTNERS);
  const lead = random.pick([
    `${partner}と連携し、${thing}を${random.pick(PLACES)}など県内${random.int(2, 29)}か所に整備`,
    `${random.pick(theme.deeds)}を進めるため、${thing}に関する${random.pick(EVENTS)}を${random.int(2, 14)}回開催`,
    `「${thing}の手引き」を作成し、${partner}を通じて全ての世帯に配布`,
    `${random.pick(PLACES)}において${thing}の試行を行い、結果を${partner}と検証（${random.int(4, 12)}月～翌年${random.int(1, 3)}月）`,
    `国の交付金を活用して${thing}を更新するとともに、${random.pick(theme.deeds)}・${random.pick(theme.deeds)}を担う人材を${random.int(3, 40)}名登録`,
  ]);
  if (!random.chance(0.35)) return { text: lead, facts: [] };
  const [label, unit] = random.pick(TOLD);
  const value = random.int(3, 4800);
  const text = `${label}${value.toLocaleString('en-US')}${unit}`;
  return { text: `${lead}（${text}）`, facts: [{ text, label, value, unit }] };
}

/** One sentence of a longer paragraph. */
function sentence(random: Random, theme: Theme, phase: Phase, nextYear: string): string {
  const thing = random.pick(theme.things);
  const trouble = random.pick(theme.troubles);
  const partner = random.pick(PARTNERS);
  if (phase === 'improvement') {
    return random.pick([
      `${thing}について、${partner}の意見を聴きながら見直し、${nextYear}中に${random.int(2, 60)}か所へ広げます。`,
      `${trouble}に対応するため、${random.pick(theme.deeds)}の経費を新たに支援します。`,
      `${random.pick(PLACES)}の取組を手本として、${partner}との協定の締結を働きかけていきます。`,
      `「${random.pick(theme.deeds)}推進会議」（仮称）を設け、${random.pick(['四半期', '半年', '毎月'])}ごとに進み具合を公表します。`,
      `さらに、ＳＮＳと広報紙を組み合わせて${thing}の情報を届けます。`,
    ]);
  }
  return random.pick([
    `${thing}の利用は前年度より${random.int(2, 38)}%増え、${partner}からも継続を望む声が寄せられました。`,
    `一方で、${trouble}が続いており、${random.pick(PLACES)}では取組が進んでいません。`,
    `${random.pick(EVENTS)}に参加した${random.int(12, 940)}人のうち約${random.int(2, 9)}割が「役に立った」と回答しました。`,
    `今後は、${partner}との役割を整理し、${random.pick(theme.deeds)}に重点を置く必要があります。`,
    `${thing}（平成${random.int(20, 24)}年に設置）の老朽化が進み、修繕の費用が年間${random.int(2, 95)}百万円に上っています。`,
    `また、${random.pick(theme.deeds)}・${random.pick(theme.deeds)}についても、${trouble}を踏まえた見直しが求められています。`,
    `${partner}が主体となった活動が${random.pick(PLACES)}で始まりました。`,
  ]);
}

/** The text of one item: a noun phrase for what was done, one to seven sentences for the rest. */
export function itemText(random: Random, theme: Theme, phase: Phase, nextYear: string): Written {
  if (phase === 'overview') return deed(random, theme);
  const count = random.chance(0.1) ? random.int(5, 8) : random.int(1, 4);
  const sentences = Array.from({ length: count }, () => sentence(random, theme, phase, nextYear));
  return { text: [...new Set(sentences)].join(''), facts: [] };
}

/** A few words below an item. */
export const bullet = (random: Random, theme: Theme, digits: DigitStyle): string =>
  `${random.pick(theme.things)}（${random.pick(PLACES)}、${numeral(String(random.int(2, 9)), digits)}回）`;
