import { FISCAL_YEAR } from '../japanese/eras.ts';
import type { Format } from './format.ts';

const KINDS = { target: /^目標$/, actual: /^実績$/, achievement: /^達成率$/ };

const ROWS = { name: /^指標名$/, unit: /^単位$/, kinds: KINDS };

/** 事務事業評価シート of an invented city, one page each: a table with labelled rows for each kind of indicator. */
export const shioiriJimu: Format = {
  format: 'shioiri-jimu',
  publisher: 'shioiri',
  programs: [{ slug: 'jimu', name: '事務事業' }],
  header: {
    opening: new RegExp(`^事務事業評価シート\\(${FISCAL_YEAR}\\)$`),
    closing: /【担当課:(?<department>.+)】$/,
    within: 6,
    lines: [
      new RegExp(`^(?<program>事務事業)評価シート\\((?<year>${FISCAL_YEAR})\\)$`),
      /^事業番号(?<number>\d+)$/,
      /^事業名(?<title>.+)$/,
    ],
  },
  sections: [
    { kind: 'goals', heading: /^事業の目的$/ },
    { kind: 'tables', heading: /^評価$/ },
    { kind: 'tables', heading: /^指標$/ },
    { kind: 'tables', heading: /^事業費$/ },
    { kind: 'narrative', phase: 'overview', yearOffset: 0, heading: /^事業の概要$/ },
    { kind: 'narrative', phase: 'result', yearOffset: 0, heading: /^成果と課題$/ },
    { kind: 'narrative', phase: 'improvement', yearOffset: 1, heading: /^今後の方向$/ },
  ],
  progress: {
    grade: /^総合評価$/,
    reason: /^評価の理由$/,
    rating: /^(?<grade>[A-D])\((?<label>.+)\)$/,
  },
  indicators: [],
  kinds: { ...KINDS, baseline: /^基準値$/ },
  labelledTargets: [
    { level: 'activity', said: /^活動指標$/, ...ROWS },
    { level: 'outcome', said: /^成果指標$/, ...ROWS },
  ],
  achievement: { places: 3, cap: null },
  explanations: { levels: [], description: /^指標の説明$/, targetRationale: /^目標の根拠$/ },
  budget: {
    line: /^(?<name>事業費|人件費)$/,
    unit: /単位:(?<unit>[^)]+)/,
    people: /^従事職員数$/,
  },
  initiatives: { heading: null, stub: /^(?<number>\d+)(?<title>.+)$/ },
};
