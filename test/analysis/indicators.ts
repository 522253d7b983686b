import type { Achievement, Indicator, IndicatorValue } from '../../parsers/records/indicator.ts';

const at = { page: 1, box: [1, 2, 3, 4] as [number, number, number, number] };

export const value = (
  fiscalYear: number,
  type: IndicatorValue['type'],
  figure: number | null,
  more: Partial<IndicatorValue> = {},
): IndicatorValue => ({
  ...{ fiscalYear, type, text: String(figure ?? '調査中'), value: figure, at },
  status: figure === null ? 'pending' : 'reported',
  ...more,
});

export const achieved = (fiscalYear: number, ratio: number): Achievement => ({
  ...{ fiscalYear, text: String(ratio), ratio, status: 'reported', check: 'verified', at },
  arithmetic: '',
});

export const indicator = (
  name: string,
  values: IndicatorValue[],
  more: Partial<Indicator> = {},
): Indicator => ({
  ...{ id: name, level: 'activity', initiative: '1', name, unit: '件', values },
  ...{ description: null, targetRationale: null, achievement: null },
  ...more,
});
