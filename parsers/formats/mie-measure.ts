import { FISCAL_YEAR } from '../japanese/eras.ts';
import type { Format } from './format.ts';
import { mieProject } from './mie-project.ts';

const YEAR = `(?<year>${FISCAL_YEAR})`;

/** 施策 and 行政運営 sheets of Mie prefecture; they share the project sheet's rating, budget and narrative. */
export const mieMeasure: Format = {
  ...mieProject,
  format: 'mie-measure',
  programs: [
    { slug: 'shisaku', name: '施策' },
    { slug: 'gyosei', name: '行政運営' },
  ],
  header: {
    opening: /^(?<program>施策|行政運営)(?<number>\d+)(?<title>.+)$/,
    closing: /【主担当部局:(?<department>.+)】$/,
    within: 6,
    lines: [/^(?<program>施策|行政運営)(?<number>\d+)(?<title>.+)$/],
  },
  sections: [
    { kind: 'goals', heading: /^県民の皆さんと(?:めざ|目指)す姿$/ },
    { kind: 'goals', heading: new RegExp(`^${YEAR}末での到達目標$`) },
    {
      kind: 'tables',
      heading:
        /^評価結果を(?:踏|ふ)まえた(?:施策|行政運営の取組|行政運営|取組)の進展度(?:と|及び|および)判断理由$/,
    },
    { kind: 'tables', heading: /^県民指標$/ },
    {
      kind: 'tables',
      heading: new RegExp(`^目標項目の説明(?:と|及び|および)${YEAR}目標値の考え方$`),
    },
    { kind: 'tables', heading: /^活動指標$/ },
    ...mieProject.sections.filter((section) => section.kind === 'narrative'),
  ],
  indicators: [
    { level: 'activity', initiative: /^(?:基本事業|取組項目)$/, name: /^目標項目$/ },
    { level: 'outcome', name: /^目標項目$/ },
  ],
  explanations: { ...mieProject.explanations, levels: ['outcome'] },
  initiatives: {
    heading: null,
    stub: /^(?<number>\d+)(?<title>.+?)(?:\([^()]*(?:部|局|課|庁|会|センター|本部)\))?$/,
  },
};
