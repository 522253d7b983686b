import type { Box } from '../records/place.ts';
import { Refusal } from '../records/refusal.ts';
import { type Filled, filledOf } from './backgrounds.ts';
import { barsOf } from './bars.ts';
import { clipOf, lets, strokeWithin } from './clip.ts';
import { BLACK, type Colour, colourOf, isSeen, WHITE } from './colour.ts';
import type { Drawing, Veiled } from './drawing.ts';
import { GraphicsState } from './graphics.ts';
import { inksOf, lineInkOf } from './inks.ts';
import { markOf, markOfRule } from './marks.ts';
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
import { isInk, isInSight, isOnWhite } from './sight.ts';
import { slantsOf } from './slants.ts';
import { type MaskOptions, maskOf, type SoftMask } from './softmask.ts';
import { Spans } from './spans.ts';
import type { DrawnGlyph, ShownText } from './text.ts';

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
  readonly #slants: Stroke[] = [];
  /** Letters that only clip, until something is painted through them. */
  readonly #outlined = new Set<DrawnGlyph>();
  #clipping: DrawnGlyph[] = [];
  readonly #annotated = new Map<string, string>();
  /** The annotation that is painted; one that is no form field stands beside the page, not on it. */
  annotation: { readonly id: string; readonly isField: boolean } | null = null;
  readonly spans = new Spans();
  #letterShapes = 0;
  #marks = 0;
  /** All is painted in white on black: what counts is where. */
  readonly #isStencil: boolean;
  readonly #isTransferred: boolean;

  /** @param mask what is painted is no page, but this mask */
  constructor(width: number, height: number, mask?: MaskOptions) {
    const ground = mask ? (colourOf(mask.backdrop) ?? BLACK) : WHITE;
    this.#isStencil = mask?.subtype === 'Alpha';
    this.#isTransferred = Boolean(mask?.transferMap);
    this.#paper = new Paper(width, height, this.#isStencil ? BLACK : ground);
    this.#page = [0, 0, width, height];
  }

  /** What is painted, taken as a mask. */
  get asMask(): SoftMask {
    return maskOf((x, y) => this.#paper.colourAt(x, y), this.#isTransferred);
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

  text(state: GraphicsState, shown: readonly ShownText[]): void {
    const { mode } = state.text;
    const inks = inksOf(state);
    this.#count(shown.length);
    const put = (glyph: DrawnGlyph) => {
      if (this.annotation) {
        this.#annotate(this.annotation.id, glyph.unicode);
        if (!this.annotation.isField) return;
      }
      if (mode >= 4) this.#clipping.push(glyph);
      if (mode === 7) {
        this.#outlined.add(glyph);
        return;
      }
      const mark = markOf(glyph);
      const gone = mode === 3 || glyph.blank || !isInSight(this.#paper, state, mark, inks);
      if (!gone) {
        this.#texts.push({ glyph, mark });
        this.#paper.lay(mark);
        this.spans.note(glyph);
      } else if (lets(state.clip, mark.xs[4] as number, mark.ys[4] as number)) {
        this.#veiled.push({ glyph, behindPicture: true });
      }
    };
    state.text.show(shown, state.ctm, put, state.fill);
  }

  /** Text of a layer that is off. A field that shows some has an appearance: no viewer draws its value in its place. */
  hidden(state: GraphicsState, shown: readonly ShownText[]): void {
    state.text.show(shown, state.ctm, ({ unicode }) => {
      if (this.annotation?.isField) this.#annotate(this.annotation.id, unicode);
    });
  }

  #annotate(id: string, unicode: string): void {
    this.#annotated.set(id, (this.#annotated.get(id) ?? '') + unicode);
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
    const slants = slantsOf(drawn, state.ctm, pen).filter((one) => isInk(state, drawn, one));
    this.#slants.push(...slants);
    const ring = ringOf(drawn, state.ctm);
    if (ring) this.#rings.push(ring);
    this.#count(rules.length + dots.length + slants.length + (ring ? 1 : 0));
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

  /** The unit square in the colour that is filled with: a picture of one pixel that is a stencil. */
  pixel(state: GraphicsState): void {
    const plain = state.plain && !state.tiled;
    this.#surface(state, regionOfBox([0, 0, 1, 1], state.ctm), state.fill, { plain });
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
      slants: this.#slants,
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
    const { clip, mask } = state;
    const alpha = state.fillAlpha * state.groupAlpha;
    if (alpha <= 0) return;
    if (clip.letters) {
      this.#reveal(clip.letters, region, colour, alpha);
      return;
    }
    const paint = this.#isStencil ? WHITE : colour;
    this.#paper.paint({ region, clip, colour: paint, alpha, plain, mask }, picture);
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
    const { colour, alpha } = lineInkOf(state, drawn);
    if (alpha <= 0) return marks;
    for (const rule of rules) {
      const stroke = strokeWithin(state.clip, rule);
      if (!stroke) continue;
      if (this.#isRemark) {
        this.#remarks.push(stroke);
        continue;
      }
      const mark = markOfRule(stroke);
      if (colour === WHITE && state.plain && isOnWhite(this.#paper, mark)) continue;
      this.#rules.push({ stroke: { ...stroke, ink: colour }, mark });
      marks.push(mark);
    }
    if (!this.#isRemark) this.#dots.push(...dots.filter((dot) => strokeWithin(state.clip, dot)));
    return marks;
  }
}
