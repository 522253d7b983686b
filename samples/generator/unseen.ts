import type { Drawing, Op } from './habits.ts';
import type { Run } from './page.ts';
import type { Random } from './random.ts';

/** How text stands on a page that nobody sees: white, drawn with no ink, in a layer that is off, under a white box. */
export const UNSEEN = ['white', 'inkless', 'layer', 'covered'] as const;
export type Unseen = (typeof UNSEEN)[number];

/** Its layer's name on every page. */
export const LAYER = 'Draft';

export const hasLayer = (drawings: readonly Drawing[]): boolean =>
  drawings.some(({ ops }) => ops.some((op) => op.kind === 'text' && op.unseen === 'layer'));

/** So many lines of a page have an earlier wording behind them. */
const SHARE = 0.15;

/** An earlier draft with other figures, behind some lines of a page; it stands there for nobody. */
export function unseenBehind(runs: readonly Run[], unseen: Unseen, random: Random): Op[] {
  return runs
    .filter(({ text }) => /[0-9]/.test(text) && random.chance(SHARE))
    .flatMap(({ text, x, y, size, face, offsets, width }): Op[] => {
      const earlier = text.replace(/[0-9]/g, (digit) => String((Number(digit) + 3) % 10));
      const draft: Op = {
        kind: 'text',
        text: earlier,
        x: x + 1,
        y: y - 1,
        size,
        face,
        offsets,
        unseen,
      };
      const cover = { x0: x - 1, y0: y - size - 1, x1: x + width + 3, y1: y + 0.3 * size };
      return unseen === 'covered' ? [draft, { kind: 'rect', ...cover, gray: 1 }] : [draft];
    });
}
