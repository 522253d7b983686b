import type { Box } from '../../parsers/records/place.ts';

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** @param attributes further attributes, as they stand in the tag */
export function rect([x0, y0, x1, y1]: Box, kind: string, title: string, attributes = ''): string {
  const size = `x="${x0}" y="${y0}" width="${round(x1 - x0)}" height="${round(y1 - y0)}"`;
  return `<rect class="${kind}" ${size}${attributes}><title>${escaped(title)}</title></rect>`;
}

export const round = (v: number): number => Math.round(v * 100) / 100;

/** Fonts with Japanese characters, as systems call theirs; the first that the viewer has is taken. */
const GOTHIC =
  "'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic','Meiryo','MS PGothic',IPAexGothic,IPAGothic,'Droid Sans Fallback',sans-serif";
const MINCHO =
  "'Noto Serif CJK JP','Noto Serif JP','Hiragino Mincho ProN','Yu Mincho','MS PMincho',IPAexMincho,IPAMincho,serif";

/** The fonts that look most like one that is not there. */
export const fontsLike = (name: string): string =>
  /min|明朝|serif|roman|times/i.test(name) && !/sans/i.test(name) ? MINCHO : GOTHIC;
