import { comparable } from '../japanese/characters.ts';
import type { PlacedText } from '../layout/text.ts';

/** A label with a text, wherever they stood: in two cells, in one, or on a line. */
export type Labelled = {
  readonly label: PlacedText;
  readonly path: readonly PlacedText[];
  /** With the spaces between words as they are printed. */
  readonly text: PlacedText;
  /** Whether it is of one row of a list, not of the sheet. */
  readonly listed?: true;
  /** Whether it is what was chosen of several judgements. */
  readonly judged?: boolean;
};

export const labelOf = ({ label }: Labelled): string =>
  comparable(label.text)
    .replace(/[:：]$/, '')
    .replace(/^[【[<〔](.+)[】\]>〕]$/, '$1');
