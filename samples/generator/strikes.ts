import type { Op } from './habits.ts';
import type { Strike } from './page.ts';

/**
 * How what is no longer said is struck through: by a rule like all others, slanted, in waves, by two lines, a bar, dashes, in
 * red, or by an annotation over it.
 */
export const STRIKES = ['rule', 'slant', 'wave', 'double', 'bar', 'dashes', 'red', 'note'] as const;
export type StrikeStyle = (typeof STRIKES)[number];

const point = (value: number) => value.toFixed(2);

/** The lines through a text, but for rules and annotations, which are drawn with their like. */
export function strikeOps({ x0, x1, y, size }: Strike, how: StrikeStyle): Op[] {
  const stroke = (path: string, state = '0 G') => [
    { kind: 'raw' as const, content: `q ${state} 0.6 w ${path} S Q` },
  ];
  const line = (from: number, to: number) =>
    `${point(x0)} ${point(from)} m ${point(x1)} ${point(to)} l`;
  if (how === 'slant') return stroke(line(y + size / 4, y - size / 4));
  if (how === 'double') return stroke(`${line(y - 1, y - 1)} ${line(y + 1, y + 1)}`);
  if (how === 'dashes') return stroke(line(y, y), '0 G [2 1] 0 d');
  if (how === 'red') return stroke(line(y, y), '1 0 0 RG');
  if (how === 'bar') return [{ kind: 'rect', x0, y0: y - 0.4, x1, y1: y + 0.4, gray: 0 }];
  if (how !== 'wave') return [];
  const count = Math.max(4, Math.round((x1 - x0) / 3));
  const crests = Array.from({ length: count }, (_, n) => {
    const x = x0 + ((n + 1) * (x1 - x0)) / count;
    return `${point(x)} ${point(y + (n % 2 === 0 ? -0.7 : 0.7))} l`;
  });
  return stroke(`${point(x0)} ${point(y)} m ${crests.join(' ')}`);
}
