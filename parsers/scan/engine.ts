import type { GreyPicture } from '../pdf/raster.ts';

/** A character as an engine read it: where in the picture, in pixels, and how sure the engine says it is (0 to 100). */
export type ReadSymbol = {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly confidence: number;
};

/** What reads pictures of lines; how it does is not known here. */
export type OcrEngine = {
  /**
   * A line of Japanese, from left to right.
   * @param manner `line`: found and read; `raw`: read as it is
   */
  readonly line: (picture: GreyPicture, manner: 'line' | 'raw') => Promise<readonly ReadSymbol[]>;
  /** The same by another network that knows more kanji, and takes digits for other characters. */
  readonly kanji: (picture: GreyPicture) => Promise<readonly ReadSymbol[]>;
  /** A number that stands alone, by a network that knows no Japanese. */
  readonly digits: (picture: GreyPicture) => Promise<readonly ReadSymbol[]>;
  /** What another network reads in the same picture; of Japanese it knows digits and some kanji only. */
  readonly figure: (picture: GreyPicture) => Promise<string>;
  /** Told of each page before its first line. */
  readonly page: () => void;
  /** How many pictures it reads side by side. */
  readonly lanes: number;
};
