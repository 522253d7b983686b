import type { Drawing } from './habits.ts';

/** A value of a PDF: a string is a name, `object` one of EXTRAS by its place. */
export type PdfValue =
  | string
  | number
  | boolean
  | readonly PdfValue[]
  | { readonly object: number }
  | { readonly [key: string]: PdfValue };

/** An object beside the pages; what has content is a stream. */
export type Extra = {
  readonly data: { readonly [key: string]: PdfValue };
  readonly content?: string;
};

const FADE: PdfValue = { FunctionType: 2, Domain: [0, 1], C0: [1], C1: [0.97], N: 1 };
const GROUP: PdfValue = { S: 'Transparency', CS: 'DeviceGray' };

/** White tiles, a shade that is nearly white, and a mask that lets nothing through. */
export const EXTRAS: readonly Extra[] = [
  {
    data: {
      ...{ Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1 },
      ...{ BBox: [0, 0, 8, 8], XStep: 8, YStep: 8, Resources: {} },
    },
    content: '1 g 0 0 8 8 re f',
  },
  {
    data: {
      ...{ ShadingType: 2, ColorSpace: 'DeviceGray', Coords: [0, 0, 600, 0] },
      ...{ Extend: [true, true], Function: FADE },
    },
  },
  {
    data: {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [-2000, -2000, 3000, 3000] },
      ...{ Group: GROUP, Resources: {} },
    },
    content: '0 g -2000 -2000 5000 5000 re f',
  },
];

/** By what names pages know them. */
export const RESOURCES: { readonly [kind: string]: { readonly [name: string]: PdfValue } } = {
  Pattern: { Tile: { object: 0 } },
  Shading: { Fade: { object: 1 } },
  ExtGState: {
    Veil: { SMask: { S: 'Luminosity', G: { object: 2 } } },
    Clear: { ca: 0, CA: 0 },
  },
};

const NAMES = /\/(?:Tile|Fade)\b/;

/** Whether any page needs them. */
export const needsExtras = (drawings: readonly Drawing[]): boolean =>
  drawings.some(({ ops }) =>
    ops.some((op) =>
      op.kind === 'raw'
        ? NAMES.test(op.content)
        : op.kind === 'text' && (op.unseen === 'masked' || op.unseen === 'clear'),
    ),
  );

export const isObject = (value: PdfValue): value is { readonly object: number } =>
  typeof value === 'object' && 'object' in value;
