import type { Role } from '../../parsers/roles.ts';

/** How each role is shown: its colour and what it is called. */
export const LEGEND: Readonly<Record<Role, { colour: string; japanese: string; english: string }>> =
  {
    header: { colour: '#7b3fa0', japanese: 'どのシートか', english: 'which sheet' },
    label: { colour: '#8a8f98', japanese: '見出し', english: 'label' },
    year: { colour: '#00838f', japanese: '年度・区分', english: 'year or kind' },
    name: { colour: '#1a4fba', japanese: '指標・費目の名前', english: 'name' },
    target: { colour: '#e08a00', japanese: '目標', english: 'target' },
    actual: { colour: '#1e8e3e', japanese: '実績', english: 'actual' },
    baseline: { colour: '#8d6e63', japanese: '基準値', english: 'baseline' },
    forecast: { colour: '#c0a000', japanese: '見込み', english: 'forecast' },
    achievement: { colour: '#5ab031', japanese: '達成率', english: 'achievement' },
    money: { colour: '#b8860b', japanese: '金額', english: 'money' },
    rating: { colour: '#d81b60', japanese: '評価', english: 'rating' },
    value: { colour: '#4d9de0', japanese: '項目の値', english: 'value' },
    prose: { colour: '#90b4d8', japanese: '文章', english: 'prose' },
    furniture: { colour: '#bdbdbd', japanese: 'ページの飾り', english: 'page furniture' },
    unclaimed: { colour: '#e00000', japanese: 'だれも読まなかった', english: 'nobody claimed' },
  };
