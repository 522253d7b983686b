import type { Box } from '../records/place.ts';
import { narrowed } from './clip.ts';
import type { Drawing } from './drawing.ts';
import { Layers } from './layers.ts';
import { compose, type Matrix } from './matrix.ts';
import { Painter } from './painter.ts';
import { pathOf } from './paths.ts';
import { OPS } from './pdfjs.ts';
import { pictureAt } from './pictures.ts';
import { regionOf, regionOfBox } from './region.ts';
import type { MaskOptions, SoftMask } from './softmask.ts';
import type { Font, ShownText } from './text.ts';
import { isSolid, type Tiling, tilingOf } from './tiling.ts';

export type Operators = {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
};

/** What following a page's operators needs besides them. */
export type Surroundings = {
  /** The page as displayed, in points. */
  readonly width: number;
  readonly height: number;
  readonly viewport: Matrix;
  readonly fontNamed: (name: string) => Font;
  readonly layers: Layers;
  /** Annotations that are form fields, by their ids: what they show is text of the page. */
  readonly fields: ReadonlySet<string>;
};

type Group = {
  readonly bbox?: Box | null;
  readonly matrix?: Matrix | null;
  readonly smask?: MaskOptions | null;
};

/** Pieces of a picture that pdf.js has put together. */
type Pieces = readonly { readonly transform: Matrix }[];

/**
 * Follows a page's operators once and collects the characters and ruling lines that are seen.
 * @throws Refusal `too-large` where there is no end of them
 */
export function follow(operators: Operators, surroundings: Surroundings): Drawing {
  const painter = new Painter(surroundings.width, surroundings.height);
  paint(operators, surroundings, painter);
  return painter.finish();
}

function paint(
  { fnArray, argsArray }: Operators,
  { width, height, viewport, fontNamed, layers, fields }: Surroundings,
  page: Painter,
): void {
  let painter = page;
  let state = painter.begin(viewport);
  const saved: (typeof state)[] = [];
  let pendingClip: 'nonzero' | 'evenodd' | null = null;
  /** For each group around the content what was painted before it, where the group is a soft mask. */
  const groups: (Painter | null)[] = [];
  let softMask: SoftMask | null = null;
  const visible = () => layers.visible;
  const solid = new WeakMap<object, boolean>();
  const letsThrough = (tiling: Tiling | null): boolean => {
    if (!tiling) return false;
    const { operators } = tiling;
    const known = solid.get(operators) ?? isSolidTile(tiling, fontNamed);
    solid.set(operators, known);
    return !known;
  };
  const save = () => saved.push(state.copy());
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const clipTo = (box: Box, matrix: Matrix) => {
    state.clip = narrowed(state.clip, regionOfBox(box, matrix));
  };
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] as number;
    const args = argsArray[i] ?? [];
    const number = (k: number) => args[k] as number;
    switch (fn) {
      case OPS.save:
        save();
        break;
      case OPS.beginGroup: {
        const { bbox, matrix, smask } = args[0] as Group;
        save();
        groups.push(smask ? painter : null);
        if (smask) {
          painter = new Painter(width, height, smask);
          const { ctm } = state;
          state = painter.begin(ctm);
        }
        if (bbox) clipTo(bbox, matrix ? compose(state.ctm, matrix) : state.ctm);
        state.beginGroup();
        break;
      }
      case OPS.endGroup: {
        const before = groups.pop();
        if (before) {
          softMask = painter.asMask;
          painter = before;
        }
        restore();
        break;
      }
      case OPS.restore:
        restore();
        break;
      case OPS.paintFormXObjectEnd:
        painter.spans.leaveForm();
        restore();
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        painter.spans.enterForm();
        const [matrix, bbox] = args as [Matrix | null, Box | null];
        const picture = pictureAt(args, fnArray, argsArray, i);
        if (picture && visible()) painter.picture(state, picture === 'opaque');
        if (matrix) state.ctm = compose(state.ctm, matrix);
        if (bbox) clipTo(bbox, state.ctm);
        break;
      }
      case OPS.beginAnnotation: {
        const [id, rect, transform, matrix] = args as [string, Box, Matrix, Matrix];
        save();
        state = painter.begin(viewport);
        if (rect) clipTo(rect, viewport);
        state.ctm = compose(compose(viewport, transform), matrix);
        painter.annotation = { id, isField: fields.has(id) };
        painter.spans.enterForm();
        break;
      }
      case OPS.endAnnotation:
        painter.annotation = null;
        painter.spans.leaveForm();
        restore();
        break;
      case OPS.beginMarkedContent:
        layers.begin();
        painter.spans.begin();
        break;
      case OPS.beginMarkedContentProps:
        layers.begin(args[0] === 'OC' ? args[1] : null);
        painter.spans.begin(args[0], args[1]);
        break;
      case OPS.endMarkedContent:
        layers.end();
        painter.spans.end();
        break;
      case OPS.transform:
        state.ctm = compose(state.ctm, args as unknown as Matrix);
        break;
      case OPS.clip:
        pendingClip = 'nonzero';
        break;
      case OPS.eoClip:
        pendingClip = 'evenodd';
        break;
      case OPS.constructPath: {
        const drawn = pathOf(args);
        if (visible()) painter.path(state, drawn);
        if (pendingClip) {
          const region = regionOf(drawn.path ?? [], state.ctm, pendingClip === 'evenodd');
          state.clip = narrowed(state.clip, region);
          pendingClip = null;
        }
        break;
      }
      case OPS.shadingFill:
        if (visible()) painter.shading(state);
        break;
      case OPS.paintInlineImageXObject:
      case OPS.paintImageXObject:
        if (visible()) painter.picture(state, !hasMask({ fnArray, argsArray }, i));
        break;
      case OPS.paintInlineImageXObjectGroup:
        for (const { transform } of visible() ? (args[1] as Pieces) : []) {
          save();
          state.ctm = compose(state.ctm, transform);
          painter.picture(state, true);
          restore();
        }
        break;
      case OPS.paintSolidColorImageMask:
        if (visible()) painter.pixel(state);
        break;
      case OPS.setLineWidth:
        state.lineWidth = number(0);
        break;
      case OPS.setFillRGBColor:
      case OPS.setFillColorN:
        state.setFill(args[0], letsThrough(tilingOf(args)));
        break;
      case OPS.setStrokeRGBColor:
      case OPS.setStrokeColorN:
        state.setStroke(args[0]);
        break;
      case OPS.setGState:
        state.set(args[0] as [string, unknown][], fontNamed, softMask);
        break;
      case OPS.endText:
        painter.endText(state);
        break;
      case OPS.showText:
        if (visible()) painter.text(state, args[0] as readonly ShownText[]);
        else painter.hidden(state, args[0] as readonly ShownText[]);
        break;
      case OPS.setFont:
        state.text.setFont(fontNamed(args[0] as string), number(1));
        break;
      default:
        state.text.operate(fn, args);
    }
  }
}

/** Whether a tile hides all that it is laid on: painted as a stencil, it is one surface. */
function isSolidTile(tiling: Tiling, fontNamed: Surroundings['fontNamed']): boolean {
  const [x0, y0, x1, y1] = tiling.bbox;
  const size = { width: x1 - x0, height: y1 - y0 };
  const stencil = new Painter(size.width, size.height, { subtype: 'Alpha' });
  paint(
    tiling.operators as Operators,
    {
      ...size,
      viewport: [1, 0, 0, 1, -x0, -y0],
      fontNamed,
      layers: new Layers(() => true),
      fields: new Set(),
    },
    stencil,
  );
  const through = stencil.asMask;
  return isSolid(tiling, (x, y) => through(x, y) === 1);
}

/** pdf.js tells of a picture with a mask by ending the soft mask before it. */
function hasMask({ fnArray, argsArray }: Operators, at: number): boolean {
  const [entries] = (fnArray[at - 1] === OPS.setGState && argsArray[at - 1]) || [];
  return (entries as [string, unknown][] | undefined)?.[0]?.[0] === 'SMask';
}
