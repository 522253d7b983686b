import { comma, course } from '../figures.ts';
import type { Counted } from '../themes.ts';
import type { Indicator } from '../truth.ts';
import type { Sheet } from './sheet.ts';

/** Where a table prints the units of its indicators. */
export type UnitAt = 'column' | 'name' | 'cell';

/** An indicator whose figures are noted in the truth as they are printed. */
export type Measured = {
  /** As the cell of names says it. */
  readonly printed: string;
  readonly name: string;
  readonly unit: string;
  readonly target: (year: number, inferred?: boolean) => string;
  readonly actual: (year: number, inferred?: boolean) => string;
  readonly rate: (year: number) => string;
  readonly baseline: (year: number) => string;
  readonly final: (year: number) => string;
};

const FIRST = -2;

/** @param level what the sheet says of it; null where it says nothing */
export function measured(
  sheet: Sheet,
  counted: Counted,
  level: Indicator['level'],
  at: UnitAt,
  path: string[] = [],
): Measured {
  const { random, truth, year, years } = sheet;
  const [name, unit] = counted;
  const of = truth.indicator(level, name, unit, path);
  const c = course(random, counted, 7);
  const cell = (text: string) => (at === 'cell' ? `${text}${unit}` : text);
  const percent = random.pick(['%', '％', '']);
  const odd = random.chance(0.12) ? random.pick(['－', '―', '集計中', '未実施']) : null;
  const index = (y: number) => y - year - FIRST;
  const relative = !years.printed;
  return {
    printed: at === 'name' ? `${name}（${unit}）` : name,
    name,
    unit,
    target: (y, inferred = relative) =>
      truth.value(of, y, 'target', cell(c.targets[index(y)] as string), inferred),
    actual: (y, inferred = relative) => {
      const text = odd !== null && y === year - 1 ? odd : cell(c.actuals[index(y)] as string);
      return truth.value(of, y, 'actual', text, inferred);
    },
    rate: (y) => {
      if (odd !== null && y === year - 1) return truth.achievement(of, y, '－');
      return truth.achievement(of, y, `${c.rates[index(y)]}${percent}`);
    },
    baseline: (y) => truth.value(of, y, 'baseline', cell(c.baseline)),
    final: (y) =>
      truth.value(
        of,
        y,
        'target',
        cell(comma(Number(c.targets[6]?.replaceAll(',', '')) * 1.1, counted[3] ?? 0)),
      ),
  };
}
