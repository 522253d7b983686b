import { DisjointSets } from '../disjoint-sets.ts';
import type { InkMap, PixelBox } from './picture.ts';

/** Pixels of ink that hang together. */
export type Component = PixelBox & { readonly area: number };

/** The ink in pieces that hang together, also over corners, by runs of rows (union-find). */
export function componentsOf({ width, height, bits }: InkMap): Component[] {
  const sets = new DisjointSets();
  const [xs0, xs1, ys]: [number[], number[], number[]] = [[], [], []];
  let [above, aboveEnd] = [0, 0];
  for (let y = 0; y < height; y++) {
    const begin = sets.size;
    const row = y * width;
    let reached = above;
    for (let x = 0; x < width; x++) {
      if (!bits[row + x]) continue;
      const from = x;
      while (x < width && bits[row + x]) x++;
      const run = sets.add();
      xs0.push(from);
      xs1.push(x);
      ys.push(y);
      while (reached < aboveEnd && (xs1[reached] as number) < from) reached++;
      for (let k = reached; k < aboveEnd && (xs0[k] as number) <= x; k++) {
        sets.join(k, run);
      }
    }
    [above, aboveEnd] = [begin, sets.size];
  }
  const found = new Map<number, { -readonly [K in keyof Component]: number }>();
  for (let i = 0; i < sets.size; i++) {
    const r = sets.root(i);
    const [x0, x1, y] = [xs0[i] as number, xs1[i] as number, ys[i] as number];
    const one = found.get(r);
    if (one) {
      one.x0 = Math.min(one.x0, x0);
      one.x1 = Math.max(one.x1, x1);
      one.y1 = y + 1;
      one.area += x1 - x0;
    } else found.set(r, { x0, x1, y0: y, y1: y + 1, area: x1 - x0 });
  }
  return [...found.values()];
}
