import type { GreyPicture } from '../pdf/raster.ts';

/** Where a picture has ink, row by row: 1 for a pixel of it, else 0. */
export type InkMap = {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
};

/** A box in pixels: x1 and y1 are the first ones outside. */
export type PixelBox = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};

export function blank(width: number, height: number): GreyPicture {
  return { width, height, grey: new Uint8Array(width * height).fill(255) };
}

/** Makes these boxes white, with the blur of a pixel around them. */
export function whiten(boxes: Iterable<PixelBox>, { width, height, grey }: GreyPicture): void {
  for (const { x0, y0, x1, y1 } of boxes) {
    const [from, to] = [Math.max(0, x0 - 1), Math.min(width, x1 + 1)];
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) {
      grey.fill(255, y * width + from, y * width + to);
    }
  }
}

/** A quarter turn, half a turn or three quarters, anticlockwise: what was displayed so is upright again. */
export function turnedPicture(picture: GreyPicture, turn: 0 | 90 | 180 | 270): GreyPicture {
  if (turn === 0) return picture;
  const { width: w, height: h, grey } = picture;
  const across = turn === 180;
  const out = new Uint8Array(w * h);
  const [width, height] = across ? [w, h] : [h, w];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const from =
        turn === 180
          ? (h - 1 - y) * w + (w - 1 - x)
          : turn === 90
            ? x * w + (w - 1 - y)
            : (h - 1 - x) * w + y;
      out[at] = grey[from] as number;
    }
  }
  return { width, height, grey: out };
}

/** Half as large in each direction, each pixel the mean of four. */
export function halved({ width: w, height: h, grey }: GreyPicture): GreyPicture {
  const [width, height] = [w >> 1, h >> 1];
  const out = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = 2 * y * w;
    for (let x = 0; x < width; x++, at++) {
      const i = row + 2 * x;
      const sum =
        (grey[i] as number) +
        (grey[i + 1] as number) +
        (grey[i + w] as number) +
        (grey[i + w + 1] as number);
      out[at] = (sum + 2) >> 2;
    }
  }
  return { width, height, grey: out };
}

/** Of pixels that are black or white and nothing between, at most this share is neither. */
const MAX_GREY = 0.02;

/** A picture in black and white with its edges made grey, so that thin strokes that are broken hang together; others as they are. */
export function smoothed(picture: GreyPicture): GreyPicture {
  const { width, height, grey } = picture;
  let between = 0;
  for (const light of grey) if (light > 40 && light < 215) between++;
  if (between > MAX_GREY * grey.length) return picture;
  const out = Uint8Array.from(grey);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      const sum =
        4 * (grey[at] as number) +
        2 * ((grey[at - 1] as number) + (grey[at + 1] as number)) +
        2 * ((grey[at - width] as number) + (grey[at + width] as number)) +
        (grey[at - width - 1] as number) +
        (grey[at - width + 1] as number) +
        (grey[at + width - 1] as number) +
        (grey[at + width + 1] as number);
      out[at] = (sum + 8) >> 4;
    }
  }
  return { width, height, grey: out };
}

/** Places between pixels are counted in parts of so many bits. */
const BITS = 8;
const ONE = 1 << BITS;

/** The picture turned about its middle, clockwise by `degrees`, of the same size; what comes from outside is white. */
export function rotated({ width, height, grey }: GreyPicture, degrees: number): GreyPicture {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  const out = new Uint8Array(width * height).fill(255);
  for (let y = 0, at = 0; y < height; y++) {
    let sx = (cx - cx * cos + (y - cy) * sin) * ONE;
    let sy = (cy + cx * sin + (y - cy) * cos) * ONE;
    for (let x = 0; x < width; x++, at++, sx += cos * ONE, sy -= sin * ONE) {
      const [ix, iy] = [sx | 0, sy | 0];
      const [x0, y0] = [ix >> BITS, iy >> BITS];
      if (sx < 0 || sy < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const i = y0 * width + x0;
      const [fx, fy] = [ix & (ONE - 1), iy & (ONE - 1)];
      const top = (grey[i] as number) * (ONE - fx) + (grey[i + 1] as number) * fx;
      const low = (grey[i + width] as number) * (ONE - fx) + (grey[i + width + 1] as number) * fx;
      out[at] = (top * (ONE - fy) + low * fy + (1 << (2 * BITS - 1))) >> (2 * BITS);
    }
  }
  return { width, height, grey: out };
}
