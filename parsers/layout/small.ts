import type { Glyph } from '../pdf/page.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { TOLERANCES } from './tolerances.ts';

/** A page's glyphs, note marks and exponents told as `raised`, and the readings that stand over words (ruby). */
export type Small = { readonly glyphs: readonly Glyph[]; readonly ruby: readonly Glyph[] };

/**
 * Small print that belongs to the word beside it: what is raised behind (or before) a larger character, and kana over
 * ideographs. Small print that stands by itself stays text.
 */
export function sortSmall(glyphs: readonly Glyph[]): Small {
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const largest = inked.reduce((most, { size }) => Math.max(most, size), 0);
  const small = inked.filter(({ size }) => size <= TOLERANCES.raisedSize * largest);
  if (small.length === 0) return { glyphs, ruby: [] };
  const near = new Neighbourhood(inked);
  const ruby = new Set<Glyph>();
  const raised = new Set<Glyph>();
  for (const run of runsOf(small)) {
    if (isRuby(run, near)) for (const glyph of run) ruby.add(glyph);
    else if (isRaised(run, near)) for (const glyph of run) raised.add(glyph);
  }
  if (ruby.size + raised.size === 0) return { glyphs, ruby: [] };
  return {
    glyphs: glyphs
      .filter((glyph) => !ruby.has(glyph))
      .map((glyph) => (raised.has(glyph) ? { ...glyph, raised: true } : glyph)),
    ruby: [...ruby],
  };
}

/** Glyphs of one size on one level that follow one another closely. */
function runsOf(small: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of [...small].sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const run = runs.findLast((r) => follows(r.at(-1) as Glyph, glyph));
    if (run) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

const LEVEL = 0.1;

function follows(a: Glyph, b: Glyph): boolean {
  return (
    Math.abs(a.size - b.size) <= LEVEL * a.size &&
    Math.abs(a.y1 - b.y1) <= LEVEL * a.size &&
    Math.abs(b.x0 - a.x1) <= a.size
  );
}

const KANA = /^[\u3041-\u30ff]+$/;
const IDEOGRAPH = /\p{Script=Han}/u;

/** Kana close above ideographs of (nearly) twice their size, over nothing else (JIS X 4051, 4.12). */
function isRuby(run: readonly Glyph[], near: Neighbourhood): boolean {
  if (!run.every((glyph) => KANA.test(glyph.text))) return false;
  const bases = run.map((glyph) => {
    const { x0, x1, y1, size } = glyph;
    const under = near
      .touching({ x0, x1, y0: y1 - size / 2, y1: y1 + size })
      .filter(
        (base) => base.size * TOLERANCES.rubySize >= size && Math.abs(base.y0 - y1) <= size * 0.6,
      );
    return under.map((base) => base.text);
  });
  const over = bases.flat();
  return (
    over.some((text) => IDEOGRAPH.test(text)) &&
    bases.filter((b) => b.length > 0).length * 2 >= run.length
  );
}

/** A longer run is text, not a mark on it. */
const MAX_RAISED = 6;

/** Beside a larger character, on a higher baseline than it, but on its line. */
function isRaised(run: readonly Glyph[], near: Neighbourhood): boolean {
  if (run.length > MAX_RAISED) return false;
  const [first, last] = [run[0] as Glyph, run.at(-1) as Glyph];
  const beside = (glyph: Glyph, x0: number, x1: number) =>
    near.touching({ x0, x1, y0: glyph.y0, y1: glyph.y1 }).some((base) => {
      const rise = baseline(base) - baseline(glyph);
      return (
        glyph.size <= TOLERANCES.raisedSize * base.size &&
        rise >= TOLERANCES.raised * base.size &&
        rise <= base.size
      );
    });
  const reach = first.size / 3;
  return beside(first, first.x0 - reach, first.x0) || beside(last, last.x1, last.x1 + reach);
}

/** The baseline stands this share of the size above the lower edge of the em box. */
const DESCENT = 0.12;
const baseline = ({ y1, size }: Glyph) => y1 - DESCENT * size;
