export type Face = 'mincho' | 'gothic';

/** A line of text: `x`, `y` of its baseline's start and `offsets` of each character, in pt from the page's top left, y down. */
export type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly offsets: readonly number[];
  readonly width: number;
  readonly bold: boolean;
  /** What the text says, as an object of the sheet's content; null for furniture. */
  readonly owner: object | null;
  /** Stamped onto the page when all else was drawn: its colour. */
  readonly stamped?: Colour;
};

/** Red, green and blue, from 0 to 1. */
export type Colour = readonly [number, number, number];

/** A line through text: its middle, and the size of the letters. */
export type Strike = {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
};

/** A ring or a frame around what was stamped. */
export type Border = {
  readonly look: 'ring' | 'frame';
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly colour: Colour;
};

export type Rule = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly dashed: boolean;
};

export type Fill = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly gray: number;
};

/** A page as displayed, before anyone draws it. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly runs: Run[];
  readonly rules: Rule[];
  readonly fills: Fill[];
  readonly strikes: Strike[];
  readonly borders: Border[];
};

export type Place = { page: number; box: [number, number, number, number] };

/** Share of the letter size that stands above and below the baseline: the em box of Japanese fonts. */
export const ASCENT = 0.88;
export const DESCENT = 0.12;

const round = (value: number) => Math.round(value * 100) / 100;

/** Where the text of each owner stands: one box a page, in page order. */
export function placesByOwner(pages: readonly Page[]): Map<object, Place[]> {
  const places = new Map<object, Place[]>();
  for (const [index, page] of pages.entries()) {
    for (const run of page.runs) {
      if (run.owner === null || run.text.trim() === '') continue;
      const list = places.get(run.owner) ?? [];
      places.set(run.owner, list);
      const ink = inkBox(run);
      const last = list.at(-1);
      if (last?.page === index + 1) last.box = union(last.box, ink);
      else list.push({ page: index + 1, box: ink });
    }
  }
  return places;
}

function inkBox(run: Run): Place['box'] {
  const characters = Array.from(run.text);
  const first = characters.findIndex((character) => character.trim() !== '');
  const last = characters.findLastIndex((character) => character.trim() !== '');
  const left = run.x + (run.offsets[first] ?? 0);
  const right = run.x + (run.offsets[last + 1] ?? run.width);
  return [
    round(left),
    round(run.y - ASCENT * run.size),
    round(right),
    round(run.y + DESCENT * run.size),
  ];
}

const union = (a: Place['box'], b: Place['box']): Place['box'] => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
