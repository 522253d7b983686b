import { type Block, gap, line } from '../form.ts';
import { cards } from './cards.ts';
import { down } from './down.ts';
import { listed } from './listed.ts';
import { oneYear } from './one-year.ts';
import type { Sheet } from './sheet.ts';
import { stacked } from './stacked.ts';
import type { Counteds } from './stub.ts';
import { wide } from './wide.ts';

/** Arrangements that governments use, the usual ones twice. */
const ARRANGEMENTS = [wide, wide, stacked, stacked, cards, listed, oneYear, down];

/** The tables of indicators. */
export function measures(sheet: Sheet): Block[] {
  const { random, theme, truth } = sheet;
  const all: Counteds = [
    ...random.some(theme.activities, random.int(1, 2)).map((c) => ['activity', c] as const),
    ...random.some(theme.outcomes, random.int(1, 2)).map((c) => ['outcome', c] as const),
  ];
  const heading = truth.leftover(
    random.pick(['■指標', '【指標の推移】', '２．指標', '◆目標と実績']),
  );
  const tables = random.pick(ARRANGEMENTS)(sheet, all);
  return [...(random.chance(0.5) ? [line(heading)] : unsaid(sheet, heading)), ...tables, gap(4)];
}

/** A heading that is not drawn is no leftover. */
function unsaid({ truth }: Sheet, heading: string): Block[] {
  const at = truth.leftovers.findIndex(({ text }) => text === heading);
  truth.leftovers.splice(at, 1);
  return [];
}
