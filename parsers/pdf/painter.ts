import type { Box } from '../records/place.ts';
import { Refusal } from '../records/refusal.ts';
import { type Filled, filledOf } from './backgrounds.ts';
import { barsOf } from './bars.ts';
import { clipOf, lets } from './clip.ts';
import { type Colour, isSeen, WHITE } from './colour.ts';
import type { Drawing, Veiled } from './drawing.ts';
import { GraphicsState } from './graphics.ts';
import { type Ink, inksOf } from './inks.ts';
import { markOf, markOfRule, SMALLEST } from './marks.ts';
import type { Matrix } from './matrix.ts';
import { isGone, type Mark, Paper } from './paper.ts';
import {
  type DrawnPath,
  HAIRLINE,
  isLetterSized,
  isSurface,
  rulesOfPath,
  type Stroke,
} from './paths.ts';
import { encloses, type Region, regionOf, regionOfBox } from './region.ts';
import { ringOf } from './rings.ts';
import { Spans } from './spans.ts';
import type { DrawnGlyph, Shown } from './text.ts';

/** No page has more characters and lines than this; one with a detailed map may have a tenth. */
const MAX_MARKS = 500_000;

/** Paints a page in thought and tells what of it the eye sees. */
export class Painter {
  readonly #paper: Paper;
  readonly #page: Box;
  readonly #texts: { glyph: DrawnGlyph; mark: Mark }[] = [];
  readonly #rules: { stroke: Stroke; mark: Mark }[] = [];
  readonly #dots: Stroke[] = [];
  readonly #fills: Filled[] = [];
  readonly #rings: Box[] = [];
  readonly #veiled: Veiled[] = [];
  readonly #pictures: Box[] = [];
  readonly #remarks: Stroke[] = [];
  /** Letters that only clip, until something is painted through them. */
  readonly #outlined = new Set<DrawnGlyph>();
  #clipping: DrawnGlyph[] = [];
  readonly #annotated = new Map<string, string>();
  /** The annotation that is painted; one that is no form field stands beside the page, not on it. */
  annotation: { readonly id: string; readonly isField: boolean } | null = null;
  readonly spans = new Spans();
  #letterShapes = 0;
  #marks = 0;

  constructor(width: number, height: number) {
    this.#paper = new Paper(width, height);
    this.#page = [0, 0, width, height];
  }

  begin(viewport: Matrix): GraphicsState {
    return new GraphicsState(viewport, clipOf(this.#page));
  }

  /** @throws Refusal `too-large` */
  #count(marks: number): void {
    this.#marks += marks;
    if (this.#marks <= MAX_MARKS) return;
    throw new Refusal('too-large', `A page has more than ${MAX_MARKS} characters and lines.`);
  }

  text(state: GraphicsState, shown: readonly Shown[]): void {
    const { mode } = state.text;
    const inks = inksOf(state);
    this.#count(shown.length);
    state.text.show(shown, state.ctm, (glyph) => {
      if (this.annotation) {
        const { id, isField } = this.annotation;
        this.#annotated.set(id, (this.#annotated.get(id) ?? '') + glyph.unicode);
        if (!isField) return;
      }
      if (mode >= 4) this.#clipping.push(glyph);
      if (mode === 7) {
        this.#outlined.add(glyph);
        return;
      }
      const mark = markOf(glyph);
      const gone = mode === 3 || glyph.size < SMALLEST || !this.#isSeen(state, mark, inks);
      if (!gone) {
        this.#texts.push({ glyph, mark });
        this.#paper.lay(mark);
        this.spans.note(glyph);
      } else if (lets(state.clip, mark.xs[4] as number, mark.ys[4] as number)) {
        this.#veiled.push({ glyph, behindPicture: true });
      }
    });
  }

  /** Text of a layer that is off. A field that shows some has an appearance: no viewer draws its value in its place. */
  hidden(state: GraphicsState, shown: readonly Shown[]): void {
    state.text.show(shown, state.ctm, ({ unicode }) => {
      if (!this.annotation?.isField) return;
      const { id } = this.annotation;
      this.#annotated.set(id, (this.#annotated.get(id) ?? '') + unicode);
    });
  }

  /** Letters of a clipping mode clip from here on (9.3.6). */
  endText(state: GraphicsState): void {
    if (this.#clipping.length === 0) return;
    state.clip = { ...state.clip, letters: this.#clipping };
    this.#clipping = [];
  }

  path(state: GraphicsState, drawn: DrawnPath): void {
    const pen = Math.max(state.lineWidth * Math.hypot(state.ctm[0], state.ctm[1]), HAIRLINE);
    const { rules, dots, surfaces } = rulesOfPath(drawn, state.ctm, pen);
    if (!this.#isRemark) this.#fills.push(...filledOf(state, surfaces));
    const ring = ringOf(drawn, state.ctm);
    if (ring) this.#rings.push(ring);
    this.#count(rules.length + dots.length + (ring ? 1 : 0));
    const ruled = rules.length + dots.length > 0 ? this.#rule(state, drawn, rules, dots) : [];
    if (drawn.filled && drawn.path && isSurface(drawn, state.ctm)) {
      const region = regionOf(drawn.path, state.ctm, drawn.evenOdd);
      if (isLetterSized(region.box)) this.#letterShapes += region.outlines?.length ?? 0;
      this.#surface(state, region, state.fill, { plain: state.plain && !state.tiled });
    }
    for (const bar of drawn.stroked ? barsOf(state, rules) : []) this.#paper.paint(bar);
    // A thick rule is a surface too, and does not hide itself.
    for (const mark of ruled) this.#paper.lay(mark);
  }

  /** All that can be painted on, with colours that are not followed. */
  shading(state: GraphicsState): void {
    this.#surface(state, { box: state.clip.box, outlines: null, evenOdd: false }, null);
  }

  /** A picture fills the unit square (8.9.5). */
  picture(state: GraphicsState, opaque: boolean): void {
    const region = regionOfBox([0, 0, 1, 1], state.ctm);
    this.#pictures.push(region.box);
    const { plain } = state;
    this.#surface(state, region, null, { plain: plain && opaque, picture: true });
  }

  finish(): Drawing {
    const glyphs: DrawnGlyph[] = [];
    const veiled = [...this.#veiled];
    for (const { glyph, mark } of this.#texts) {
      if (!isGone(mark)) glyphs.push(glyph);
      else veiled.push({ glyph, behindPicture: mark.byPicture });
    }
    return {
      glyphs,
      veiled,
      rules: this.#rules.flatMap(({ stroke, mark }) => (isGone(mark) ? [] : [stroke])),
      dots: this.#dots,
      fills: this.#fills,
      rings: this.#rings,
      remarks: this.#remarks,
      annotated: this.#annotated,
      pictures: this.#pictures,
      letterShapes: this.#letterShapes,
      spans: this.spans,
    };
  }

  get #isRemark(): boolean {
    return this.annotation?.isField === false;
  }

  #surface(
    state: GraphicsState,
    region: Region,
    colour: Colour,
    { plain = state.plain, picture = false }: { plain?: boolean; picture?: boolean } = {},
  ): void {
    const { clip } = state;
    const alpha = state.fillAlpha * state.groupAlpha;
    if (alpha <= 0) return;
    if (clip.letters) {
      this.#reveal(clip.letters, region, colour, alpha);
      return;
    }
    this.#paper.paint({ region, clip, colour, alpha, plain }, picture);
  }

  /** Letters that clip are seen by what is painted through them. */
  #reveal(letters: readonly DrawnGlyph[], region: Region, colour: Colour, alpha: number): void {
    for (const glyph of letters) {
      if (!this.#outlined.has(glyph)) continue;
      const mark = markOf(glyph);
      const [x, y] = [mark.xs[4] as number, mark.ys[4] as number];
      if (!encloses(region, x, y)) continue;
      if (!isSeen(colour, alpha, this.#paper.colourAt(x, y))) continue;
      this.#outlined.delete(glyph);
      this.#texts.push({ glyph, mark });
      this.#paper.lay(mark);
    }
  }

  /** Takes note of rules that are seen; their marks. */
  #rule(state: GraphicsState, drawn: DrawnPath, rules: Stroke[], dots: Stroke[]): Mark[] {
    const marks: Mark[] = [];
    const [x0, y0, x1, y1] = state.clip.box;
    const inClip = ({ x0: ax, y0: ay, x1: bx, y1: by }: Stroke) =>
      bx >= x0 - EDGE && ax <= x1 + EDGE && by >= y0 - EDGE && ay <= y1 + EDGE;
    const ink = drawn.filled && !drawn.stroked ? state.fill : state.stroke;
    const alpha = drawn.filled && !drawn.stroked ? state.fillAlpha : state.strokeAlpha;
    if (alpha * state.groupAlpha <= 0) return marks;
    for (const rule of rules) {
      if (!inClip(rule)) continue;
      const stroke = {
        x0: Math.max(rule.x0, x0 - EDGE),
        y0: Math.max(rule.y0, y0 - EDGE),
        x1: Math.min(rule.x1, x1 + EDGE),
        y1: Math.min(rule.y1, y1 + EDGE),
        thickness: rule.thickness,
      };
      if (this.#isRemark) {
        this.#remarks.push(stroke);
        continue;
      }
      const mark = markOfRule(stroke);
      if (ink === WHITE && state.plain && this.#isWhite(mark)) continue;
      this.#rules.push({ stroke, mark });
      marks.push(mark);
    }
    if (!this.#isRemark) for (const dot of dots) if (inClip(dot)) this.#dots.push(dot);
    return marks;
  }

  #isWhite({ xs, ys }: Mark): boolean {
    return xs.every((x, i) => this.#paper.colourAt(x, ys[i] as number) === WHITE);
  }

  /** Notes which points are clipped away or are of the colour that they stand on. */
  #isSeen(state: GraphicsState, mark: Mark, inks: readonly Ink[]): boolean {
    const seenAt = (i: number) => {
      const [x, y] = [mark.xs[i] as number, mark.ys[i] as number];
      return (
        lets(state.clip, x, y) &&
        inks.some(({ colour, alpha }) => isSeen(colour, alpha, this.#paper.colourAt(x, y)))
      );
    };
    // What is seen at its middle and both ends is seen; most is.
    if ([0, 4, 8].every(seenAt)) return true;
    for (let i = 0; i < mark.xs.length; i++) if (!seenAt(i)) mark.away |= 1 << i;
    return !isGone(mark);
  }
}

/** A rule may stand on the edge of what clips it. */
const EDGE = 1.5;
