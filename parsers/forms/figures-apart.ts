import { comparable } from '../japanese/characters.ts';
import { isFigure } from '../layout/aligned/segments.ts';
import type { Glyph } from '../pdf/page.ts';
import type { Band, BandPiece } from './bands.ts';

/** Figures whose ends lie this near to one another (points) are flush. */
const FLUSH = 1;
/** As many other rows with a figure that ends there show a column of figures. */
const OTHERS = 2;
/** White of at least this share of a character stands between two columns' texts. */
const MIN_WHITE = 0.3;
/** R4 and H30 are years. */
const ERA_YEAR = /^[A-Z]\d/i;

export const pieceText = (glyphs: readonly Glyph[]): string =>
  comparable(glyphs.map(({ text }) => text).join(''));

export const isFigurePiece = ({ glyphs }: Pick<BandPiece, 'glyphs'>): boolean => {
  const text = pieceText(glyphs);
  return isFigure(text) && !ERA_YEAR.test(text);
};

/** A remark at the left edge of its column comes near to the figure before it: where figures are flush, it is cut off. */
export function withFiguresApart(bands: readonly Band[]): Band[] {
  const ends = bands.map(({ pieces }) =>
    pieces.filter((piece) => isFigurePiece(piece)).map(({ x1 }) => x1),
  );
  const isFlush = (x1: number, row: number) =>
    ends.filter((all, i) => i !== row && all.some((x) => Math.abs(x - x1) <= FLUSH)).length >=
    OTHERS;
  return bands.map((band, row) => ({
    ...band,
    pieces: band.pieces.flatMap((piece) => cut(piece, (x1) => isFlush(x1, row))),
  }));
}

function cut(piece: BandPiece, isFlush: (x1: number) => boolean): BandPiece[] {
  const { glyphs } = piece;
  const at = glyphs.findIndex((glyph, i) => {
    const before = glyphs[i - 1];
    return (
      before &&
      glyph.x0 - before.x1 >= MIN_WHITE * glyph.size &&
      isFlush(before.x1) &&
      isFigurePiece({ glyphs: glyphs.slice(0, i) })
    );
  });
  const [last, next] = [glyphs[at - 1], glyphs[at]];
  if (piece.filled || !last || !next) return [piece];
  return [
    { ...piece, x1: last.x1, glyphs: glyphs.slice(0, at) },
    { ...piece, x0: next.x0, glyphs: glyphs.slice(at) },
  ];
}
