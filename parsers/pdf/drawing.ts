import type { Box } from '../records/place.ts';
import type { Filled } from './backgrounds.ts';
import type { Stroke } from './paths.ts';
import type { Spans } from './spans.ts';
import type { DrawnGlyph } from './text.ts';

/** A character that is not on the page for the eye; `behindPicture`: it may be what somebody read from that picture. */
export type Veiled = { readonly glyph: DrawnGlyph; readonly behindPicture: boolean };

/** All that one page draws and a reader of sheets cares for, on the page as displayed. */
export type Drawing = {
  readonly glyphs: DrawnGlyph[];
  readonly veiled: Veiled[];
  readonly rules: Stroke[];
  readonly dots: Stroke[];
  /** Filled rectangles, in the order of painting. */
  readonly fills: readonly Filled[];
  /** Bounds of rings of the size of a few characters. */
  readonly rings: readonly Box[];
  /** Level lines of annotations: they strike through or underline, and rule nothing. */
  readonly remarks: Stroke[];
  /** Lines along no axis, from left to right: they may strike through. */
  readonly slants: Stroke[];
  /** What annotations show as text, by their ids. */
  readonly annotated: ReadonlyMap<string, string>;
  /** Bounds of pictures. */
  readonly pictures: Box[];
  /** How many filled shapes have the size and the outline of letters. */
  readonly letterShapes: number;
  readonly spans: Spans;
};
