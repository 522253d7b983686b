import type { Clip } from './clip.ts';
import { BLACK, type Colour, colourOf } from './colour.ts';
import type { Matrix } from './matrix.ts';
import { both, type SoftMask } from './softmask.ts';
import { type Font, TextState } from './text.ts';

/** The blend mode of plain paint, which hides and tints as its opacity says. */
const PLAIN = 'source-over';

/** The graphics state (ISO 32000-1, 8.4) as far as it decides where ink is and whether it is seen. */
export class GraphicsState {
  ctm: Matrix;
  clip: Clip;
  text = new TextState();
  fill: Colour = BLACK;
  stroke: Colour = BLACK;
  /** What is filled is filled with tiles, between which the ground shows. */
  tiled = false;
  fillAlpha = 1;
  strokeAlpha = 1;
  /** What the groups around it are painted with. */
  groupAlpha = 1;
  /** Blend mode, by its CSS name. */
  blend: string = PLAIN;
  /** The soft mask in force, and what the masks of the groups around it let through. */
  softMask: SoftMask | null = null;
  groupMask: SoftMask | null = null;
  /** How the groups around it blend, where that is not as plain paint does. */
  groupBlend: string = PLAIN;
  lineWidth = 1;

  constructor(ctm: Matrix, clip: Clip) {
    this.ctm = ctm;
    this.clip = clip;
  }

  copy(): GraphicsState {
    const copy = Object.assign(new GraphicsState(this.ctm, this.clip), this);
    copy.text = this.text.copy();
    return copy;
  }

  /** Whether what is painted hides what lies beneath, as far as it is opaque. */
  get plain(): boolean {
    return this.blend === PLAIN && this.groupBlend === PLAIN;
  }

  get mask(): SoftMask | null {
    return both(this.groupMask, this.softMask);
  }

  /** @param tiled whether tiles are filled with that let the ground through */
  setFill(hex: unknown, tiled = false): void {
    this.fill = colourOf(hex);
    this.tiled = tiled;
  }

  setStroke(hex: unknown): void {
    this.stroke = colourOf(hex);
  }

  /** A transparency group begins with a clean slate and is painted as a whole (11.6.6). */
  beginGroup(): void {
    this.groupAlpha *= this.fillAlpha;
    this.fillAlpha = this.strokeAlpha = 1;
    this.groupMask = this.mask;
    this.softMask = null;
    if (this.blend !== PLAIN) this.groupBlend = this.blend;
    this.blend = PLAIN;
  }

  /**
   * The entries of an ExtGState as pdf.js hands them over.
   * @param softMask the last one that was painted
   */
  set(
    entries: readonly (readonly [string, unknown])[],
    fontNamed: (name: string) => Font,
    softMask: SoftMask | null,
  ): void {
    for (const [key, value] of entries) {
      switch (key) {
        case 'Font': {
          const [name, size] = value as [string, number];
          this.text.setFont(fontNamed(name), size);
          break;
        }
        case 'ca':
          this.fillAlpha = value as number;
          break;
        case 'CA':
          this.strokeAlpha = value as number;
          break;
        case 'LW':
          this.lineWidth = value as number;
          break;
        case 'BM':
          this.blend = value as string;
          break;
        case 'SMask':
          this.softMask = value ? softMask : null;
          break;
      }
    }
  }
}
