import type { GreyPicture } from '../pdf/raster.ts';
import type { InkLine } from './lines.ts';
import { blank, type PixelBox } from './picture.ts';

/** A picture of one line for an engine, and where a column of it stands on the page. */
export type Crop = {
  readonly picture: GreyPicture;
  /** Pixels of the crop to one of the page. */
  readonly scale: number;
  /** Parts of the page side by side in the crop, from left to right. */
  readonly parts: readonly { readonly at: number; readonly box: PixelBox }[];
};

/** White around the line (pixels). */
const MARGIN = 10;
/** Ink of the line is blurred over so many pixels beside it. */
const HALO = 2;

/** One line, or characters that stand one below the other laid side by side. */
export function cropOf(page: GreyPicture, { box, pieces, down }: InkLine, scale: number): Crop {
  const boxes = down ? charactersDown(pieces) : [box];
  const gap = down ? 3 : 0;
  const height = Math.max(...boxes.map(({ y0, y1 }) => y1 - y0)) + 2 * (MARGIN + HALO);
  const wide = boxes.reduce((sum, { x0, x1 }) => sum + x1 - x0 + 2 * HALO + gap, 0);
  const crop = blank(wide + 2 * MARGIN, height);
  const parts: { at: number; box: PixelBox }[] = [];
  let at = MARGIN;
  for (const part of boxes) {
    const top = (height - (part.y1 - part.y0)) >> 1;
    paste(page, part, crop, at + HALO, top);
    parts.push({ at: at + HALO, box: part });
    at += part.x1 - part.x0 + 2 * HALO + gap;
  }
  return { picture: scale === 1 ? crop : enlarged(crop, scale), scale, parts };
}

function charactersDown(pieces: InkLine['pieces']): PixelBox[] {
  const sorted = [...pieces].sort((a, b) => a.y0 - b.y0);
  const groups: { x0: number; y0: number; x1: number; y1: number }[] = [];
  for (const { x0, y0, x1, y1 } of sorted) {
    const last = groups.at(-1);
    if (last && y0 <= last.y1) {
      last.x0 = Math.min(last.x0, x0);
      last.x1 = Math.max(last.x1, x1);
      last.y1 = Math.max(last.y1, y1);
    } else groups.push({ x0, y0, x1, y1 });
  }
  return groups;
}

function paste(
  page: GreyPicture,
  { x0, y0, x1, y1 }: PixelBox,
  to: GreyPicture,
  left: number,
  top: number,
) {
  for (let y = Math.max(0, y0 - HALO); y < Math.min(page.height, y1 + HALO); y++) {
    for (let x = Math.max(0, x0 - HALO); x < Math.min(page.width, x1 + HALO); x++) {
      const [tx, ty] = [left + x - x0, top + y - y0];
      if (tx < 0 || ty < 0 || tx >= to.width || ty >= to.height) continue;
      to.grey[ty * to.width + tx] = page.grey[y * page.width + x] as number;
    }
  }
}

/** Larger by a factor, by bilinear interpolation. */
export function enlarged({ width: w, height: h, grey }: GreyPicture, scale: number): GreyPicture {
  const [width, height] = [Math.round(w * scale), Math.round(h * scale)];
  const out = blank(width, height);
  const columns = between(width, w, scale);
  const rows = between(height, h, scale);
  for (let y = 0, at = 0; y < height; y++) {
    const fy = rows.share[y] as number;
    const upper = (rows.first[y] as number) * w;
    const lower = Math.min(upper + w, (h - 1) * w);
    for (let x = 0; x < width; x++, at++) {
      const fx = columns.share[x] as number;
      const x0 = columns.first[x] as number;
      const x1 = x0 + 1 < w ? x0 + 1 : x0;
      const top = (grey[upper + x0] as number) * (1 - fx) + (grey[upper + x1] as number) * fx;
      const low = (grey[lower + x0] as number) * (1 - fx) + (grey[lower + x1] as number) * fx;
      out.grey[at] = top * (1 - fy) + low * fy + 0.5;
    }
  }
  return out;
}

/** For each pixel of a longer row the first of the two that it lies between, and its share of the second. */
function between(length: number, of: number, scale: number) {
  const first = new Int32Array(length);
  const share = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const place = Math.min(of - 1, Math.max(0, (i + 0.5) / scale - 0.5));
    first[i] = Math.floor(place);
    share[i] = place - Math.floor(place);
  }
  return { first, share };
}
