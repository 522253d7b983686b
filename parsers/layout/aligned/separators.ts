import { WHITE } from '../../pdf/colour.ts';
import type { Page } from '../../pdf/page.ts';
import type { Box } from '../../records/place.ts';
import { gridLines, type RuleStretch } from '../rules.ts';

/** A rule, or edges of backgrounds at one height, over this share of a table's width part its rows. */
const ACROSS = 0.6;
/** No background of a row is higher (points). */
const MAX_ROW = 90;

/** Heights at which rules or edges of backgrounds run across a box. */
export function separatorsIn(
  { fills }: Pick<Page, 'fills'>,
  rules: readonly RuleStretch[],
  [left, top, right, bottom]: Box,
): number[] {
  const width = right - left;
  const edges = fills
    .filter(({ colour, y0, y1 }) => colour !== WHITE && y1 - y0 < MAX_ROW)
    .flatMap(({ x0, x1, y0, y1 }): RuleStretch[] =>
      [y0, y1].map((at) => ({ at, from: x0, to: x1 })),
    );
  const inside = [...rules, ...edges].filter(({ at }) => at > top && at < bottom);
  const levels = gridLines(inside.map(({ at }) => at));
  return levels.filter((level) => {
    const here = inside
      .filter(({ at }) => Math.abs(at - level) <= 2)
      .sort((a, b) => a.from - b.from);
    let [covered, reached] = [0, left];
    for (const { from, to } of here) {
      const [start, end] = [Math.max(from, reached), Math.min(to, right)];
      if (end > start) {
        covered += end - start;
        reached = end;
      }
    }
    return covered >= ACROSS * width;
  });
}
