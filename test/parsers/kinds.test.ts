import { expect, it } from 'vitest';
import { comparable } from '../../parsers/japanese/characters.ts';
import { kindsIn } from '../../parsers/japanese/kinds.ts';

const kinds = (label: string) =>
  kindsIn(comparable(label)).map(({ kind }) =>
    [kind.value ?? kind.rate ?? kind.money, kind.qualifier].filter(Boolean).join(' '),
  );

it.each([
  ['現状値 基準値 策定時 当初値', ['baseline', 'baseline', 'baseline', 'baseline']],
  ['目標値 計画値 目標 計画', ['target', 'target', 'target', 'target']],
  ['実績値 実績', ['actual', 'actual']],
  ['目標値実績値', ['target', 'actual']],
  ['目標値／実績値', ['target', 'actual']],
  ['目標数値結果', ['target', 'actual']],
  ['結果', ['actual']],
  ['目標値実績見込', ['target', 'actual 見込']],
  ['実績見込値', ['actual 見込']],
  ['実績（見込み）', ['actual 見込']],
  ['実績（速報）', ['actual 速報']],
  ['見込値', ['forecast']],
  ['当初見込', ['forecast']],
  ['達成率', ['achievement']],
  ['達成度', ['achievement']],
  ['目標達成状況', ['achievement']],
  ['進捗率', ['progress']],
  ['対前年', ['change']],
  ['増減', ['change']],
  ['差', ['change']],
  ['目標との差 実績と目標の差', ['change', 'change']],
  ['計画時 現況', ['baseline', 'baseline']],
  ['見通し', ['forecast']],
  ['直近値', ['actual']],
  ['予算額', ['budget']],
])('%s', (label, expected) => {
  expect(kinds(label)).toEqual(expected);
});

it.each([
  '評価結果',
  '取組の結果',
  '目標項目',
  '指標名',
  '年次計画のうち主なもの',
  '実施計画',
  '計画期間',
  '備考',
  '担当課',
  '順位',
])('%s names none', (label) => {
  expect(kinds(label)).toEqual([]);
});
