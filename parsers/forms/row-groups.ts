import { comparable } from '../japanese/characters.ts';
import type { RuleStretch } from '../layout/rules.ts';
import type { Box } from '../records/place.ts';
import type { Band, BandPiece } from './bands.ts';
import { explains } from './body.ts';
import { isFigurePiece, pieceText } from './figures-apart.ts';

/** An upright line shorter than this (points), or on the edge, parts no columns. */
const MIN_UPRIGHT = 5;
/** A heading starts within this (points) of the table's left edge, a bar before it or not. */
const FLUSH = 12;
/** Heads of this many columns below a lone text show that it names a table. */
const MIN_HEADS = 3;
/** Headings and captions stand between tables, not in them. */
const BETWEEN =
  /^(?:[■●◆□▼【［[]|\(?\d{1,2}[.)]?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,}(?!.*[。\d])|\(?単位)/u;
/** What may stand at the other end of a heading: 単位：千円. */
const CAPTION = /^[(（【]|単位/;
const UNIT_CAPTION = /^[(（【]?単位[:：]/;

/**
 * Bands that follow one another. What has no text, a heading, columns that are ruled, or a double rule that is not the
 * one over a table's figures parts two tables.
 */
export function bandGroupsOf(
  bands: readonly Band[],
  [x0, , x1]: Box,
  uprights: readonly RuleStretch[],
): Band[][] {
  const groups: Band[][] = [[]];
  for (const [i, band] of bands.entries()) {
    const parts =
      band.pieces.length === 0 ||
      uprights.some((rule) => isInside(rule, [x0, band.top, x1, band.bottom])) ||
      isHeading(band, bands[i + 1], x0);
    if (parts) groups.push([]);
    else if (opensAfterDoubleRule(band, bands[i - 1])) groups.push([band]);
    else groups.at(-1)?.push(band);
  }
  return groups;
}

/** An upright line between the edges: the columns are ruled. */
const isInside = ({ at, from, to }: RuleStretch, [x0, y0, x1, y1]: Box): boolean =>
  at > x0 + 3 && at < x1 - 3 && Math.min(to, y1) - Math.max(from, y0) > MIN_UPRIGHT;

/** A heading by its mark or number, by a caption 単位：千円 at its other end, or alone at the left edge over heads. */
function isHeading({ pieces, lines }: Band, next: Band | undefined, x0: number): boolean {
  const [first, ...rest] = pieces;
  const captions = rest.map(({ glyphs }) => pieceText(glyphs));
  // What grades mean may be in several pieces: 5点満点（5：高い　1：低い）.
  const isLegend = explains(captions.join(''));
  if (!first || !(isLegend || captions.every((text) => CAPTION.test(text)))) return false;
  if (lines.some((line) => BETWEEN.test(comparable(line.text)))) return true;
  if (first.filled || first.x0 > x0 + FLUSH) return false;
  if (isLegend || captions.some((text) => UNIT_CAPTION.test(text))) return true;
  const heads = next?.pieces ?? [];
  return rest.length === 0 && heads.length >= MIN_HEADS && figuresIn(heads) === 0;
}

function opensAfterDoubleRule({ top, pieces }: Band, before: Band | undefined): boolean {
  if (!before || top === before.bottom) return false;
  const last = pieces.at(-1);
  return figuresIn(pieces) < 2 && !(last && isFigurePiece(last));
}

const figuresIn = (pieces: readonly BandPiece[]): number => pieces.filter(isFigurePiece).length;
