import type { Fact, Figure, Indicator, Item, Level, Phase } from './content.ts';
import { achieved } from './figures.ts';

/** Short ways to write a sheet's content down. */

type Text =
  | string
  | {
      readonly text: string;
      readonly facts?: readonly Fact[];
      readonly nested?: readonly string[];
    };

const parts = (text: Text) => ({
  text: typeof text === 'string' ? text : text.text,
  facts: typeof text === 'string' ? [] : (text.facts ?? []),
  nested: typeof text === 'string' ? [] : (text.nested ?? []),
});

/** ①, ②, … ㉑, … */
export const circled = (ordinal: number) =>
  String.fromCodePoint(ordinal <= 20 ? 0x245f + ordinal : 0x323c + ordinal);

export const numbered = (phase: Phase, ...texts: Text[]): Item[] =>
  texts.map((text, index) => ({ phase, marker: circled(index + 1), ...parts(text) }));

export const bulleted = (phase: Phase, ...texts: Text[]): Item[] =>
  texts.map((text) => ({ phase, marker: '・', ...parts(text) }));

export const unmarked = (phase: Phase, ...texts: Text[]): Item[] =>
  texts.map((text) => ({ phase, marker: null, ...parts(text) }));

export const fact = (label: string, value: number, unit: string): Fact => ({
  text: `${label}${value.toLocaleString('en-US')}${unit}`,
  label,
  value,
  unit,
});

type Row = {
  readonly level: Level;
  readonly initiative?: string;
  readonly name: string;
  readonly unit: string | null;
  readonly description?: string;
  readonly targetRationale?: string;
  readonly baseline: Figure | null;
  readonly targets: Readonly<Record<number, Figure>>;
  readonly actuals: Readonly<Record<number, Figure>>;
  readonly lowerIsBetter?: boolean;
  /** What the sheet prints instead of the ratio of the evaluated year. */
  readonly achievement?: Figure | null;
};

/** An indicator of a sheet that evaluates `fiscalYear`; its achievement is reckoned unless it is given. */
export function indicator(fiscalYear: number, row: Row): Indicator {
  const target = row.targets[fiscalYear];
  const actual = row.actuals[fiscalYear];
  const reckoned = target && actual ? achieved(target, actual, row.lowerIsBetter) : null;
  return {
    level: row.level,
    initiative: row.initiative ?? null,
    name: row.name,
    unit: row.unit,
    description: row.description ?? null,
    targetRationale: row.targetRationale ?? null,
    baseline: row.baseline,
    targets: row.targets,
    actuals: row.actuals,
    achievement: row.achievement === undefined ? reckoned : row.achievement,
  };
}
