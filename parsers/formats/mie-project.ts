import { FISCAL_YEAR } from '../japanese/eras.ts';
import type { Format } from './format.ts';

const YEAR = `(?<year>${FISCAL_YEAR})`;

/** 事業マネジメントシート（選択・集中プログラム） of Mie prefecture. */
export const mieProject: Format = {
  format: 'mie-project',
  publisher: 'mie',
  programs: [
    { slug: 'kinkyu', name: '緊急課題解決' },
    { slug: 'kyoso', name: '新しい豊かさ協創' },
    { slug: 'nanbu', name: '南部地域活性化プログラム' },
  ],
  header: {
    opening: new RegExp(`^${YEAR}事業マネジメントシート\\(選択・集中プログラム\\)$`),
    closing: /【主担当部局:(?<department>.+)】$/,
    within: 12,
    lines: [
      new RegExp(`^${YEAR}事業マネジメントシート`),
      /^(?<program>緊急課題解決|新しい豊かさ協創|南部地域活性化プログラム)(?<number>\d+)?(?<title>.*)$/,
      /^[~-](?<subtitle>.+?)[~-]?$/,
    ],
  },
  sections: [
    { kind: 'goals', heading: /^(?:プロジェクト|プログラム)の目標$/ },
    {
      kind: 'tables',
      heading:
        /^評価結果を(?:踏|ふ)まえた(?:プロジェクト|プログラム)の進展度(?:と|及び|および)判断理由$/,
    },
    { kind: 'tables', heading: /^(?:プロジェクト|プログラム)の数値目標$/ },
    {
      kind: 'tables',
      heading: new RegExp(`^目標項目の説明(?:と|及び|および)${YEAR}目標値の考え方$`),
    },
    { kind: 'tables', heading: /^実践取組の目標$/ },
    {
      kind: 'narrative',
      phase: 'overview',
      yearOffset: 0,
      heading: new RegExp(`^${YEAR}の取組概要$`),
    },
    {
      kind: 'narrative',
      phase: 'result',
      yearOffset: 0,
      heading: new RegExp(`^${YEAR}の成果と残された課題(?:\\(評価結果\\))?$`),
    },
    {
      kind: 'narrative',
      phase: 'improvement',
      yearOffset: 1,
      heading: new RegExp(`^${YEAR}の改善のポイントと取組方向$`),
    },
  ],
  progress: {
    grade: /^進展度/,
    reason: /^判断理由$/,
    rating: /^(?<grade>[A-D])(?:\((?<label>.+)\)|(?<bare>.+))?$/,
  },
  indicators: [
    { level: 'initiative', initiative: /^実践取組$/, name: /^年次計画のうち主なもの$/ },
    { level: 'project', name: /^目標項目$/ },
  ],
  kinds: { baseline: /現状値/, target: /目標値/, actual: /実績値/, achievement: /目標達成状況/ },
  labelledTargets: [],
  achievement: { places: 2, cap: 1 },
  explanations: {
    levels: ['project'],
    description: /^目標項目の説明$/,
    targetRationale: /目標値の考え方$/,
  },
  budget: {
    line: /^\(?(?<name>予算額等?|概算人件費|配置人員)\)?$/,
    unit: /単位:(?<unit>[^)]+)/,
    people: /配置人員/,
  },
  initiatives: {
    heading: /^【実践取組(?<number>\d+)(?<title>.+)】$/,
    stub: /^(?:実践取組)?(?<number>\d+)(?<title>.+)$/,
  },
};
