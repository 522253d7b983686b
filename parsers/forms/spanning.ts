import type { RuleStretch } from '../layout/rules.ts';
import type { Band, BandPiece } from './bands.ts';

/**
 * Rows in which the texts that span several of them stand in each: a name beside 予定 and 実績, where the rule between
 * the two ends before it. Only the row that a text was found in has its characters.
 */
export function withSpanningPieces(
  bands: readonly Band[],
  rules: readonly RuleStretch[],
): readonly Band[] {
  const isRuled = (at: number, { x0, x1 }: BandPiece) =>
    rules.some((rule) => rule.at === at && rule.from < x1 - 1 && rule.to > x0 + 1);
  const reaches = (piece: BandPiece, from: number, to: number) => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    return bands.slice(first, last).every(({ bottom }) => !isRuled(bottom, piece));
  };
  return bands.map((band, i) => {
    const spanning = bands.flatMap(({ pieces }, k) =>
      k === i ? [] : pieces.filter((piece) => !piece.filled && reaches(piece, k, i)),
    );
    return spanning.length === 0 ? band : { ...band, pieces: joined(band.pieces, spanning) };
  });
}

function joined(own: readonly BandPiece[], spanning: readonly BandPiece[]): BandPiece[] {
  const all = [...own, ...spanning.map((piece) => ({ ...piece, glyphs: [] }))];
  const pieces: BandPiece[] = [];
  for (const piece of all.sort((a, b) => a.x0 - b.x0)) {
    const last = pieces.at(-1);
    if (last && piece.x0 < last.x1 && !piece.filled && !last.filled) {
      pieces[pieces.length - 1] = {
        ...last,
        x1: Math.max(last.x1, piece.x1),
        glyphs: [...last.glyphs, ...piece.glyphs],
      };
    } else pieces.push(piece);
  }
  return pieces;
}
