import type { Box } from '../records/place.ts';
import { apply, type Matrix } from './matrix.ts';
import type { DrawnGlyph } from './text.ts';

/** What pdf.js tells of an annotation (ISO 32000-1, 12.5) that matters here; the rectangle is in the page's own space. */
export type Annotation = {
  readonly id: string;
  readonly subtype: string;
  readonly annotationFlags: number;
  readonly rect: Box;
  readonly hasAppearance: boolean;
  readonly contentsObj?: { readonly str: string };
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly textAlignment?: number | null;
  readonly defaultAppearanceData?: { readonly fontSize: number };
};

/** What somebody wrote onto the page rather than into it, and where (on the displayed page). */
export type Remark = { readonly text: string; readonly box: Box };

/** Flags of an annotation that is not shown (12.5.3). */
const HIDDEN = 1 << 1;
const NO_VIEW = 1 << 5;

/** A field of a form is text of the page; links and the windows of notes say nothing of their own. */
const SILENT = new Set(['Widget', 'Link', 'Popup']);

export const isField = ({ subtype }: Annotation) => subtype === 'Widget';

/** @param drawn what annotations show as text, by their ids */
export function remarksOf(
  annotations: readonly Annotation[],
  drawn: ReadonlyMap<string, string>,
  viewport: Matrix,
): Remark[] {
  return annotations.flatMap((annotation) => {
    const { id, subtype, contentsObj, rect } = annotation;
    const text = (contentsObj?.str || drawn.get(id) || '').trim();
    if (SILENT.has(subtype) || text === '' || !isShown(annotation)) return [];
    return [{ text, box: displayedBox(rect, viewport) }];
  });
}

/** Fields whose value no appearance shows; viewers draw it themselves. */
export function undrawnFields(
  annotations: readonly Annotation[],
  drawn: ReadonlyMap<string, string>,
  viewport: Matrix,
): DrawnGlyph[] {
  return annotations
    .filter((one) => isField(one) && isShown(one) && TEXT_FIELDS.has(one.fieldType ?? ''))
    .filter(({ id }) => (drawn.get(id) ?? '').trim() === '')
    .flatMap((one) => glyphsOf(one, viewport));
}

const TEXT_FIELDS = new Set(['Tx', 'Ch']);
/** Viewers choose the size of what has none by the height of the field, and no larger than this (points). */
const AUTO_SIZE = 12;
const LEADING = 1.2;
const MARGIN = 2;
/** From the middle of a line of print down to its baseline, as a share of the size. */
const MIDDLE = 0.38;

function glyphsOf(
  { rect: [x0, y0, x1, y1], fieldValue, textAlignment, defaultAppearanceData }: Annotation,
  viewport: Matrix,
): DrawnGlyph[] {
  const value = [fieldValue].flat().filter((one) => typeof one === 'string');
  const lines = value.flatMap((one) => one.split(/\r\n?|\n/));
  const high = (y1 - y0) / Math.max(1, lines.length);
  const size = defaultAppearanceData?.fontSize || Math.min(AUTO_SIZE, high / LEADING);
  return lines.flatMap((line, n) => {
    const widths = [...line].map((c) => (c <= '\u00ff' ? size / 2 : size));
    const spare = x1 - x0 - widths.reduce((sum, width) => sum + width, 0) - 2 * MARGIN;
    let x = x0 + MARGIN + (spare * (textAlignment ?? 0)) / 2;
    const y = y1 - high * (n + 0.5) - MIDDLE * size;
    return [...line].map((unicode, i): DrawnGlyph => {
      const advance = widths[i] ?? size;
      const origin = apply(viewport, x, y);
      x += advance;
      const direction = (Math.atan2(viewport[1], viewport[0]) * 180) / Math.PI;
      const turned = (direction + 360) % 360;
      return {
        unicode,
        code: -1,
        font: {},
        origin,
        direction: turned,
        advance,
        size,
        vertical: false,
      };
    });
  });
}

const isShown = ({ annotationFlags }: Annotation) => (annotationFlags & (HIDDEN | NO_VIEW)) === 0;

function displayedBox([x0, y0, x1, y1]: Box, viewport: Matrix): Box {
  const [[ax, ay], [bx, by]] = [apply(viewport, x0, y0), apply(viewport, x1, y1)];
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}
