import type { Claims } from '../layout/claims.ts';
import type { PlacedText } from '../layout/text.ts';
import type { Place, Places } from '../records/place.ts';
import type { Warning, WarningCode } from '../records/warning.ts';

/** What reading one sheet needs beside its text, and where findings go. */
export type FormContext = {
  /** The fiscal year that the sheet evaluates. */
  readonly evaluated: number | null;
  readonly claims: Claims;
  readonly warnings: Warning[];
  readonly at: (text: PlacedText) => Place;
  readonly places: (text: PlacedText) => Places;
  readonly warn: (code: WarningCode, message: string, at: Place) => void;
};
