import type { Line } from '../layout/lines.ts';
import { REPLACEMENT } from '../pdf/page.ts';
import type { Warning } from '../records/warning.ts';
import type { Block } from './block.ts';
import { firstPlace, type Placer } from './places.ts';

/** Lines that nobody could read for certain: characters without a meaning, or printed over one another. */
export function illegible(blocks: readonly Block[], place: Placer): Warning[] {
  return blocks
    .flatMap((b) => (b.kind === 'line' ? [b.line] : b.table.cells.flatMap((cell) => cell.lines)))
    .flatMap((line): Warning[] => {
      const at = () => firstPlace(place, line);
      const text = line.text.slice(0, 40);
      if (line.text.includes(REPLACEMENT)) {
        const message = `The font does not say what all of «${text}» is.`;
        return [{ code: 'unmapped-glyphs', message, at: at() }];
      }
      if (overprinted(line)) {
        const message = `Characters stand on top of one another: «${text}».`;
        return [{ code: 'overlapping-text', message, at: at() }];
      }
      return [];
    });
}

/** Neighbours that share more than this part of the narrower one's width, and of its height, overlap. */
const SHARED = 0.5;
/** Half of a full-width mark is empty: browsers set the next one there. */
const SHARED_BY_MARKS = 0.75;
const MARK = /^[、。，．・：；「」『』（）【】〔〕［］｛｝〈〉《》]$/;

function overprinted({ sources }: Line): boolean {
  return sources.some((glyph, i) => {
    const before = sources[i - 1];
    if (!glyph || !before || glyph === before) return false;
    const narrower = Math.min(glyph.x1 - glyph.x0, before.x1 - before.x0);
    const height = Math.min(glyph.y1, before.y1) - Math.max(glyph.y0, before.y0);
    if (height <= SHARED * (glyph.y1 - glyph.y0)) return false;
    const marks = MARK.test(before.text) || MARK.test(glyph.text);
    return before.x1 - glyph.x0 > (marks ? SHARED_BY_MARKS : SHARED) * narrower;
  });
}
