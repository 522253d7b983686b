import { isInkless, type Strokes } from './inkless.ts';
import { apply, compose, IDENTITY, type Matrix } from './matrix.ts';
import { OPS } from './pdfjs.ts';

/** What pdf.js tells of a font that matters for placing its characters. */
export type Font = {
  readonly name?: string;
  /** Its codes are of several bytes, and of its own (9.7). */
  readonly composite?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: Matrix;
  /** Of a Type 3 font: what draws each of its characters. */
  readonly charProcOperatorList?: ReadonlyMap<string, Strokes>;
};

/** Print that is smaller or narrower than this (points) nobody reads. */
const SMALLEST = 0.6;

/** A `showText` argument as pdf.js gives it: a character, or a gap in thousandths of the font size. */
export type ShownText =
  | number
  | {
      readonly unicode: string;
      readonly width: number;
      readonly isSpace: boolean;
      /** The code in the content stream. */
      readonly originalCharCode?: number;
      readonly operatorListId?: string;
      readonly vmetric?: readonly [number, number, number] | null;
    };

/** A character as drawn: its origin and the ends of its advance and of its height, on the displayed page. */
export type DrawnGlyph = {
  readonly unicode: string;
  readonly code: number;
  readonly font: Font;
  readonly origin: readonly [number, number];
  /** Unit direction of the line: 0 to the right, 90 down, 180, 270 (degrees, clockwise). */
  readonly direction: number;
  readonly advance: number;
  readonly size: number;
  readonly vertical: boolean;
  /** 0xrrggbb, where it is known. */
  readonly ink?: number | null;
  /** It has no ink, or is too small to be seen. */
  readonly blank?: boolean;
};

const DEFAULT_FONT_MATRIX: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** The text part of the graphics state (ISO 32000-1, 9.3), kept as pdf.js's own canvas does. */
export class TextState {
  font: Font = {};
  fontSize = 0;
  direction = 1;
  charSpacing = 0;
  wordSpacing = 0;
  hScale = 1;
  leading = 0;
  rise = 0;
  /** Text rendering mode (9.3.6). */
  mode = 0;
  matrix: Matrix = IDENTITY;
  x = 0;
  y = 0;
  lineX = 0;
  lineY = 0;

  copy(): TextState {
    return Object.assign(new TextState(), this);
  }

  /** An operator that sets text state, or that moves on within a text (9.3, 9.4.2); others are none of its business. */
  operate(fn: number, args: readonly unknown[]): void {
    const number = (k: number) => args[k] as number;
    switch (fn) {
      case OPS.beginText:
        this.setMatrix(IDENTITY);
        break;
      case OPS.setCharSpacing:
        this.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        this.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        this.hScale = number(0) / 100;
        break;
      case OPS.setLeading:
        this.leading = -number(0);
        break;
      case OPS.setTextRise:
        this.rise = number(0);
        break;
      case OPS.setTextRenderingMode:
        this.mode = number(0);
        break;
      case OPS.setLeadingMoveText:
        this.leading = number(1);
        this.move(number(0), number(1));
        break;
      case OPS.moveText:
        this.move(number(0), number(1));
        break;
      case OPS.setTextMatrix:
        this.setMatrix(args[0] as Matrix);
        break;
      case OPS.nextLine:
        this.nextLine();
        break;
    }
  }

  setMatrix(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.lineX = 0;
    this.y = this.lineY = 0;
  }

  setFont(font: Font, size: number): void {
    this.font = font;
    this.direction = size < 0 ? -1 : 1;
    this.fontSize = Math.abs(size);
  }

  move(x: number, y: number): void {
    this.lineX += x;
    this.lineY += y;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  nextLine(): void {
    this.move(0, this.leading);
  }

  #isInkless({ unicode, operatorListId }: Exclude<ShownText, number>): boolean {
    const strokes = operatorListId && this.font.charProcOperatorList?.get(operatorListId);
    return Boolean(strokes) && unicode.trim() !== '' && isInkless(strokes as Strokes);
  }

  /** Places the characters of one `showText` and moves on behind them. */
  show(
    shown: readonly ShownText[],
    ctm: Matrix,
    put: (glyph: DrawnGlyph) => void,
    colour: DrawnGlyph['ink'] = null,
  ): void {
    const vertical = this.font.vertical === true;
    const fontMatrix = this.font.fontMatrix ?? DEFAULT_FONT_MATRIX;
    const unit = this.fontSize * fontMatrix[0];
    const hScale = this.hScale * this.direction;
    const toPage = compose(ctm, this.matrix);
    const [a, b] = scaleAcross(toPage, !vertical);
    const breadth = this.fontSize * Math.abs(vertical ? 1 : hScale) * Math.hypot(a, b);
    let along = 0;
    for (const glyph of shown) {
      if (typeof glyph === 'number') {
        along += ((vertical ? 1 : -1) * glyph * this.fontSize) / 1000;
        continue;
      }
      const spacing = this.charSpacing + (glyph.isSpace ? this.wordSpacing : 0);
      const metric = vertical ? (glyph.vmetric ?? [-1000, glyph.width / 2, 880]) : null;
      const advance = metric
        ? -metric[0] * unit - spacing * this.direction
        : glyph.width * unit + spacing * this.direction;
      const ink = metric ? -metric[0] * unit : glyph.width * unit;
      const start: [number, number] = vertical
        ? [this.x, this.y - along]
        : [this.x + along * hScale, this.y + this.rise];
      const end: [number, number] = vertical
        ? [start[0], start[1] - ink]
        : [start[0] + ink * hScale, start[1]];
      const origin = apply(toPage, ...start);
      const tip = apply(toPage, ...end);
      const size = this.fontSize * Math.hypot(...scaleAcross(toPage, vertical));
      put({
        unicode: glyph.unicode,
        code: glyph.originalCharCode ?? -1,
        font: this.font,
        origin,
        direction: lineDirection(toPage, vertical, hScale),
        advance: Math.hypot(tip[0] - origin[0], tip[1] - origin[1]),
        size,
        vertical,
        ink: colour,
        blank: Math.min(size, breadth) < SMALLEST || this.#isInkless(glyph),
      });
      along += advance;
    }
    if (vertical) this.y -= along;
    else this.x += along * hScale;
  }
}

/** How the direction across the line is scaled on the way to the page. */
function scaleAcross(m: Matrix, vertical: boolean): [number, number] {
  return vertical ? [m[0], m[1]] : [m[2], m[3]];
}

/** Where horizontal text runs on the page: degrees clockwise from "to the right" (the page's y grows downwards). */
function lineDirection(m: Matrix, vertical: boolean, hScale: number): number {
  const sign = hScale < 0 && !vertical ? -1 : 1;
  const degrees = (Math.atan2(m[1] * sign, m[0] * sign) * 180) / Math.PI;
  return (degrees + 360) % 360;
}
