import type { GreyPicture } from '../pdf/raster.ts';
import type { InkMap } from './picture.ts';

/** Paper is looked at in squares of this side (inches) … */
const SQUARE = 0.2;
/** … and the paper of a square is as light as this share of its pixels is at most: there is more paper than ink. */
const PAPER = 0.8;
/** Paper that is darker than this is no paper: a photograph, a black margin. */
const MIN_PAPER = 70;

/**
 * The picture with its paper made white: each pixel divided by how light the paper is around it, so that shadows, yellowed
 * paper and grey bars behind headings go.
 * @param dpi pixels an inch
 */
export function onWhite(picture: GreyPicture, dpi: number): GreyPicture {
  const { width, height, grey } = picture;
  const side = Math.max(8, Math.round(SQUARE * dpi));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const paper = smoothed(paperOf(picture, side, columns, rows), columns, rows);
  const out = new Uint8Array(width * height);
  const across = new Float64Array(columns);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
    const r0 = Math.min(Math.floor(fy), rows - 1);
    const r1 = Math.min(r0 + 1, rows - 1);
    for (let c = 0; c < columns; c++) {
      const [above, below] = [paper[r0 * columns + c] as number, paper[r1 * columns + c] as number];
      across[c] = above + (below - above) * (fy - r0);
    }
    // Between the middles of two squares the paper is as light as a straight line from one to the other.
    for (let c = -1, at = y * width; c < columns; c++) {
      const left = across[Math.max(0, c)] as number;
      const right = across[Math.min(columns - 1, c + 1)] as number;
      const from = Math.max(0, Math.ceil((c + 0.5) * side - 0.5));
      const to = Math.min(width, Math.ceil((c + 1.5) * side - 0.5));
      const step = (right - left) / side;
      let white = left + step * (from + 0.5 - (c + 0.5) * side);
      for (let x = from; x < to; x++, at++, white += step) {
        const light = ((grey[at] as number) * 255) / white;
        out[at] = light > 255 ? 255 : light;
      }
    }
  }
  return { width, height, grey: out };
}

function paperOf(
  { width, height, grey }: GreyPicture,
  side: number,
  columns: number,
  rows: number,
): Float32Array {
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const [x1, y1] = [Math.min(width, (column + 1) * side), Math.min(height, (row + 1) * side)];
      let total = 0;
      for (let y = row * side; y < y1; y++) {
        for (let x = column * side; x < x1; x++) {
          const light = grey[y * width + x] as number;
          counts[light] = (counts[light] as number) + 1;
          total++;
        }
      }
      let below = 0;
      let light = 0;
      while (light < 255 && below + (counts[light] as number) < PAPER * total) {
        below += counts[light] as number;
        light++;
      }
      paper[row * columns + column] = Math.max(MIN_PAPER, light);
    }
  }
  return paper;
}

/** Each square as the median of itself and its neighbours: a square full of ink is no darker paper. */
function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  const out = new Float32Array(paper.length);
  const around: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      around.length = 0;
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          around.push(paper[r * columns + c] as number);
        }
      }
      around.sort((a, b) => a - b);
      out[row * columns + column] = around[around.length >> 1] as number;
    }
  }
  return out;
}

/** Ink is at most this light, where paper is 255 … */
const MAX_INK = 190;
/** … and at least this dark a threshold is: thin strokes in light print. */
const MIN_THRESHOLD = 120;

/** How light ink is at most: the threshold that parts the darker from the lighter best (N. Otsu, 1979). */
export function thresholdOf({ grey }: GreyPicture): number {
  const counts = new Float64Array(256);
  for (let i = 0; i < grey.length; i += 3) {
    const light = grey[i] as number;
    counts[light] = (counts[light] as number) + 1;
  }
  let [total, sum] = [0, 0];
  counts.forEach((count, light) => {
    total += count;
    sum += count * light;
  });
  let [dark, darkSum, best, threshold] = [0, 0, -1, 128];
  counts.forEach((count, light) => {
    dark += count;
    darkSum += count * light;
    if (dark === 0 || dark === total) return;
    const apart = darkSum / dark - (sum - darkSum) / (total - dark);
    const between = dark * (total - dark) * apart * apart;
    if (between > best) [best, threshold] = [between, light];
  });
  return Math.min(MAX_INK, Math.max(MIN_THRESHOLD, threshold));
}

export function inkOf({ width, height, grey }: GreyPicture, threshold: number): InkMap {
  const bits = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) bits[i] = (grey[i] as number) <= threshold ? 1 : 0;
  return { width, height, bits };
}
