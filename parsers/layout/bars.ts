import type { Glyph } from '../pdf/page.ts';
import type { RuleStretch, Ruling } from './rules.ts';
import { TOLERANCES } from './tolerances.ts';

/** Bars this high and no higher may stand between the cells of one row. */
const MIN_HEIGHT = 8;
/** White between a border that is not drawn and the text beside it. */
const PADDING = 2;

/**
 * A row of cells of which only the bars between them are drawn: at least two upright lines of one height that no line
 * touches. Its outer borders stand beside the text.
 * @param rulings those of `connected`
 */
export function rowsOfBars(rulings: readonly Ruling[], glyphs: readonly Glyph[]): Ruling[] {
  const bars = rulings.flatMap(({ horizontal, vertical }) =>
    horizontal.length === 0 ? vertical : [],
  );
  const rows: RuleStretch[][] = [];
  for (const bar of bars) {
    if (bar.to - bar.from < MIN_HEIGHT) continue;
    const row = rows.find(([first]) => first && isLevel(first, bar));
    if (row) row.push(bar);
    else rows.push([bar]);
  }
  return rows.flatMap((row) => {
    const [first] = row;
    if (!first || row.length < 2) return [];
    const ink = glyphs.filter((g) => {
      const middle = (g.y0 + g.y1) / 2;
      return g.text.trim() !== '' && middle > first.from && middle < first.to;
    });
    const left = Math.min(...row.map(({ at }) => at), ...ink.map((g) => g.x0 - PADDING));
    const right = Math.max(...row.map(({ at }) => at), ...ink.map((g) => g.x1 + PADDING));
    const level = (at: number): RuleStretch => ({ at, from: left, to: right });
    const side = (at: number): RuleStretch => ({ at, from: first.from, to: first.to });
    return [
      {
        horizontal: [level(first.from), level(first.to)],
        vertical: [...row, side(left), side(right)],
      },
    ];
  });
}

const isLevel = (a: RuleStretch, b: RuleStretch) =>
  Math.abs(a.from - b.from) <= TOLERANCES.touch && Math.abs(a.to - b.to) <= TOLERANCES.touch;
