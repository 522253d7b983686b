import type { Drawing, Op } from './habits.ts';
import type { Run } from './page.ts';
import type { Random } from './random.ts';

/**
 * How text stands on a page that nobody sees: white or as grey as what it stands on, drawn with no ink, in a layer that is off,
 * clipped, masked or let through whole; or under a white box, line, picture, stencil, tiles or shading.
 */
const DRAWN = ['white', 'tinted', 'inkless', 'layer', 'clipped', 'masked', 'clear'] as const;
const UNDER = ['covered', 'barred', 'pictured', 'stencilled', 'tiled', 'shaded'] as const;
export const UNSEEN = [...DRAWN, ...UNDER] as const;
export type Unseen = (typeof UNSEEN)[number];

/** Its layer's name on every page. */
export const LAYER = 'Draft';

export const hasLayer = (drawings: readonly Drawing[]): boolean =>
  drawings.some(({ ops }) => ops.some((op) => op.kind === 'text' && op.unseen === 'layer'));

/** What is written before and behind text that is not seen, in a state of its own. */
export const VEILS: Partial<Readonly<Record<Unseen, readonly [string, string]>>> = {
  inkless: ['3 Tr', ''],
  layer: [`/OC /${LAYER} BDC`, 'EMC'],
  clipped: ['0 0 0 0 re W n', ''],
  masked: ['/Veil gs', ''],
  clear: ['/Clear gs', ''],
};

/** How grey what is not seen is; black is hidden otherwise. */
export const SHADES: Partial<Readonly<Record<Unseen, number>>> = { white: 1, tinted: 0.9 };

/** So many lines of a page have an earlier wording behind them. */
const SHARE = 0.15;

/** An earlier draft with other figures, behind some lines of a page; it stands there for nobody. */
export function unseenBehind(runs: readonly Run[], unseen: Unseen, random: Random): Op[] {
  return runs
    .filter(({ text }) => /[0-9]/.test(text) && random.chance(SHARE))
    .flatMap((run): Op[] => {
      const { text, x, y, size, face, offsets } = run;
      const earlier = text.replace(/[0-9]/g, (digit) => String((Number(digit) + 3) % 10));
      const at = { x: x + 1, y: y - 1 };
      const draft: Op = { kind: 'text', text: earlier, ...at, size, face, offsets, unseen };
      const cover = coverOf(run, unseen);
      return unseen === 'tinted' ? [...cover, draft] : [draft, ...cover];
    });
}

function coverOf({ x, y, size, width }: Run, unseen: Unseen): Op[] {
  const [x0, y0, x1, y1] = [x - 1, y - size - 1, x + width + 3, y + 0.3 * size];
  const [w, h] = [x1 - x0, y1 - y0].map((side) => side.toFixed(2));
  const place = `${x0.toFixed(2)} ${y0.toFixed(2)}`;
  const picture = (what: string) => `q ${w} 0 0 ${h} ${place} cm BI ${what} EI Q`;
  const raw = (content: string): Op[] => [{ kind: 'raw', content }];
  if (unseen === 'covered') return [{ kind: 'rect', x0, y0, x1, y1, gray: 1 }];
  if (unseen === 'tinted') return [{ kind: 'rect', x0, y0, x1, y1, gray: SHADES.tinted ?? 1 }];
  if (unseen === 'barred') {
    const middle = ((y0 + y1) / 2).toFixed(2);
    return raw(`q 1 G ${h} w ${x0.toFixed(2)} ${middle} m ${x1.toFixed(2)} ${middle} l S Q`);
  }
  if (unseen === 'pictured') return raw(picture('/W 1 /H 1 /CS /G /BPC 8 /F /AHx ID FF>'));
  if (unseen === 'stencilled') {
    return raw(`q 1 g ${picture('/W 1 /H 1 /IM true /BPC 1 /D [1 0] /F /AHx ID 80>')} Q`);
  }
  if (unseen === 'tiled') return raw(`q /Pattern cs /Tile scn ${place} ${w} ${h} re f Q`);
  if (unseen === 'shaded') return raw(`q ${place} ${w} ${h} re W n /Fade sh Q`);
  return [];
}
