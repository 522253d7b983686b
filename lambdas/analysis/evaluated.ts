import type { Indicator } from '../../parsers/records/indicator.ts';
import { directionOf, figureOf, isMet } from './direction.ts';

/** Which way is better, and whether the evaluated year's actual reached its target in that way. */
export function evaluatedOf(indicator: Indicator, fiscalYear: number) {
  const direction = directionOf(indicator);
  const target = figureOf(indicator.values, fiscalYear, 'target');
  const actual = figureOf(indicator.values, fiscalYear, 'actual');
  return { direction, met: isMet(target, actual, direction) };
}
