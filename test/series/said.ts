import type { ListedIndicator } from '../../lambdas/domain/summary.ts';
import type { Achievement, IndicatorValue } from '../../parsers/records/indicator.ts';

/** What a made-up sheet says of one indicator. */
export interface Said {
  readonly year: number;
  readonly publisher?: string;
  readonly program?: string;
  readonly number?: string;
  readonly level?: ListedIndicator['level'];
  readonly initiative?: string | null;
  readonly id?: string;
  readonly name?: string;
  readonly unit?: string | null;
  /** `2013 target 1,234件`, `2012–2015 target 4年間で40社→`, `2013 achievement 0.97` */
  readonly figures?: readonly string[];
}

export function said(says: Said): ListedIndicator {
  const { year, publisher = 'shiomi', program = 'kinkyu', number = '2', initiative = null } = says;
  const { id = 'i1', name = '避難場所（累計）', unit = 'か所', level = 'project' } = says;
  const cells = (says.figures ?? []).map((figure, n) => cellOf(figure, year, n));
  const achievements = cells.flatMap((cell) => ('ratio' in cell ? [cell] : []));
  return {
    id,
    level,
    initiative,
    name,
    description: null,
    targetRationale: null,
    unit,
    values: cells.flatMap((cell) => ('ratio' in cell ? [] : [cell])),
    achievement: achievements.find(({ fiscalYear }) => fiscalYear === year) ?? null,
    pastAchievements: achievements.filter(({ fiscalYear }) => fiscalYear !== year),
    sheet: {
      id: `${publisher}-${year}-${program}-${number}`,
      format: 'mie-project',
      publisher,
      fiscalYear: year,
      program,
      programName: program,
      number,
      sha256: 'f'.repeat(64),
      updatedAt: '2016-04-01T00:00:00.000Z',
      gradeCorrected: null,
      title: `${program} ${number}`,
      subtitle: null,
      department: '防災部',
      grade: 'B',
      revision: `r${year}`,
    },
  };
}

function cellOf(figure: string, year: number, n: number): IndicatorValue | Achievement {
  const { from, through, type, text } =
    /^(?<from>\d+)(–(?<through>\d+))? (?<type>\w+) (?<text>.+)$/u.exec(figure)?.groups ?? {};
  if (!from || !type || !text) throw new Error(`not a figure: ${figure}`);
  const status = statusOf(text);
  const number =
    status === 'reported' ? Number(/[\d,.]+/u.exec(text)?.[0].replaceAll(',', '')) : null;
  const at = { page: year - 2000, box: [n, 0, n + 1, 1] as [number, number, number, number] };
  const common = { fiscalYear: Number(from), text, status, at };
  if (type === 'achievement') {
    return { ...common, ratio: number, check: 'verified', arithmetic: '' };
  }
  if (type !== 'baseline' && type !== 'target' && type !== 'actual') throw new Error(figure);
  const span = through === undefined ? {} : { throughFiscalYear: Number(through) };
  return { ...common, type, value: number, ...span };
}

function statusOf(text: string): IndicatorValue['status'] {
  if (/^(調査中|集計中|未確定)$/u.test(text)) return 'pending';
  if (/^[—－]$/u.test(text)) return 'not-applicable';
  if (text.endsWith('→')) return 'narrative';
  return text === '?' ? 'unread' : 'reported';
}
