import type { Claims } from '../layout/claims.ts';
import type { SheetRecord } from '../records/sheet.ts';
import type { Placer } from '../sheets/places.ts';
import { blockTexts, type FormBlock } from './blocks.ts';

/** What found no place, cell by cell and line by line. */
export const leftoversOf = (
  blocks: readonly FormBlock[],
  claims: Claims,
  places: Placer,
): SheetRecord['leftovers'] =>
  blocks
    .flatMap(blockTexts)
    .flatMap((text) => claims.rest(text))
    .map((text) => ({ text: text.text.trim(), at: places(text) }));
