import { OPS } from './pdfjs.ts';

/** The strokes of one character of a Type 3 font (ISO 32000-1, 9.6.5) as pdf.js hands them over. */
export type Strokes = {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
};

const PAINTS = new Set(
  Object.entries(OPS)
    .filter(([name]) => /^(?:paint|show|shadingFill|fill|eoFill|stroke|close.*Stroke)/.test(name))
    .map(([, fn]) => fn),
);

/** Whether what draws a character leaves no ink. */
export function isInkless(strokes: Strokes): boolean {
  const known = KNOWN.get(strokes);
  if (known !== undefined) return known;
  const { fnArray, argsArray } = strokes;
  let blank = true;
  for (let i = 0; i < fnArray.length && blank; i++) {
    const fn = fnArray[i] as number;
    const path = fn === OPS.constructPath ? argsArray[i]?.[0] : null;
    if (PAINTS.has(fn) || (path !== null && path !== OPS.endPath)) blank = false;
  }
  KNOWN.set(strokes, blank);
  return blank;
}

const KNOWN = new WeakMap<Strokes, boolean>();
